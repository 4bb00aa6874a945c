package io.platformapi.lint;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.schema.SchemaVersion;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of a message HTTP has no place for, or nobody can tell from another. */
final class MessageRules {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "TRACE");

    private MessageRules() {}

    static Stream<Offence> bodies(Contract contract) {
        return OperationRules.operations(contract)
                .filter(operation -> WITHOUT_BODY.contains(operation.method())
                        && operation.body().isPresent())
                .map(operation -> new Offence(
                        operation.node().member("requestBody"),
                        "A " + operation.method() + " with a body: many servers and proxies drop it.",
                        "write it as parameters, or take another method"));
    }

    static Stream<Offence> emptyAnswers(Contract contract) {
        return OperationRules.operations(contract)
                .flatMap(operation -> operation.responses().values().stream())
                .filter(response -> response.key().matches("1..|204|205|304")
                        && !response.contents().isEmpty())
                .map(response -> new Offence(
                        response.node().member("content"),
                        "An answer with status " + response.key() + " has no body.",
                        "leave the content out, or take another status"));
    }

    static Stream<Offence> ownHeaders(Contract contract) {
        Spots spots = Spots.written(contract.document());
        Stream<Offence> answered = spots.of(Kind.HEADER).stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type")
                        && header.pointer().matches(".*/(responses/[^/]+|encoding/[^/]+)/headers/[^/]+"))
                .map(header -> new Offence(
                        header,
                        "The header \"" + header.name() + "\" is said by the types of the content; tools pass it over.",
                        "leave it out"));
        return Stream.concat(asked(spots), answered);
    }

    private static Stream<Offence> asked(Spots spots) {
        return spots.of(Kind.PARAMETER).stream()
                .filter(parameter -> parameter.text("in", "").equals("header")
                        && Parameter.isSaidElsewhere(parameter.text("name", "")))
                .map(parameter -> new Offence(
                        parameter,
                        "The header \"" + parameter.text("name", "")
                                + "\" is no parameter in OpenAPI; tools pass it over.",
                        "describe it by content types or security"));
    }

    /** Paths that match the same requests without being equal, such as {@code /a/{b}} and {@code /{a}/b}. */
    static Stream<Offence> ambiguousPaths(Contract contract) {
        return Stream.concat(matchedByMore(contract), toldBySlash(contract));
    }

    /** Paths that only a slash at the end tells apart, each once. */
    private static Stream<Offence> toldBySlash(Contract contract) {
        Map<String, Operation> first = new LinkedHashMap<>();
        contract.operations().forEach(each -> first.putIfAbsent(each.path().text(), each));
        return first.keySet().stream()
                .filter(path -> path.length() > 1 && path.endsWith("/"))
                .filter(path -> first.containsKey(path.substring(0, path.length() - 1)))
                .map(path -> new Offence(
                        Objects.requireNonNull(first.get(path)).node(),
                        path + " is another path than " + path.substring(0, path.length() - 1)
                                + " by the slash at its end alone, which many clients and servers leave out or add.",
                        "tell the paths apart by more, or write both as one"));
    }

    private static Stream<Offence> matchedByMore(Contract contract) {
        List<Offence> offences = new ArrayList<>();
        List<Operation> operations = contract.operations();
        for (int i = 0; i < operations.size(); i++) {
            Operation later = operations.get(i);
            operations.subList(0, i).stream()
                    .filter(other -> other.method().equals(later.method())
                            && isAmbiguous(other.path().segments(), later.path().segments()))
                    .findFirst()
                    .ifPresent(other -> offences.add(new Offence(
                            later.node(),
                            "Some requests match " + other.path() + " as well as " + later.path()
                                    + ", and nothing says which is meant.",
                            "tell the paths apart by a fixed part")));
        }
        return offences.stream();
    }

    private static boolean isAmbiguous(List<PathTemplate.Segment> one, List<PathTemplate.Segment> other) {
        boolean oneIsMore = false;
        boolean otherIsMore = false;
        for (int i = 0; i < one.size() && one.size() == other.size(); i++) {
            boolean fixed = one.get(i).variables().isEmpty();
            boolean otherFixed = other.get(i).variables().isEmpty();
            if (fixed && otherFixed && !one.get(i).text().equals(other.get(i).text())
                    || !isWhole(one.get(i))
                    || !isWhole(other.get(i))) {
                return false;
            }
            oneIsMore |= fixed && !otherFixed;
            otherIsMore |= otherFixed && !fixed;
        }
        return oneIsMore && otherIsMore;
    }

    /** Of a part that mixes text and variables nobody knows at once what it matches. */
    private static boolean isWhole(PathTemplate.Segment segment) {
        return segment.variables().isEmpty() || segment.text().matches("\\{[^{}]*}");
    }

    /** What is said of the spelling of members that a body does not have. */
    static Stream<Offence> encodings(Contract contract) {
        return Spots.written(contract.document()).of(Kind.MEDIA_TYPE).stream().flatMap(content -> {
            Set<String> members =
                    contract.schemas().of(content.member("schema")).properties().keySet();
            return content.member("encoding").members().values().stream()
                    .filter(encoding -> !members.isEmpty()
                            && !members.contains(encoding.name())
                            && !isOpen(content.member("schema")))
                    .map(encoding -> new Offence(
                            encoding,
                            "The body has no member \"" + encoding.name() + "\" to be encoded"
                                    + told(Suggestion.of(encoding.name(), members)),
                            "name a member of the schema"));
        });
    }

    /** Whether a schema names the members that it does not declare. */
    private static boolean isOpen(Node schema) {
        Node definition = schema.resolved();
        return definition.json().has("patternProperties")
                || definition.member("additionalProperties").isObject()
                || definition.flag("additionalProperties");
    }

    static Stream<Offence> scopes(Contract contract) {
        return Stream.concat(
                        Stream.of(contract.document()),
                        OperationRules.operations(contract).map(Operation::node))
                .flatMap(owner -> owner.member("security").items().stream())
                .flatMap(requirement -> requirement.members().values().stream())
                .flatMap(scheme -> scopes(contract, scheme));
    }

    private static Stream<Offence> scopes(Contract contract, Node asked) {
        SecurityScheme scheme = contract.securitySchemes().get(asked.name());
        if (scheme == null) {
            return Stream.empty();
        } else if (!scheme.type().equals("oauth2")) {
            return ofOtherTypes(contract, asked, scheme.type());
        }
        Set<String> known = new TreeSet<>();
        scheme.node().member("flows").members().values().stream()
                .flatMap(flow -> flow.member("scopes").members().keySet().stream())
                .forEach(known::add);
        return asked.items().stream()
                .filter(scope -> !known.contains(scope.json().asText()))
                .map(scope -> new Offence(
                        scope,
                        "The scheme " + asked.name() + " has no scope \""
                                + scope.json().asText() + "\""
                                + told(Suggestion.of(scope.json().asText(), known)),
                        "declare it in the scheme's flows, or correct the name"));
    }

    /** From 3.1 on other schemes may have roles. */
    private static Stream<Offence> ofOtherTypes(Contract contract, Node asked, String type) {
        if (contract.schemas().version() != SchemaVersion.OPENAPI_3_0 || type.equals("openIdConnect")) {
            return Stream.empty();
        }
        return asked.items().stream()
                .map(scope -> new Offence(
                        scope,
                        "The scheme " + asked.name() + " is of type " + type
                                + ", which has no scopes up to OpenAPI 3.0.",
                        "leave it out"));
    }

    private static String told(String suggestion) {
        return suggestion.isEmpty() ? "." : suggestion;
    }
}
