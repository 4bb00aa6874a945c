package io.platformapi.contract.reader;

import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to authenticate that a document knows, by the names that its requirements have for them. */
final class KnownSchemes {

    private KnownSchemes() {}

    /** Those of the components by name, and those that operations ask for by address (OpenAPI 3.2, section 4.30). */
    static Map<String, SecurityScheme> of(Node document, List<Operation> operations) {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        document.member("components")
                .member("securitySchemes")
                .members()
                .forEach((name, node) -> schemes.put(name, scheme(name, node.resolved())));
        Stream<String> ofAll = document.member("security").items().stream()
                .flatMap(requirement -> requirement.members().keySet().stream());
        Stream<String> ofEach = operations.stream()
                .flatMap(operation -> operation.security().stream())
                .flatMap(requirement -> requirement.scopes().keySet().stream());
        Stream.concat(ofAll, ofEach)
                .filter(name -> !schemes.containsKey(name))
                .distinct()
                .toList()
                .forEach(name -> byAddress(document, name).ifPresent(node -> schemes.put(name, scheme(name, node))));
        return schemes;
    }

    /** An address that leads nowhere is told as a name that nobody knows. */
    private static Optional<Node> byAddress(Node document, String name) {
        boolean known = document.text("openapi", "").startsWith("3.2") && name.matches(".*[/#.].*");
        try {
            return Optional.of(name)
                    .filter(any -> known)
                    .map(address -> document.referred(address).resolved())
                    .filter(Node::isObject);
        } catch (UnreadableDocument e) {
            return Optional.empty();
        }
    }

    private static SecurityScheme scheme(String name, Node node) {
        return new SecurityScheme(
                name,
                node.text("type", ""),
                node.text("scheme", "").toLowerCase(Locale.ROOT),
                node.text("in", ""),
                node.text("name", ""),
                node);
    }
}
