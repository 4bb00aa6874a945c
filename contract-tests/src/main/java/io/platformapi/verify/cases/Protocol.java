package io.platformapi.verify.cases;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Breaks what HTTP itself speaks of: the body's form and type, the type asked for, credentials, method and path. */
final class Protocol {

    private static final String PLAIN_JSON = "application/json";
    private static final String NOBODYS_TYPE = "application/x-not-offered";
    private static final List<String> METHODS = List.of("PATCH", "PUT", "DELETE", "POST", "GET", "TRACE");

    private final Contract contract;
    private final Credentials credentials;
    private final Oracle oracle;
    private final MalformedBodies bodies;
    private final SchemeNames schemes;

    Protocol(Contract contract, Credentials credentials, Oracle oracle) {
        this.contract = contract;
        this.credentials = credentials;
        this.schemes = new SchemeNames(contract);
        this.oracle = oracle;
        this.bodies = new MalformedBodies(oracle);
    }

    /** The cases made from valid ones, of which there is at least one. */
    List<Case> cases(List<Case> valid) {
        return Stream.concat(ofEachType(valid).stream().flatMap(this::malformed), others(valid.get(0)))
                .toList();
    }

    private Stream<Case> others(Case valid) {
        Stream<Case> single = Stream.of(
                        wrongType(valid, "unsupported-type", NOBODYS_TYPE),
                        wrongType(valid, "plain-type", PLAIN_JSON).filter(plain -> isOfOwnJson(valid, plain)),
                        unacceptable(valid),
                        anonymous(valid),
                        otherMethod(valid),
                        options(valid))
                .flatMap(Optional::stream);
        return Stream.of(single, strangers(valid), headOfAStranger(valid), open(valid))
                .flatMap(all -> all);
    }

    /** The first case of each type of body. */
    private static Collection<Case> ofEachType(List<Case> valid) {
        Map<String, Case> byType = new LinkedHashMap<>();
        valid.forEach(one -> one.request().contentType().ifPresent(type -> byType.putIfAbsent(type.essence(), one)));
        return byType.values();
    }

    /** A request for a path that is not served. */
    Case unknownPath() {
        HttpRequest request = credentials.in(HttpRequest.of(
                "GET",
                "/no-such-path/" + Long.toString(contract.title().hashCode() & 0xFFFFFFFFL, 36),
                credentials.headers()));
        Expected expected = Expected.refused(
                CheckId.UNKNOWN_PATH_REFUSED.id(), "the path is not documented", Set.of(404, 401, 403));
        return new Case(
                "unknown-path",
                "any other path",
                null,
                request,
                expected,
                contract.document().member("paths"));
    }

    private Stream<Case> malformed(Case valid) {
        String type = valid.request().contentType().orElseThrow().essence();
        Operation operation = valid.answering().orElseThrow();
        Stream<Case> cut = bodies
                .cutOff(operation, valid.request())
                .map(request -> malformed(valid, type, "the body ends in the middle of a value", request))
                .stream();
        Stream<Case> comma = Stream.of("400", "422").anyMatch(operation.responses()::containsKey)
                ? bodies
                        .afterAComma(operation, valid.request())
                        .map(request -> malformed(
                                valid, type + "/comma", "its JSON has a comma behind the last value", request))
                        .stream()
                : Stream.empty();
        return Stream.concat(cut, comma);
    }

    private static Case malformed(Case valid, String what, String why, HttpRequest request) {
        return refused(valid, "malformed-body/" + what, CheckId.INVALID_REQUEST_REFUSED.id(), why)
                .asking(request);
    }

    /** A server may read a body whatever it is called (RFC 9110, section 15.5.16), unless it documents 415. */
    private Optional<Case> wrongType(Case valid, String name, String type) {
        boolean promised = valid.answering().orElseThrow().responses().containsKey("415");
        String reason = "the body is " + type;
        String check = CheckId.UNSUPPORTED_TYPE_REFUSED.id();
        return Optional.of(valid)
                .filter(one -> one.request().hasBody())
                .map(one -> promised
                        ? refused(one, name, check, reason, 415)
                        : broken(one, name, Expected.betterRefused(check, reason)))
                .map(one -> one.asking(one.request().with("Content-Type", type)));
    }

    /** Whether JSON by its plain name is another type, and promised to be refused: what it means was never said. */
    private boolean isOfOwnJson(Case valid, Case plain) {
        return valid.request().headers().text("Content-Type").contains("+json")
                && plain.expected().duty() == Expected.Duty.MUST
                && !oracle.isAllowed(plain.request());
    }

    /** A server may answer in another type rather than refuse (RFC 9110, section 12.4.1), unless it documents 406. */
    private Optional<Case> unacceptable(Case valid) {
        boolean promised = valid.answering().orElseThrow().responses().containsKey("406");
        Case asked = promised
                ? refused(
                        valid,
                        "unacceptable",
                        CheckId.UNACCEPTABLE_TYPE_REFUSED.id(),
                        "only " + NOBODYS_TYPE + " is accepted",
                        406)
                : broken(valid, "unacceptable", Expected.either("only " + NOBODYS_TYPE + " is accepted"));
        return Optional.of(asked.asking(valid.request().with("Accept", NOBODYS_TYPE)));
    }

    private static boolean isOpen(Case valid) {
        List<SecurityRequirement> security = valid.answering().orElseThrow().security();
        return security.isEmpty()
                || security.stream().anyMatch(one -> one.scopes().isEmpty());
    }

    /** Credentials that nobody was given. */
    private Stream<Case> strangers(Case valid) {
        return isOpen(valid)
                ? Stream.empty()
                : Stream.of(wrong(valid), ofAnotherScheme(valid).stream(), unnamed(valid).stream())
                        .flatMap(all -> all);
    }

