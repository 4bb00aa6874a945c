package io.platformapi.lint;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a link leads to: an operation of the document, and parameters of that. */
final class LinkRules {

    private LinkRules() {}

    static Stream<Offence> operations(Contract contract) {
        Set<String> ids = byId(contract).keySet();
        return links(contract).flatMap(link -> Stream.concat(unknownId(link, ids), unknownAddress(link)));
    }

    private static Stream<Offence> unknownId(Node link, Set<String> ids) {
        return Stream.of(link.member("operationId"))
                .filter(id -> id.exists() && !ids.contains(id.json().asText()))
                .map(id -> new Offence(
                        id,
                        "No operation has the operationId \"" + id.json().asText() + "\""
                                + told(Suggestion.of(id.json().asText(), ids)),
                        "name one of the document's operations"));
    }

    /** An address in another document may lead to what only that one knows. */
    private static Stream<Offence> unknownAddress(Node link) {
        return Stream.of(link.member("operationRef"))
                .filter(address -> address.json().asText().startsWith("#")
                        && !address.root().at(pointer(address)).isObject())
                .map(address -> new Offence(
                        address,
                        "No operation is at \"" + address.json().asText() + "\".",
                        "name one of the document's operations, as in #/paths/~1pets/get"));
    }

    private static String pointer(Node address) {
        String fragment = Node.decoded(address.json().asText().substring(1));
        return fragment.startsWith("/") ? fragment : "/" + fragment;
    }

    static Stream<Offence> parameters(Contract contract) {
        Map<String, Operation> byId = byId(contract);
        return links(contract)
                .flatMap(link ->
                        target(link, byId, contract).stream().flatMap(operation -> unknownParameters(link, operation)));
    }

    private static Stream<Offence> unknownParameters(Node link, Operation operation) {
        List<Parameter> known = operation.parameters();
        return link.member("parameters").members().values().stream()
                .filter(given -> known.stream().noneMatch(each -> isNamed(each, given.name())))
                .map(given -> new Offence(
                        given,
                        operation + " has no parameter \"" + given.name() + "\""
                                + told(Suggestion.of(
                                        given.name(),
                                        known.stream().map(Parameter::name).toList())),
                        "name a parameter of the operation, with its place where two have the name, as in path.id"));
    }

    private static boolean isNamed(Parameter parameter, String name) {
        return name.equals(parameter.name()) || name.equals(parameter.in().keyword() + "." + parameter.name());
    }

    private static Optional<Operation> target(Node link, Map<String, Operation> byId, Contract contract) {
        String address = link.text("operationRef", "");
        return address.startsWith("#")
                ? OperationRules.operations(contract)
                        .filter(each -> each.node().pointer().equals(pointer(link.member("operationRef"))))
                        .findFirst()
                : Optional.ofNullable(byId.get(link.text("operationId", "")));
    }

    private static Map<String, Operation> byId(Contract contract) {
        return OperationRules.operations(contract)
                .filter(operation -> operation.node().json().has("operationId"))
                .collect(Collectors.toMap(
                        operation -> operation.node().text("operationId", ""),
                        operation -> operation,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Stream<Node> links(Contract contract) {
        return Spots.written(contract.document()).of(Kind.LINK).stream();
    }

    private static String told(String suggestion) {
        return suggestion.isEmpty() ? "." : suggestion;
    }
}
