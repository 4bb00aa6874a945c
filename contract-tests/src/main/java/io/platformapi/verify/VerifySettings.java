package io.platformapi.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.Suggestion;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.verify.cases.FixedValues;
import io.platformapi.verify.cases.FixedValues.Fixed;
import io.platformapi.verify.wire.FieldRules;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of {@code --config}: options by name, and what is otherwise at single operations.
 *
 * <pre>{@code
 * options: {max-time: 60, exclude: [tag=admin]}
 * parameters: {petId: 7}
 * operations:
 *   showPet: {header: {X-Tenant: demo}, parameters: {petId: 8}}
 *   printLabel: {skip: the test system has no printer}
 * }</pre>
 *
 * @param root the file
 */
record VerifySettings(Node root) {

    private static final Set<String> KEYS = Set.of("options", "parameters", "operations");
    private static final Set<String> KEYS_OF_REQUESTS = Set.of("parameters", "operations");
    private static final Set<String> KEYS_OF_OPERATIONS = Set.of("skip", "header", "parameters", "body");

    /**
     * Reads a file, YAML or JSON.
     *
     * @throws UnreadableDocument if it says something that is no setting; the message says where
     */
    static VerifySettings read(String file) {
        Node root = Sources.read(file, Access.SAME_ORIGIN);
        if (!root.isObject()) {
            throw root.unreadable("settings are written as options: {max-time: 60}");
        }
        refuseUnknown(root, KEYS);
        return of(root, KEYS, KEYS_OF_OPERATIONS);
    }

    /** What such a file says of requests, which may say other things beside it that others read. */
    static VerifySettings ofRequests(String file) {
        return of(Sources.read(file, Access.SAME_ORIGIN), KEYS_OF_REQUESTS, Set.of("header", "parameters"));
    }

    private static VerifySettings of(Node root, Set<String> keys, Set<String> ofOperations) {
        for (String key : keys) {
            if (root.member(key).exists() && !root.member(key).isObject()) {
                throw root.member(key).unreadable("\"" + key + "\" takes names with their values");
            }
        }
        root.member("operations").members().values().forEach(each -> {
            if (!each.isObject()) {
                throw each.unreadable("what is otherwise at an operation is written as {skip: the reason}");
            }
            refuseUnknown(each, ofOperations);
        });
        return new VerifySettings(root);
    }

    private static void refuseUnknown(Node object, Set<String> known) {
        object.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                String all = known.stream().sorted().collect(Collectors.joining(", "));
                throw value.unreadable(
                        "\"" + name + "\" is no setting here; these are: " + all + Suggestion.of(name, known));
            }
        });
    }

    /** The options, as they are written. */
    Map<String, Node> options() {
        return root.member("options").members();
    }

    /** Why an operation is left out. */
    Optional<String> skipped(Operation operation) {
        return written(operation)
                .map(each -> each.member("skip"))
                .filter(Node::exists)
                .map(reason -> "left out by " + reason.place().file() + ":"
                        + reason.place().line() + ": " + reason.json().asText());
    }

    /**
     * What is fixed for the operations of a contract.
     *
     * @throws UnreadableDocument if an operation or a parameter is none of the contract's, or a value is not valid
     */
    FixedValues fixed(Contract contract) {
        refuseStrangers(contract);
        Map<String, Fixed> fixed = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            Map<String, JsonNode> arguments = new LinkedHashMap<>();
            root.member("parameters").members().forEach((name, value) -> put(operation, name, value, arguments));
            Optional<Node> own = written(operation);
            own.ifPresent(each -> each.member("parameters").members().forEach((name, value) -> {
                if (!put(operation, name, value, arguments)) {
                    throw value.unreadable(operation + " has no parameter " + name
                            + Suggestion.of(name, names(operation.parameters().stream())));
                }
            }));
            JsonNode body = own.map(each -> each.member("body").json()).orElse(MissingNode.getInstance());
            fixed.put(
                    operation.id(),
                    new Fixed(own.map(VerifySettings::headers).orElse(Headers.none()), arguments, body));
        }
        return new FixedValues(fixed);
    }

    private void refuseStrangers(Contract contract) {
        Set<String> known = new LinkedHashSet<>();
        contract.operations().forEach(operation -> known.addAll(List.of(operation.id(), operation.toString())));
        root.member("operations").members().forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.unreadable("the document has no operation " + name + Suggestion.of(name, known));
            }
            if (value.member("skip").exists()
                    && value.member("skip").json().asText("").isBlank()) {
                throw value.member("skip").unreadable("\"skip\" takes the reason, as a text");
            }
            contract.operations().stream()
                    .filter(each -> each.id().equals(name) || each.toString().equals(name))
                    .forEach(each -> refuseWrongBody(each, value.member("body")));
        });
        Set<String> parameters =
                names(contract.operations().stream().flatMap(operation -> operation.parameters().stream()));
        root.member("parameters").members().forEach((name, value) -> {
            if (!parameters.contains(name)) {
                throw value.unreadable("no operation has a parameter " + name + Suggestion.of(name, parameters));
            }
        });
    }

    private static void refuseWrongBody(Operation operation, Node body) {
        List<List<Fault>> faults = operation.body().map(RequestBody::contents).orElse(List.of()).stream()
                .map(content -> content.schema().faults(body.json()))
                .toList();
        if (body.exists() && faults.stream().noneMatch(List::isEmpty)) {
            throw body.unreadable(
                    faults.isEmpty()
                            ? operation + " has no body"
                            : "the document does not allow this body at " + operation + ": "
                                    + told(faults.get(0).get(0)));
        }
    }

    private static String told(Fault fault) {
        return (fault.pointer().isEmpty() ? "" : fault.pointer() + ": ") + fault.expected() + " is expected";
    }

    private static Set<String> names(Stream<Parameter> parameters) {
        return parameters.map(Parameter::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the operation has such a parameter. */
    private static boolean put(Operation operation, String name, Node value, Map<String, JsonNode> arguments) {
        List<Parameter> named = operation.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .toList();
        for (Parameter parameter : named) {
            List<Fault> faults = parameter.schema().faults(value.json());
            if (!faults.isEmpty()) {
                throw value.unreadable("the document does not allow this value of " + name + " at " + operation + ": "
                        + told(faults.get(0)));
            }
            arguments.put(name, value.json());
        }
        return !named.isEmpty();
    }

    private static Headers headers(Node written) {
        Headers headers = Headers.none();
        for (Map.Entry<String, Node> field : written.member("header").members().entrySet()) {
            if (FieldRules.refusal(field.getKey(), field.getValue().json().asText())
                    .isPresent()) {
                throw field.getValue().unreadable("no header field can be " + field.getKey() + " with this value");
            }
            headers = headers.with(field.getKey(), field.getValue().json().asText());
        }
        return headers;
    }

    private Optional<Node> written(Operation operation) {
        Map<String, Node> all = root.member("operations").members();
        return Optional.ofNullable(all.get(operation.id()))
                .or(() -> Optional.ofNullable(all.get(operation.toString())));
    }
}
