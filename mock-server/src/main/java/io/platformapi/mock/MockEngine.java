package io.platformapi.mock;

import io.platformapi.contract.In;
import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Gates;
import io.platformapi.contract.admission.Gates.Anyone;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.http.Gzip;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.Methods;
import io.platformapi.contract.page.ContractSite;
import io.platformapi.contract.source.Lazy;
import io.platformapi.mock.call.Occasion;
import io.platformapi.mock.journal.JournalRoom;
import io.platformapi.mock.memory.MemoryPlan;
import io.platformapi.mock.memory.MemoryRoom;
import io.platformapi.mock.memory.Recollection;
import io.platformapi.mock.stub.Stub;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A mock of the API a contract describes: a request goes in, a response comes out.
 *
 * <ol>
 *   <li>{@link Admission}: what is no valid request of an operation, or without credentials, is refused.
 *   <li>Choose: what {@code Prefer} asks for, else what a stub says, else the response of the example that the request
 *       repeats, else the first success.
 *   <li>Write: the documented example, or a value made up from the schema, in the type that was negotiated.
 * </ol>
 *
 * <p>A request that is refused on the way gets the document's own response for the status where the dialect takes it
 * from there. Knows no HTTP server; safe for many threads.
 */
public final class MockEngine {

    /** Where a redirect leads of which the document does not say it. */
    private static final Headers FRONT_PAGE = Headers.of("Location", "/");

    private final Contract contract;
    private final Dialect dialect;
    private final Admission admission;
    private final CredentialCheck credentials;
    private final Function<Admission.Routed, Passage<Anyone>> callers;
    private final Gates<Anyone> letIn;
    private final Choices choices;
    private final Values values;
    private final Responses responses;
    private final Delay delay;
    private final Supplier<Map<String, Stub<?, ?>>> world;
    private final Optional<MemoryPlan> plan;
    private final Session own;
    private final Lazy<ContractSite> site;

    /** A mock that answers from the document, and with what stubs say where they say something. */
    public MockEngine(Contract contract, MockOptions options) {
        this.contract = contract;
        this.dialect = contract.dialect();
        this.admission = new Admission(contract);
        this.credentials = new CredentialCheck(contract.securitySchemes());
        this.callers =
                options.callers() == MockOptions.Callers.ANYBODY ? Gates.open().credentials() : credentials::identified;
        this.letIn = new Gates<>(callers, any -> Optional.empty());
        this.choices = new Choices(dialect);
        this.values = new Values(options);
        this.responses = new Responses(dialect, values);
        this.delay = options.delay();
        this.world = options.stubs();
        this.plan = options.memory().apply(contract);
        this.own = new Session(new Session.Room(new JournalRoom(0), MemoryRoom.usual(), InstantSource.system()), world);
        this.site = new Lazy<>(() -> MockSite.of(contract));
    }

    /** The stubs that a session of this mock begins with. */
    Map<String, Stub<?, ?>> world() {
        return world.get();
    }

    /** What sessions of this mock remember; empty for nothing. */
    Optional<MemoryPlan> plan() {
        return plan;
    }

    /** What of the document people are shown. */
    ContractSite site() {
        return site.get();
    }

    /** Answers one request, at once: to hold answers back is up to those who send them. */
    public HttpResponse answer(HttpRequest request) {
        return answered(request).response();
    }

    /** Answers one request in a session of this engine's own, and says why so and how late. */
    Answered answered(HttpRequest request) {
        return answered(request, own);
    }

    /** Answers one request, and says why so and how late. */
    Answered answered(HttpRequest request, Session session) {
        return guarded(request, session, () -> enter(request, Optional.empty()));
    }

    /**
     * How far a request gets by its head alone, before its body has come.
     *
     * @param head the request with some byte for the body that it announces
     * @param excess why that body is not read, if it is too large
     */
    Passage<Admission.Negotiated<Anyone>> enter(HttpRequest head, Optional<Refusal> excess) {
        Gates<Anyone> gates = excess.isEmpty() ? letIn : new Gates<>(callers, any -> excess);
        return admission.route(head).then(routed -> routed.enter(gates, Gzip.unsaid(head)));
    }

    /** How far a request gets whose credentials somebody else judges. */
    Passage<Admission.Admitted<Anyone>> judged(HttpRequest request) {
        return read(
                admission.route(request).then(routed -> routed.enter(Gates.open(), Gzip.unsaid(request))),
                PlainRequest.of(request));
    }

    private static Passage<Admission.Admitted<Anyone>> read(
            Passage<Admission.Negotiated<Anyone>> entered, Optional<HttpRequest> plain) {
        return plain.map(request -> entered.then(negotiated -> negotiated.read(request)))
                .orElseGet(() ->
                        entered.then(any -> new Passage.Ended<>(entered.route(), Optional.of(PlainRequest.BROKEN))));
    }

    /** The same of a request whose body nobody reads: all but the body is looked at. */
    Passage<Admission.Admitted<Anyone>> judgedByHead(HttpRequest announced) {
        return admission
                .route(announced)
                .then(routed -> routed.enter(Gates.open(), announced.with("Content-Encoding", "identity")))
                .then(Admission.Negotiated::readHead);
    }

    Contract contract() {
        return contract;
    }

    /** The answer to a request that got so far, now that all of it is there. */
    Answered answered(Passage<Admission.Negotiated<Anyone>> entered, HttpRequest request, Session session) {
        return guarded(request, session, () -> entered);
    }

    private Answered guarded(
            HttpRequest request, Session session, Supplier<Passage<Admission.Negotiated<Anyone>>> entered) {
        try {
            Optional<HttpRequest> plain = PlainRequest.of(request);
            return decided(read(entered.get(), plain), plain.orElse(request), session)
                    .after(Preference.delay(request.headers()).orElse(delay).once());
        } catch (RuntimeException | StackOverflowError fault) { // schemas and values may be nested deeper than we go
            return Breakdown.answered(contract, request, fault);
        }
    }

