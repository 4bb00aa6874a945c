package io.platformapi.contract.layout;

import io.platformapi.contract.schema.Draft;
import io.platformapi.contract.source.Node;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names that schemas give themselves by {@code $id} and {@code $anchor} (JSON Schema 2020-12, section 8.2), and
 * where references lead by them. OpenAPI 3.0 knows no such names.
 */
final class Names {

    private final boolean known;
    private final Draft usual;
    private final Map<String, Node> schemas = new HashMap<>();

    private Names(boolean known, Draft usual) {
        this.known = known;
        this.usual = usual;
    }

    static Names of(Node document) {
        boolean known = !document.text("openapi", "3.0").startsWith("3.0");
        return new Names(known, known ? Draft.of(document) : Draft.DRAFT_2020_12);
    }

    /** What holds at the root of a file. */
    Surroundings outermost(Node place) {
        return new Surroundings(place.file().uri(), usual);
    }

    /** Takes note of a schema's names; what holds inside it. */
    Surroundings entered(Node schema, Surroundings around) {
        if (!known) {
            return around;
        }
        Draft draft = around.draft().inside(schema);
        String id = isNamed(schema, draft) ? schema.text(draft.id(), "") : "";
        URI own = base(id, around.base());
        if (!own.equals(around.base())) {
            schemas.putIfAbsent(own.toString(), schema);
        }
        Stream.of(
                        draft.knows("$anchor") ? schema.text("$anchor", "") : "",
                        draft.knows("$dynamicAnchor") ? schema.text("$dynamicAnchor", "") : "",
                        id.substring(id.indexOf('#') + 1))
                .filter(anchor -> !anchor.isEmpty() && !anchor.equals(id))
                .forEach(anchor -> schemas.putIfAbsent(own + "#" + anchor, schema));
        return new Surroundings(own, draft);
    }

    private static boolean isNamed(Node schema, Draft draft) {
        return !draft.hasLoneReferences() || !schema.isReference();
    }

    /** What holds at a place, by the file and by each schema on the way there. */
    Surroundings around(Node place) {
        List<Surroundings> scopes = scopes(place);
        return scopes.get(scopes.size() - 1);
    }

    /** The addresses of the resources that a schema is in, from the file to itself. */
    List<URI> bases(Node schema) {
        List<Surroundings> scopes = scopes(schema);
        Surroundings own = entered(schema, scopes.get(scopes.size() - 1));
        return Stream.concat(scopes.stream(), Stream.of(own))
                .map(Surroundings::base)
                .distinct()
                .toList();
    }

    private List<Surroundings> scopes(Node place) {
        List<Surroundings> scopes = new ArrayList<>(List.of(outermost(place)));
        if (known) {
            Deque<Node> above = new ArrayDeque<>();
            for (Node node = place; node.parent() != node; node = node.parent()) {
                above.addFirst(node.parent());
            }
            above.forEach(node -> scopes.add(entered(node, scopes.get(scopes.size() - 1))));
        }
        return scopes;
    }

    private static URI base(String id, URI base) {
        return address(base, withoutFragment(id)).orElse(base);
    }

    private static String withoutFragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    private static Optional<URI> address(URI base, String reference) {
        try {
            return Optional.of(reference.isEmpty() ? base : base.resolve(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where a reference leads by a name that was given; empty where nobody has that name. */
    Optional<Node> named(String reference, URI base) {
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        return address(base, withoutFragment(reference))
                .flatMap(address -> isAnchor(fragment)
                        ? Optional.ofNullable(schemas.get(address + "#" + fragment))
                        : Optional.ofNullable(schemas.get(address.toString()))
                                .map(resource -> resource.at(Node.decoded(fragment)))
                                .filter(Node::exists));
    }

    static boolean isAnchor(String fragment) {
        return !fragment.isEmpty() && !fragment.startsWith("/");
    }

    /** Whether a reference leads elsewhere by the names around it than by the file it stands in. */
    boolean isRenamed(Node written, URI base, Node target) {
        URI own = entered(target.root(), outermost(target)).base();
        return !base.equals(written.file().uri())
                && address(base, withoutFragment(written.json().asText()))
                        .filter(address -> !address.equals(target.file().uri()))
                        .filter(address -> !address.equals(target.file().self()) && !address.equals(own))
                        .isPresent();
    }
}
