package io.platformapi.verify.cases;

import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Breaks what HTTP itself speaks of: the body's form and type, the type asked for, method and path. */
final class Protocol {

    private static final String PLAIN_JSON = "application/json";
    private static final String NOBODYS_TYPE = "application/x-not-offered";
    private static final List<String> METHODS = List.of("PATCH", "PUT", "DELETE", "POST", "GET", "TRACE");

    private final Contract contract;
    private final Credentials credentials;
    private final Oracle oracle;
    private final MalformedBodies bodies;
    private final Strangers strangers;

    Protocol(Contract contract, Credentials credentials, Oracle oracle) {
        this.contract = contract;
        this.credentials = credentials;
        this.strangers = new Strangers(contract, credentials);
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
                        promised(
                                valid,
                                "text-type",
                                "text/plain",
                                valid.request().body()),
                        promised(
                                valid,
                                "xml-type",
                                "application/xml",
                                valid.request().body()),
                        json(valid).flatMap(body -> promised(valid, "json-type", PLAIN_JSON, body)),
                        unacceptable(valid),
                        otherMethod(valid),
                        options(valid))
                .flatMap(Optional::stream);
        return Stream.concat(single, strangers.cases(valid));
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
        boolean promised = Stream.of("400", "422").anyMatch(operation.responses()::containsKey);
        Stream<Case> unbound = bodies
                .withoutBoundary(valid.request())
                .map(request -> broken(
                                valid,
                                "malformed-body/" + type + "/boundary",
                                Expected.refused(
                                        CheckId.INVALID_REQUEST_REFUSED.id(),
                                        "its type names no boundary of parts",
                                        Set.of()))
                        .asking(request))
                .stream();
        return Stream.of(cut, unbound, promised ? unstrict(valid, type) : Stream.<Case>empty())
                .flatMap(all -> all);
    }

    /** What parsers of JSON may pass over. */
    private Stream<Case> unstrict(Case valid, String type) {
        Operation operation = valid.answering().orElseThrow();
        return Stream.concat(
                bodies
                        .afterAComma(operation, valid.request())
                        .map(request -> malformed(
                                valid, type + "/comma", "its JSON has a comma behind the last value", request))
                        .stream(),
                bodies
                        .beforeMore(operation, valid.request())
                        .map(request ->
                                malformed(valid, type + "/more", "its JSON is followed by something else", request))
                        .stream());
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

    /** A body by another name, or the values of a form as JSON, where 415 is promised for what is not documented. */
    private Optional<Case> promised(Case valid, String name, String type, byte[] body) {
        return wrongType(valid, name, type)
                .filter(one -> one.expected().duty() == Expected.Duty.MUST)
                .map(one -> one.asking(one.request().with(new TypedBody(MediaType.of(type), body))))
                .filter(one -> !oracle.isAllowed(one.request()) && isUndocumented(one, type));
    }

    private static boolean isUndocumented(Case one, String type) {
        return one.answering().flatMap(Operation::body).stream()
                .flatMap(body -> body.contents().stream())
                .noneMatch(content -> content.type().includes(MediaType.of(type)));
    }

    private Optional<byte[]> json(Case valid) {
        return Optional.of(valid.request())
                .filter(request -> request.contentType()
                        .filter(type -> type.essence().equals("application/x-www-form-urlencoded"))
                        .isPresent())
                .flatMap(request -> oracle.bound(valid.answering().orElseThrow(), request))
                .map(bound -> bound.value(In.BODY, "").toString().getBytes(StandardCharsets.UTF_8));
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
    static Case refused(Case valid, String flaw, String check, String reason, int... status) {
        Set<Integer> statuses = Arrays.stream(status)
                .filter(code -> valid.answering().orElseThrow().responses().containsKey(String.valueOf(code)))
                .boxed()
                .collect(Collectors.toSet());
        return broken(valid, flaw, Expected.refused(check, reason, statuses));
    }

    static Case broken(Case valid, String flaw, Expected expected) {
        Operation operation = valid.answering().orElseThrow();
        return new Case(
                operation.id() + "/" + flaw, valid.subject(), operation, valid.request(), expected, valid.documented());
    }
}
