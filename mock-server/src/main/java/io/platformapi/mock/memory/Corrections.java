package io.platformapi.mock.memory;

import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.Suggestion;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody knows better of the things that a document speaks of, from a file beside it: by the path of the
 * collection, {@code id} (the member that tells things apart), {@code remember: false}, and {@code operations} (which
 * does what, by operation id).
 */
final class Corrections {

    /** What is inferred, as it is. */
    static final Corrections NONE = new Corrections(Map.of());

    private static final List<String> WORDS = List.of("id", "remember", "operations");

    /** What is said of one kind of things. */
    private record Correction(Optional<Node> id, boolean remembered, Map<Deed, Operation> operations) {}

    private final Map<String, Correction> byShape;

    private Corrections(Map<String, Correction> byShape) {
        this.byShape = byShape;
    }

    /**
     * Those of a file.
     *
     * @throws io.platformapi.contract.source.UnreadableDocument if it is not there, or says something else
     */
    static Corrections read(String file, Contract contract) {
        Node root = Sources.read(file, Access.SAME_ORIGIN);
        if (!root.isObject() || root.json().isEmpty()) {
            throw root.unreadable(
                    "corrections are written as /pets: {id: petCode, remember: true, operations: {list: listPets}}");
        }
        Map<String, Correction> byShape = new LinkedHashMap<>();
        root.members().forEach((path, node) -> byShape.put(shape(path, node, contract), correction(node, contract)));
        return new Corrections(byShape);
    }

    private static String shape(String path, Node node, Contract contract) {
        String shape = Inference.shape(PathTemplate.of(path).segments());
        boolean known = path.startsWith("/")
                && contract.operations().stream()
                        .map(operation -> Inference.shape(operation.path().segments()))
                        .anyMatch(each -> each.equals(shape) || each.startsWith(shape + "/"));
        if (!known) {
            throw node.unreadable("the document has no path " + path);
        }
        return shape;
    }

    private static Correction correction(Node node, Contract contract) {
        if (!node.isObject()) {
            throw node.unreadable("what is known of a path is an object with any of " + String.join(", ", WORDS));
        }
        node.members().forEach((word, value) -> {
            if (!WORDS.contains(word)) {
                throw value.unreadable("\"" + word + "\" is none of " + String.join(", ", WORDS));
            }
        });
        Node id = node.member("id");
        if (id.exists() && !id.json().isTextual()) {
            throw id.unreadable("id is the name of a member");
        }
        Node remember = node.member("remember");
        if (remember.exists() && !remember.json().isBoolean()) {
            throw remember.unreadable("remember is true or false");
        }
        Map<Deed, Operation> operations = new EnumMap<>(Deed.class);
        node.member("operations")
                .members()
                .forEach((word, value) -> operations.put(
                        Deed.named(word)
                                .orElseThrow(() -> value.unreadable(
                                        "\"" + word + "\" is none of list, create, read, replace, change, remove")),
                        contract.operation(value.json().asText())
                                .orElseThrow(() -> value.unreadable("the document has no operation '"
                                        + value.json().asText() + "'"
                                        + didYouMean(value.json().asText(), contract)))));
        return new Correction(
                id.exists() ? Optional.of(id) : Optional.empty(),
                !remember.exists() || remember.json().asBoolean(),
                operations);
    }

    private static String didYouMean(String id, Contract contract) {
        return Suggestion.of(
                id, contract.operations().stream().map(Operation::id).toList());
    }

    private Optional<Correction> of(PathTemplate path) {
        return Optional.ofNullable(byShape.get(Inference.shape(path.segments())));
    }

    boolean names(PathTemplate path) {
        return of(path).isPresent();
    }

    boolean excludes(PathTemplate path) {
        return of(path).filter(each -> !each.remembered()).isPresent();
    }

    /** The member that tells things apart, which things of the schema have. */
    Optional<String> id(PathTemplate path, Schema thing) {
        return of(path).flatMap(Correction::id).map(id -> {
            String name = id.json().asText();
            if (!ThingMembers.names(thing).contains(name)) {
                throw id.unreadable("things there have no member \"" + name + "\""
                        + Suggestion.of(name, ThingMembers.names(thing)));
            }
            return name;
        });
    }

    Map<Deed, Operation> operations(PathTemplate path) {
        return of(path).map(Correction::operations).orElse(Map.of());
    }
}
