package io.platformapi.verify.cases;

import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks as somebody does who has no credentials, or others, and without any where the document wants none. */
final class Strangers {

    private final Contract contract;
    private final Credentials credentials;
    private final SchemeNames schemes;
    private final MovedCredentials moved;

    Strangers(Contract contract, Credentials credentials) {
        this.contract = contract;
        this.credentials = credentials;
        this.schemes = new SchemeNames(contract);
        this.moved = new MovedCredentials(credentials, contract.securitySchemes());
    }

    /** The cases made from a valid one. */
    Stream<Case> cases(Case valid) {
        return Stream.of(anonymous(valid).stream(), strangers(valid), headOfAStranger(valid), open(valid))
                .flatMap(all -> all);
    }

    /** Credentials that nobody was given. */
    private Stream<Case> strangers(Case valid) {
        return isOpen(valid)
                ? Stream.empty()
                : Stream.of(
                                wrong(valid),
                                ofAnotherScheme(valid).stream(),
                                unnamed(valid).stream(),
                                elsewhere(valid).stream())
                        .flatMap(all -> all);
    }

    /** Whoever lets in by what stands elsewhere lets in who has nothing of what the document asks for. */
    private Optional<Case> elsewhere(Case valid) {
        Operation operation = valid.answering().orElseThrow();
        String check = CheckId.CREDENTIALS_CHECKED.id();
        String reason = "its credentials stand where the document does not ask for them";
        return moved.elsewhere(operation, valid.request())
                .map(request -> Protocol.broken(
                                valid,
                                "credentials-elsewhere",
                                moved.isLeftOpen(operation)
                                        ? Expected.betterRefused(check, reason)
                                        : Expected.refused(check, reason, Set.of()))
                        .asking(request));
    }

    /** A secret by itself is no credential of a scheme, so whoever takes it lets in who has none. */
    private Optional<Case> unnamed(Case valid) {
        return schemes.unnamed(valid.answering().orElseThrow(), valid.request())
                .map(request -> Protocol.refused(
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
                .map(request -> Protocol.refused(
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
                .map(way -> Protocol.refused(
                                valid,
                                "credentials-" + way.getKey(),
                                CheckId.CREDENTIALS_CHECKED.id(),
                                "its credentials are not those that were given (" + way.getKey() + ")",
                                401,
                                403)
                        .asking(way.getValue()));
    }

    private static boolean isOpen(Case valid) {
        List<SecurityRequirement> security = valid.answering().orElseThrow().security();
        return security.isEmpty()
                || security.stream().anyMatch(one -> one.scopes().isEmpty());
    }

    private Optional<Case> anonymous(Case valid) {
        return isOpen(valid)
                ? Optional.empty()
                : Optional.of(Protocol.refused(
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
                : Stream.of(Protocol.broken(valid, "without-credentials", Expected.letIn("it needs no credentials"))
                        .asking(request));
    }

    private static boolean isSame(HttpRequest one, HttpRequest other) {
        return one.headers().equals(other.headers()) && one.query().equals(other.query());
    }
}
