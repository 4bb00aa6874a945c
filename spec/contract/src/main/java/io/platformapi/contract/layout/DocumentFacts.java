package io.platformapi.contract.layout;

import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What objects of a document have to be towards each other. */
final class DocumentFacts {

    private final List<Slip> slips = new ArrayList<>();

    private DocumentFacts() {}

    static List<Slip> of(Node document, Spots spots) {
        DocumentFacts facts = new DocumentFacts();
        facts.lookAtTags(document.member("tags").items());
        document.member("paths").members().values().stream()
                .filter(item -> !Layout.isExtension(item.name()))
                .forEach(facts::lookAtPath);
        spots.all().forEach(facts::lookAtParameters);
        return facts.slips;
    }

    private void slip(Node node, String rule, String message) {
        slips.add(new Slip(node, rule, message));
    }

    private void lookAtTags(List<Node> tags) {
        Map<String, String> parents = new HashMap<>();
        for (Node tag : tags) {
            String name = tag.text("name", "");
            if (parents.put(name, tag.text("parent", "")) != null) {
                slip(tag, "tag-unique", "the tag \"" + name + "\" is declared twice; remove one");
            }
        }
        tags.stream()
                .map(tag -> tag.member("parent"))
                .filter(Node::exists)
                .forEach(parent -> lookAtParent(parent, parents));
    }

    private void lookAtParent(Node parent, Map<String, String> parents) {
        String name = parent.json().asText();
        Set<String> passed = new HashSet<>(Set.of(parent.parent().text("name", "")));
        if (!parents.containsKey(name)) {
            slip(
                    parent,
                    "tag-parent",
                    "the parent \"" + name + "\" is no tag of the document" + Suggestion.of(name, parents.keySet()));
        }
        while (!name.isEmpty() && parents.containsKey(name)) {
            if (!passed.add(name)) {
                slip(
                        parent,
                        "tag-parent",
                        "the tag \"" + parent.parent().text("name", "")
                                + "\" is above itself; its parents go round in a circle");
                return;
            }
            name = parents.get(name);
        }
    }

    private void lookAtPath(Node item) {
        String path = item.name();
        if (!path.startsWith("/")) {
            slip(item, "path-form", "the path \"" + path + "\" does not begin with a slash; write \"/" + path + "\"");
        }
        String fixed = Templates.fixed(path);
        if (fixed.contains("{") || fixed.contains("}")) {
            slip(item, "path-form", "a brace of the path \"" + path + "\" is not closed; a variable is written {name}");
        }
        if (Templates.names(path).anyMatch(String::isBlank)) {
            slip(item, "path-form", "a variable of the path \"" + path + "\" has no name");
        }
        List<String> names = Templates.names(path).toList();
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> slip(item, "path-form", "{" + name + "} stands twice in the path \"" + path + "\""));
        if (fixed.contains("?")) {
            slip(
                    item,
                    "path-form",
                    "no request reaches the path \"" + path
                            + "\": what follows ? is its query; write parameters in: query");
        }
        if (fixed.contains("#")) {
            slip(
                    item,
                    "path-form",
                    "no request reaches the path \"" + path + "\": a client never sends the fragment after #");
        }
    }

    private void lookAtParameters(Spot spot) {
        switch (spot.kind()) {
            case PATH_ITEM -> addAll(ParameterFacts.list(parameters(spot.node()), List.of()));
            case OPERATION -> addAll(ParameterFacts.list(parameters(spot.node()), around(spot.node())));
            case SWAGGER_PATH_ITEM -> addAll(ParameterFacts.list(parameters(spot.node()), List.of()));
            case SWAGGER_OPERATION -> {
                List<Node> own = parameters(spot.node());
                addAll(ParameterFacts.list(own, List.of()));
                addAll(SwaggerFacts.body(own));
                addAll(SwaggerFacts.files(spot.node(), own));
            }
            default -> {
                // it has no parameters
            }
        }
    }

    private void addAll(Stream<Slip> more) {
        more.forEach(slips::add);
    }

    private static List<Node> around(Node operation) {
        return parameters(operation.parent());
    }

    private static List<Node> parameters(Node owner) {
        return owner.member("parameters").items().stream()
                .flatMap(parameter -> resolved(parameter).stream())
                .filter(Node::isObject)
                .toList();
    }

    private static Optional<Node> resolved(Node written) {
        try {
            return Optional.of(written.resolved());
        } catch (UnreadableDocument brokenReference) {
            return Optional.empty(); // told by whoever follows it
        }
    }
}
