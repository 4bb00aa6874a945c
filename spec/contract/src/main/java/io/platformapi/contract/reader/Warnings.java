package io.platformapi.contract.reader;

import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Warning;
import io.platformapi.contract.keyword.Illegible;
import io.platformapi.contract.layout.Slip;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is wrong in a document that can nevertheless be served. */
final class Warnings {

    private static final String UNREAD = "not-looked-at";
    private static final String SCHEME = "security-scheme-unknown";

    private final Node document;
    private final Set<String> schemes;
    private final List<Warning> found = new ArrayList<>();

    private Warnings(Node document, Set<String> schemes) {
        this.document = document;
        this.schemes = schemes;
    }

    /** All that is to be told: what cannot be read, what is written otherwise than OpenAPI has it, and the rest. */
    static List<Warning> of(
            List<Illegible> unread,
            List<Slip> slips,
            Node document,
            List<Operation> operations,
            List<Operation> webhooks,
            Set<String> schemes) {
        Warnings rest = new Warnings(document, schemes);
        rest.checkInfo();
        rest.checkIds(Stream.concat(operations.stream(), webhooks.stream())
                .flatMap(Warnings::withCallbacks)
                .toList());
        rest.checkShapes(operations);
        operations.forEach(rest::checkOperation);
        rest.checkRootSecurity();
        rest.checkUnread();
        List<Warning> structure = told(slips);
        Set<Place> known = structure.stream()
                .filter(slip -> slip.rule().startsWith("field-"))
                .map(Warning::place)
                .collect(Collectors.toSet());
        Stream<Warning> others = rest.found.stream()
                .filter(warning -> !warning.rule().equals(UNREAD) || !known.contains(warning.place()));
        return Stream.of(
                        unread.stream().map(part -> new Warning(part.node().place(), part.rule(), part.message())),
                        others,
                        structure.stream())
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    /** What is written otherwise than OpenAPI has it. */
    static List<Warning> told(List<Slip> slips) {
        return slips.stream()
                .map(slip -> new Warning(slip.node().place(), slip.rule(), slip.message()))
                .toList();
    }

    private void warn(Node node, String rule, String message) {
        found.add(new Warning(node.place(), rule, message));
    }

    private void checkInfo() {
        if (document.member("info").isObject()) {
            checkInfo("title", "info-title");
            checkInfo("version", "info-version");
        }
    }

    private void checkInfo(String name, String rule) {
        if (!document.member("info").json().has(name)) {
            warn(document.member("info"), rule, "info." + name + " is missing; every document has one");
        }
    }

    private void checkIds(List<Operation> operations) {
        Map<String, Operation> seen = new HashMap<>();
        for (Operation operation : operations) {
            if (operation.node().member("operationId").exists() && isTaken(operation, seen)) {
                warn(
                        operation.node().member("operationId"),
                        "operation-id-unique",
                        "the operationId \"" + operation.id() + "\" is taken by an operation above; choose another");
            }
        }
    }

    private static Stream<Operation> withCallbacks(Operation operation) {
        return Stream.concat(
                Stream.of(operation),
                operation.callbacks().stream()
                        .map(Operation.Callback::operation)
                        .flatMap(Warnings::withCallbacks));
    }

    /** An operation that several places refer to is one. */
    private static boolean isTaken(Operation operation, Map<String, Operation> seen) {
        Operation other = seen.putIfAbsent(operation.id(), operation);
        return other != null && other.node().json() != operation.node().json();
    }

    private void checkShapes(List<Operation> operations) {
        Map<String, String> seen = new HashMap<>();
        for (Operation operation : operations) {
            String other =
                    seen.putIfAbsent(operation.path().shape(), operation.path().text());
            if (other != null && !other.equals(operation.path().text())) {
                warn(
                        operation.node(),
                        "path-unique",
                        operation.path() + " matches the same requests as " + other + "; write both as one path");
            }
        }
    }

    private void checkOperation(Operation operation) {
        Node written = operation.node();
        checkPathParameters(operation);
        checkSecurity(operation);
        if (operation.responses().isEmpty() && (written.member("responses").exists() || isOld())) {
            warn(operation.node(), "responses", operation + " documents no response; write at least one");
        }
    }

    /** Up to 3.0 every operation has responses. */
    private boolean isOld() {
        return document.text("openapi", "").startsWith("3.0");
    }

    private void checkPathParameters(Operation operation) {
        Set<String> written = new TreeSet<>(operation.path().variables());
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in() == In.PATH && !written.remove(parameter.name())) {
                warn(
                        parameter.node(),
                        "path-parameter-unused",
                        "the path " + operation.path() + " has no {" + parameter.name() + "}");
            }
        }
        for (String name : written) {
            warn(
                    operation.node(),
                    "path-parameter-undeclared",
                    "{" + name + "} of " + operation + " is not declared; add a parameter in: path");
        }
    }

    private void checkSecurity(Operation operation) {
        operation.security().stream()
                .flatMap(requirement -> requirement.scopes().keySet().stream())
                .distinct()
                .filter(name -> !schemes.contains(name))
                .forEach(name -> warn(operation.node(), "security-scheme-unknown", unknown(name)));
    }

    /** What the root asks for, and each operation asks for something else. */
    private void checkRootSecurity() {
        Set<String> told = found.stream()
                .filter(warning -> warning.rule().equals(SCHEME))
                .map(Warning::message)
                .collect(Collectors.toSet());
        document.member("security").items().stream()
                .flatMap(requirement -> requirement.members().values().stream())
                .filter(asked -> !schemes.contains(asked.name()))
                .filter(asked -> !told.contains(unknown(asked.name())))
                .forEach(asked -> warn(asked, "security-scheme-unknown", unknown(asked.name())));
    }

    private static String unknown(String scheme) {
        return "the security scheme \"" + scheme + "\" is not in components.securitySchemes";
    }

    /** What nobody looks at, so that nobody takes it for tested: once for each place, schemas where they are used. */
    private void checkUnread() {
        Set<Object> passed = Collections.newSetFromMap(new IdentityHashMap<>());
        Unread.inDocument(document, passed).forEach(each -> warn(each, "not-looked-at", Unread.told(each)));
        for (String map : List.of("paths", "webhooks")) {
            document.member(map).members().forEach((path, written) -> {
                Node item = written.resolved();
                if (!path.startsWith("x-") && item.isObject()) {
                    Unread.below(item, passed).forEach(each -> warn(each, "not-looked-at", Unread.told(each)));
                }
            });
        }
    }
}
