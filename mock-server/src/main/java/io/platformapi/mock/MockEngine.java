package io.platformapi.mock;

import io.platformapi.contract.Contract;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A mock of the API a contract describes: a request goes in, a response comes out.
 *
 * <ol>
 *   <li>Route: the operation for method and path; else 404 or 405.
 *   <li>Credentials: those the operation asks for are there; else 401.
 *   <li>Negotiation: the body is of a type that is read, the answer of one that is accepted; else 415 or 406.
 *   <li>Bind: parameters and body become typed values.
 *   <li>Check: the values are what the schemas allow; else every violation at once.
 *   <li>Choose: what {@code Prefer} asks for, else what a stub says, else the response of the example that the request
 *       repeats, else the first success.
 *   <li>Write: the documented example, or a value made up from the schema, in the type that was negotiated.
 * </ol>
 *
 * <p>A request that is refused on the way gets the document's own response for the status where the dialect takes it
 * from there. Knows no HTTP server; safe for many threads.
 */
public final class MockEngine {

    private final Contract contract;
    private final Dialect dialect;
    private final Credentials credentials;
    private final Choices choices;
    private final Values values;
    private final Responses responses;
    private final Delay delay;

    /** A mock that answers from the document, and with what stubs say where they say something. */
    public MockEngine(Contract contract, MockOptions options) {
        this.contract = contract;
        this.dialect = contract.dialect();
        this.credentials = new Credentials(contract.securitySchemes());
        this.choices = new Choices(dialect, new StubCalls(options.stubs()));
        this.values = new Values(options);
        this.responses = new Responses(dialect, values);
        this.delay = options.delay();
    }

    /** Answers one request, at once: to hold answers back is up to those who send them. */
    public HttpResponse answer(HttpRequest request) {
        return answered(request).response();
    }

    /** Answers one request, and says why so and how late. */
    Answered answered(HttpRequest request) {
        try {
            return decided(request)
                    .after(Preference.delay(request.headers()).orElse(delay).once());
        } catch (RuntimeException | StackOverflowError fault) { // schemas and values may be nested deeper than we go
            return Breakdown.answered(contract, request, fault);
        }
    }

    /**
     * Answers a request by its head, before its body has come; empty if the head says too little for that.
     *
     * @param head the request with some byte for the body that it announces
     * @param excess why that body is not read, if it is too large
     */
    Optional<Answered> answeredByHead(HttpRequest head, Optional<Refusal> excess) {
        Duration late = Preference.delay(head.headers()).orElse(delay).once();
        return decidedByHead(head, excess).map(answered -> answered.after(late));
    }

    private Optional<Answered> decidedByHead(HttpRequest head, Optional<Refusal> excess) {
        Route route = contract.route(head);
        if (route instanceof Route.Options options) {
            return Optional.of(methods(options));
        }
        try {
            Route.Found found = found(route, head);
            credentials.check(found.operation(), head);
            excess.ifPresent(refusal -> {
                throw new Refused(refusal);
            });
            negotiate(found, head);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(Answered.refused(refusal(refused.refusal(), route, head), refused.refusal()));
        }
    }

    private static Answered methods(Route.Options options) {
        Headers allowed = Headers.of("Allow", String.join(", ", options.allowed()));
        return new Answered(HttpResponse.of(204, allowed), () -> "methods");
    }

    private Answered decided(HttpRequest request) {
        Route route = contract.route(request);
        if (route instanceof Route.Options options) {
            return methods(options);
        }
        try {
            Route.Found found = found(route, request);
            credentials.check(found.operation(), request);
            negotiate(found, request);
            BoundRequest bound = dialect.bind(found, request);
            check(bound);
            Preference preference = Preference.of(request.headers());
            Choice choice = choices.choose(found, bound, preference);
            HttpResponse response = responses.write(choice, found, request);
            return new Answered(withWhatHttpAsks(response, found), () -> values.origin(choice));
        } catch (Refused refused) {
            return Answered.refused(refusal(refused.refusal(), route, request), refused.refusal());
        }
    }

    /** A documented refusal with the field that HTTP wants of its status, whether or not the document speaks of it. */
    private HttpResponse withWhatHttpAsks(HttpResponse response, Route.Found route) {
        if (response.status() == 405 && !response.headers().has("Allow")) {
            return response.with(
                    Headers.of("Allow", String.join(", ", route.siblings().keySet())));
        }
        boolean unchallenged = response.status() == 401 && !response.headers().has("WWW-Authenticate");
        return unchallenged ? response.with(credentials.challenge(route.operation())) : response;
    }

    private static Route.Found found(Route route, HttpRequest request) {
        if (route instanceof Route.Found found) {
            return found;
        }
        throw new Refused(Refusal.unrouted(route, request));
    }

    private void negotiate(Route.Found route, HttpRequest request) {
        dialect.negotiation(route, request).ifPresent(refusal -> {
            throw new Refused(refusal);
        });
    }

    private static void check(BoundRequest request) {
        List<Violation> violations = RequestCheck.violations(request);
        if (!violations.isEmpty()) {
            throw new Refused(Refusal.invalid(violations));
        }
    }

    private HttpResponse refusal(Refusal refusal, Route route, HttpRequest request) {
        try {
            return documented(refusal, route, request)
                    .orElseGet(() -> dialect.refusal(contract, refusal, route, request));
        } catch (Refused again) {
            return dialect.refusal(contract, again.refusal(), route, request);
        }
    }

    private Optional<HttpResponse> documented(Refusal refusal, Route route, HttpRequest request) {
        if (!(route instanceof Route.Found found)) {
            return Optional.empty();
        }
        return choices.documented(refusal, found)
                .map(choice -> responses.writeAnyway(choice, found, request))
                .map(response ->
                        response.headers().has("WWW-Authenticate") ? response : response.with(refusal.headers()));
    }
}