    private Answered decided(Passage<Admission.Admitted<Anyone>> passage, HttpRequest request, Session session) {
        if (passage instanceof Passage.Reached<Admission.Admitted<Anyone>> reached) {
            Answered chosen = chosen(reached.stage(), request, session);
            return isUnread(request, reached.stage().request()) ? chosen.unread() : chosen;
        }
        return ended((Passage.Ended<Admission.Admitted<Anyone>>) passage, request);
    }

    /** What is answered to a request that is not let in. */
    Answered ended(Passage.Ended<?> end, HttpRequest request) {
        return end.refusal()
                .map(PlainRequest::offering)
                .map(refusal -> refused(refusal, end.route(), request))
                .orElseGet(() -> methods((Route.Options) end.route()));
    }

    private static Answered methods(Route.Options options) {
        Headers allowed = Headers.of("Allow", String.join(", ", options.allowed()));
        return new Answered(HttpResponse.of(204, allowed), () -> "methods");
    }

    private Answered chosen(Admission.Admitted<Anyone> admitted, HttpRequest request, Session session) {
        Route.Found route = admitted.route();
        String operation = route.operation().id();
        try {
            Preference asked = Preference.of(request.headers());
            Preference preference =
                    asked.orElse(() -> session.preference(operation).orElse(Preference.NONE));
            Optional<Recollection> recalled = preference.chooses() || preference.dynamic()
                    ? Optional.empty()
                    : recalled(admitted, request, session);
            if (recalled.isPresent() && recalled.get() instanceof Recollection.Denied denied) {
                return new Recalled(contract, responses).denied(denied, route, request);
            }
            Choice choice = recalled.map(kept -> Recalled.choice((Recollection.Kept) kept, route.operation()))
                    .orElseGet(() -> choices.choose(route, admitted.request(), preference, session.stubs()));
            HttpResponse response = withWhatHttpAsks(responses.write(choice, route, request), route);
            Answered answered = new Answered(asked.acknowledged(response), values.origin(choice)).of(operation);
            return dialect.target(route).callbacks().isEmpty()
                    ? answered
                    : answered.on(new Occasion(request, route, admitted.request(), response, dialect.bodies()));
        } catch (NoAnswer none) {
            return refused(none.refusal(), route, request);
        }
    }

    /** Whether a body is documented in a type whose syntax nobody knows, and so was not looked into. */
    static boolean isUnread(HttpRequest sent, BoundRequest read) {
        return sent.hasBody()
                && read.operation().body().isPresent()
                && read.parts().stream().noneMatch(part -> part.in() == In.BODY && part.isGiven());
    }

    private Optional<Recollection> recalled(Admission.Admitted<Anyone> admitted, HttpRequest request, Session session) {
        Route.Found route = admitted.route();
        return plan.flatMap(remembered -> session.memory(remembered)
                .recall(dialect.target(route).id(), route.pathValues(), admitted.request(), request));
    }

    /** A documented refusal with the field that HTTP wants of its status, whether or not the document speaks of it. */
    private HttpResponse withWhatHttpAsks(HttpResponse response, Route.Found route) {
        if (response.status() == 405 && !response.headers().has("Allow")) {
            return response.with(Headers.of(
                    "Allow", String.join(", ", Methods.answered(route.siblings().keySet()))));
        }
        if (response.isRedirect() && !response.headers().has("Location")) {
            return response.with(FRONT_PAGE);
        }
        boolean unchallenged = response.status() == 401 && !response.headers().has("WWW-Authenticate");
        return unchallenged ? response.with(credentials.challenge(route.operation())) : response;
    }

    /** The answer to a request of which no more than the head is known, and that gets no further. */
    Answered refused(Refusal refusal, HttpRequest head) {
        return refused(refusal, contract.route(head), head);
    }

    private Answered refused(Refusal refusal, Route route, HttpRequest request) {
        Answered refused = Answered.refused(refusal(refusal, route, request), refusal);
        return route instanceof Route.Found found ? refused.of(found.operation().id()) : refused;
    }

    /** A failure of some status in the words of the dialect, whatever the document says of it. */
    HttpResponse failure(int status, HttpRequest request) {
        return failure(status, "The mock was told to fail.", request);
    }

    /** The same for a reason of one's own. */
    HttpResponse failure(int status, String message, HttpRequest request) {
        Refusal refusal = Refusal.of(Refusal.Kind.FAILURE, message);
        return dialect.failure(contract, status, refusal, request);
    }

    /** An answer to a request that nobody can make sense of. */
    Answered misunderstood(String problem, HttpRequest request) {
        return refused(Refusal.of(Refusal.Kind.PREFERENCE, problem), new Route.NotFound(), request);
    }

    private HttpResponse refusal(Refusal refusal, Route route, HttpRequest request) {
        try {
            return documented(refusal, route, request)
                    .orElseGet(() -> dialect.refusal(contract, refusal, route, request));
        } catch (NoAnswer again) {
            return dialect.refusal(contract, again.refusal(), route, request);
        }
    }

    private Optional<HttpResponse> documented(Refusal refusal, Route route, HttpRequest request) {
        if (!(route instanceof Route.Found found)) {
            return Optional.empty();
        }
        return choices.documented(refusal, found)
                .map(choice -> SaidProblem.in(choice, dialect.failure(contract, choice.status(), refusal, request)))
                .map(choice -> responses.writeAnyway(choice, found, request))
                .map(response ->
                        response.headers().has("WWW-Authenticate") ? response : response.with(refusal.headers()));
    }
}
