package io.platformapi.contract.reader;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.Response;
import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.source.Kept;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads path items into operations. References are followed where OpenAPI allows none, too: documents in many files are
 * often written so.
 */
final class OperationReader {

    private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|XX|xx)|default");

    private final Node document;
    private final Parts parts;

    OperationReader(Node document, Parts parts) {
        this.document = document;
        this.parts = parts;
    }

    /** The operations of a map of path items, in the order of the document. */
    List<Operation> operations(Node paths) {
        List<Operation> operations = new ArrayList<>();
        paths.members().forEach((path, item) -> {
            if (!path.startsWith("x-")) {
                operations.addAll(ofPath(path, item.resolved()));
            }
        });
        return List.copyOf(operations);
    }

    private List<Operation> ofPath(String path, Node item) {
        PathTemplate template = PathTemplate.of(path);
        List<Operation> operations = new ArrayList<>();
        PathMethods.of(item).forEach((method, node) -> operations.add(operation(method, template, item, node)));
        return operations;
    }

    private Operation operation(String method, PathTemplate path, Node item, Node node) {
        return new Operation(
                node.text("operationId", method + " " + path),
                method,
                path,
                node.member("tags").items().stream()
                        .map(tag -> tag.json().asText())
                        .toList(),
                node.text("summary", ""),
                node.flag("deprecated"),
                parameters(item, node),
                body(node.member("requestBody")),
                responses(node.member("responses").resolved()),
                security(node),
                Stream.of(node, item, document)
                        .filter(owner -> owner.member("servers").exists())
                        .findFirst()
                        .map(parts::servers)
                        .orElse(List.of()),
                callbacks(node.member("callbacks")),
                node,
                new Kept());
    }

    /** The path's parameters and the operation's own, which replace those of the same name and place. */
    private List<Parameter> parameters(Node item, Node operation) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Stream.of(item, operation)
                .flatMap(owner -> owner.member("parameters").resolved().items().stream())
                .flatMap(node -> parts.parameter(node).stream())
                .forEach(parameter -> parameters.put(parameter.in() + " " + parameter.name(), parameter));
        return List.copyOf(parameters.values());
    }

    private @Nullable RequestBody body(Node written) {
        if (!written.exists()) {
            return null;
        }
        Node node = written.resolved();
        return new RequestBody(node.flag("required"), parts.contents(node.member("content")), node);
    }

    private Map<String, Response> responses(Node node) {
        Map<String, Response> responses = new LinkedHashMap<>();
        node.members().forEach((key, response) -> {
            if (STATUS.matcher(key).matches()) {
                responses.put(key, parts.response(key, response.resolved()));
            }
        });
        return responses;
    }

    private List<SecurityRequirement> security(Node operation) {
        Node own = operation.member("security");
        Node security = own.exists() ? own : document.member("security");
        return security.items().stream().map(OperationReader::requirement).toList();
    }

    private static SecurityRequirement requirement(Node node) {
        Map<String, List<String>> scopes = new LinkedHashMap<>();
        node.members()
                .forEach((scheme, list) -> scopes.put(
                        scheme,
                        list.items().stream()
                                .map(scope -> scope.json().asText())
                                .toList()));
        return new SecurityRequirement(scopes);
    }

    private List<Operation.Callback> callbacks(Node node) {
        List<Operation.Callback> callbacks = new ArrayList<>();
        node.members()
                .forEach((name, callback) -> operations(callback.resolved())
                        .forEach(operation -> callbacks.add(new Operation.Callback(name, operation))));
        return List.copyOf(callbacks);
    }
}