    /** A secret by itself is no credential of a scheme, so whoever takes it lets in who has none. */
    private Optional<Case> unnamed(Case valid) {
        return schemes.unnamed(valid.answering().orElseThrow(), valid.request())
                .map(request -> refused(
                                valid,
                                "credentials-unnamed",
                                CheckId.CREDENTIALS_CHECKED.id(),
                                "its credentials name no scheme")
                        .asking(request));
    }

    /** What lets in elsewhere, where the operation asks for something else. */
    private Optional<Case> ofAnotherScheme(Case valid) {
        List<SecurityScheme> listed = valid.answering().orElseThrow().security().stream()
                .flatMap(one -> one.scopes().keySet().stream())
                .flatMap(name -> Stream.ofNullable(contract.securitySchemes().get(name)))
                .toList();
        List<SecurityScheme> all = List.copyOf(contract.securitySchemes().values());
        return credentials
                .byOthers(valid.request(), listed, all)
                .map(request -> refused(
                                valid,
                                "credentials-unlisted",
                                CheckId.CREDENTIALS_CHECKED.id(),
                                "its credentials are of a scheme that the operation does not ask for",
                                401,
                                403)
                        .asking(request));
    }

    private Stream<Case> wrong(Case valid) {
        return credentials.wrong(valid.request()).entrySet().stream()
                .map(way -> refused(
                                valid,
                                "credentials-" + way.getKey(),
                                CheckId.CREDENTIALS_CHECKED.id(),
                                "its credentials are not those that were given (" + way.getKey() + ")",
                                401,
                                403)
                        .asking(way.getValue()));
    }

    /** What the resource can do is told to whoever asks, if the server tells it at all. */
    private Optional<Case> options(Case valid) {
        Operation operation = valid.answering().orElseThrow();
        return Optional.of(new Case(
                        operation.id() + "/options",
                        "OPTIONS " + operation.path(),
                        null,
                        new HttpRequest(
                                "OPTIONS",
                                valid.request().path(),
                                "",
                                valid.request().headers(),
                                new byte[0]),
                        Expected.either("the methods of the path"),
                        valid.documented()))
                .filter(one -> contract.operations().stream()
                        .filter(other -> other.path().equals(operation.path()))
                        .findFirst()
                        .filter(operation::equals)
                        .isPresent())
                .filter(one -> contract.operations().stream()
                        .noneMatch(other -> other.path().equals(operation.path())
                                && other.method().equals("OPTIONS")));
    }

    private Optional<Case> anonymous(Case valid) {
        return isOpen(valid)
                ? Optional.empty()
                : Optional.of(refused(
                                valid,
                                "no-credentials",
                                CheckId.CREDENTIALS_REQUIRED.id(),
                                "it has no credentials",
                                401)
                        .asking(credentials.without(valid.request())));
    }

    /** What GET keeps from strangers, HEAD has to keep as well. */
    private Stream<Case> headOfAStranger(Case valid) {
        return anonymous(valid)
                .filter(one -> one.request().method().equals("GET"))
                .map(one -> new Case(
                        one.id() + "-by-head",
                        "HEAD " + valid.answering().orElseThrow().path(),
                        null,
                        one.request().withMethod("HEAD"),
                        Expected.refused(CheckId.CREDENTIALS_REQUIRED.id(), "it has no credentials", Set.of()),
                        valid.documented()))
                .stream();
    }

    /** Where the document says that nobody needs credentials, none are given. */
    private Stream<Case> open(Case valid) {
        Operation operation = valid.answering().orElseThrow();
        boolean said = operation.node().member("security").exists();
        HttpRequest request = credentials.without(valid.request());
        return !said || !isOpen(valid) || credentials.isEmpty() || isSame(request, valid.request())
                ? Stream.empty()
                : Stream.of(broken(valid, "without-credentials", Expected.letIn("it needs no credentials"))
                        .asking(request));
    }

    private static boolean isSame(HttpRequest one, HttpRequest other) {
        return one.headers().equals(other.headers()) && one.query().equals(other.query());
    }

    private Optional<Case> otherMethod(Case valid) {
        return METHODS.stream()
                .map(valid.request()::withMethod)
                .filter(request -> contract.route(request) instanceof Route.MethodNotAllowed)
                .findFirst()
                .map(request -> new Case(
                        valid.answering().orElseThrow().id() + "/undocumented-method",
                        request.method() + " " + valid.answering().orElseThrow().path(),
                        null,
                        new HttpRequest(
                                request.method(), request.path(), request.query(), request.headers(), new byte[0]),
                        Expected.refused(
                                CheckId.UNDOCUMENTED_METHOD_REFUSED.id(),
                                "the method is not documented",
                                unknown(request.method())),
                        valid.documented()));
    }

    /** That a server knows no such method (501) is not true where another path has it (RFC 9110, section 15.6.2). */
    private Set<Integer> unknown(String method) {
        boolean known =
                contract.operations().stream().anyMatch(other -> other.method().equals(method));
        return known ? Set.of(405, 404, 401, 403) : Set.of(405, 404, 501, 401, 403);
    }

    /** A refusal with the very status if the operation documents it, else with any of 4xx. */
    private static Case refused(Case valid, String flaw, String check, String reason, int... status) {
        Set<Integer> statuses = Arrays.stream(status)
                .filter(code -> valid.answering().orElseThrow().responses().containsKey(String.valueOf(code)))
                .boxed()
                .collect(Collectors.toSet());
        return broken(valid, flaw, Expected.refused(check, reason, statuses));
    }

    private static Case broken(Case valid, String flaw, Expected expected) {
        Operation operation = valid.answering().orElseThrow();
        return new Case(
                operation.id() + "/" + flaw, valid.subject(), operation, valid.request(), expected, valid.documented());
    }
}
