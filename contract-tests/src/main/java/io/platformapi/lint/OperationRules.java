package io.platformapi.lint;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.dialect.Contract;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an operation should have. */
final class OperationRules {

    private static final String CAMEL_OR_KEBAB = "[a-z][a-zA-Z0-9]*|[a-z0-9]+(-[a-z0-9]+)*";

    private OperationRules() {}

    static Stream<Offence> withoutId(Contract contract) {
        return faults(
                contract,
                operation -> operation.node().text("operationId", "").isBlank(),
                "The operation has no operationId.",
                "give it one: generated code is named by it");
    }

    static Stream<Offence> oddIds(Contract contract) {
        return operations(contract)
                .map(operation -> operation.node().member("operationId"))
                .filter(id -> id.exists() && !id.json().asText().matches(CAMEL_OR_KEBAB))
                .map(id -> new Offence(
                        id,
                        "The operationId \"" + id.json().asText() + "\" is neither camelCase nor kebab-case.",
                        "spell it like listPets or list-pets"));
    }

    static Stream<Offence> untagged(Contract contract) {
        return faults(
                contract,
                operation -> operation.tags().isEmpty(),
                "The operation has no tag.",
                "give it one: tags are the chapters of documentation and the classes of generated code");
    }

    static Stream<Offence> withoutSummary(Contract contract) {
        return faults(
                contract,
                operation -> operation.summary().isBlank(),
                "The operation has no summary.",
                "say in a few words what it does");
    }

    static Stream<Offence> undescribed(Contract contract) {
        return faults(
                contract,
                operation -> operation.node().text("description", "").isBlank(),
                "The operation has no description.",
                "say what changes, who is told and what a repeat does");
    }

    static Stream<Offence> withoutSuccess(Contract contract) {
        return faults(
                contract,
                operation -> operation.responses().keySet().stream().noneMatch(key -> key.matches("[123].*|default")),
                "The operation documents no success.",
                "document a response of 2xx or 3xx");
    }

    static Stream<Offence> withoutFailure(Contract contract) {
        return faults(
                contract,
                operation -> operation.responses().keySet().stream().noneMatch(key -> key.matches("[45].*|default")),
                "The operation documents no failure.",
                "document what 4xx and 5xx look like, or a default response");
    }

    static Stream<Offence> unsecured(Contract contract) {
        boolean everywhere = contract.document().member("security").exists();
        return faults(
                contract,
                operation -> !everywhere && !operation.node().member("security").exists(),
                "The operation does not say who may call it.",
                "write security; an empty list lets everybody in");
    }

    static Stream<Offence> undescribedParameters(Contract contract) {
        return operations(contract)
                .flatMap(operation -> operation.parameters().stream())
                .filter(parameter -> parameter.node().text("description", "").isBlank())
                .map(parameter -> new Offence(
                        parameter.node(),
                        "The parameter \"" + parameter.name() + "\" has no description.",
                        "say what it means and what happens without it"));
    }

    /** Styles that OpenAPI defines for lists and objects only, or for objects only. */
    static Stream<Offence> undefinedStyles(Contract contract) {
        return operations(contract)
                .flatMap(operation -> operation.parameters().stream())
                .filter(parameter -> parameter.content() == null && !isDefined(parameter))
                .map(parameter -> new Offence(
                        parameter.node().member("style"),
                        "How " + parameter.style().keyword() + " writes a value of type "
                                + parameter.schema().keyword("type").asText() + " is not defined.",
                        "take another style, or correct the type"));
    }

    private static boolean isDefined(Parameter parameter) {
        String type = parameter.schema().keyword("type").asText();
        return switch (parameter.style()) {
            case DEEP_OBJECT -> type.isEmpty() || type.equals("object");
            case SPACE_DELIMITED, PIPE_DELIMITED -> !type.matches("string|integer|number|boolean");
            default -> true;
        };
    }

    private static Stream<Offence> faults(
            Contract contract, Predicate<Operation> broken, String message, String advice) {
        return operations(contract).filter(broken).map(operation -> new Offence(operation.node(), message, advice));
    }

    /** All operations, with those of webhooks and callbacks. */
    static Stream<Operation> operations(Contract contract) {
        return Stream.concat(contract.operations().stream(), contract.webhooks().stream())
                .flatMap(OperationRules::withCallbacks);
    }

    private static Stream<Operation> withCallbacks(Operation operation) {
        return Stream.concat(
                Stream.of(operation),
                operation.callbacks().stream()
                        .map(Operation.Callback::operation)
                        .flatMap(OperationRules::withCallbacks));
    }
}
