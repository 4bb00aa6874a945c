package io.platformapi.contract.admission;

import io.platformapi.contract.In;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * The way of a request in: the one of mock, server and tests. Each stage is the only way to the next, so that none is
 * left out and the order of refusals is the same everywhere.
 *
 * <ol>
 *   <li>{@linkplain #route Route}: the operation for method and path.
 *   <li>{@linkplain Routed#identify Credentials}: who sends it, if the host's gate knows.
 *   <li>{@linkplain Identified#count Count and measure}: not too many, not too large, as the host says.
 *   <li>{@linkplain Counted#negotiate Negotiate}: the body is of a type that is read and not coded besides, the answer
 *       of a type that is accepted. So far the head is enough.
 *   <li>{@linkplain Negotiated#bind Bind}: parameters and body become typed values.
 *   <li>{@linkplain Bound#check Check}: the values are what the schemas allow; else every violation at once.
 * </ol>
 *
 * <p>Made once for a contract; thread-safe.
 */
public final class Admission {

    private final Contract contract;

    public Admission(Contract contract) {
        this.contract = contract;
    }

    /** The whole way of a request that has come whole. */
    public <C> Passage<Admitted<C>> whole(HttpRequest request, Gates<C> gates) {
        return route(request).then(routed -> routed.enter(gates, request)).then(negotiated -> negotiated.read(request));
    }

    /** The first stage: where a request leads, by its head alone. */
    public Passage<Routed> route(HttpRequest request) {
        Route route = contract.route(request);
        if (route instanceof Route.Found found) {
            return new Passage.Reached<>(found, new Routed(contract.dialect(), found, request));
        }
        boolean asks = route instanceof Route.Options;
        return new Passage.Ended<>(route, asks ? Optional.empty() : Optional.of(Refusal.unrouted(route, request)));
    }

    /** The same of a request that no path leads on, such as one that the API sends by itself. */
    public static Passage<Routed> routed(Dialect dialect, Route.Found route, HttpRequest request) {
        return new Passage.Reached<>(route, new Routed(dialect, route, request));
    }

    /** A request for an operation. */
    public static final class Routed {

        private final Dialect dialect;
        private final Route.Found route;
        private final HttpRequest request;

        private Routed(Dialect dialect, Route.Found route, HttpRequest request) {
            this.dialect = dialect;
            this.route = route;
            this.request = request;
        }

        public Route.Found route() {
            return route;
        }

        /** The request, maybe without its body. */
        public HttpRequest request() {
            return request;
        }

        /** What a gate says of a client whom it lets in. */
        public <C> Passage<C> by(C client) {
            return new Passage.Reached<>(route, client);
        }

        /** What a gate says of a request that it does not let in. */
        public <C> Passage<C> refused(Refusal refusal) {
            return new Passage.Ended<>(route, Optional.of(refusal));
        }

        /** All that the head decides. */
        public <C> Passage<Negotiated<C>> enter(Gates<C> gates, HttpRequest announced) {
            return identify(gates).then(known -> known.count(gates)).then(counted -> counted.negotiate(announced));
        }

        <C> Passage<Identified<C>> identify(Gates<C> gates) {
            return gates.credentials()
                    .apply(this)
                    .then(client -> new Passage.Reached<>(route, new Identified<>(dialect, route, client)));
        }
    }

    /** A request of a known client. */
    record Identified<C>(Dialect dialect, Route.Found route, C client) {

        Passage<Counted<C>> count(Gates<C> gates) {
            return Passage.unless(gates.limits().apply(client), route, new Counted<>(this));
        }
    }

    /** A request that is not one too many, nor too large. */
    record Counted<C>(Identified<C> known) {

        /** @param announced the request, with some byte for a body that is still to come */
        Passage<Negotiated<C>> negotiate(HttpRequest announced) {
            Optional<Refusal> unread =
                    Refusal.coded(announced).or(() -> known.dialect.negotiation(known.route, announced));
            return Passage.unless(unread, known.route, new Negotiated<>(known, announced));
        }
    }

    /** A request whose body can be read, and its answer written. */
    public static final class Negotiated<C> {

        private final Identified<C> known;
        private final HttpRequest announced;

        private Negotiated(Identified<C> known, HttpRequest announced) {
            this.known = known;
            this.announced = announced;
        }

        /** All that is left to do once the whole request is there. */
        public Passage<Admitted<C>> read(HttpRequest whole) {
            return bind(whole).then(Bound::check);
        }

        /** The same where nobody reads the body: all else is looked at. */
        public Passage<Admitted<C>> readHead() {
            HttpRequest head = HttpRequest.of(announced.method(), announced.target(), announced.headers());
            BoundRequest bound = known.dialect.bind(known.route, head);
            List<Violation> violations = RequestCheck.violations(bound).stream()
                    .filter(violation -> violation.in() != In.BODY)
                    .toList();
            return new Bound<>(known, bound).unless(violations);
        }

        /** A body that was not announced, such as one in chunks, may be of a type that is not read. */
        Passage<Bound<C>> bind(HttpRequest whole) {
            Dialect dialect = known.dialect;
            Optional<Refusal> unread =
                    whole.hasBody() == announced.hasBody() ? Optional.empty() : dialect.negotiation(known.route, whole);
            return unread.isPresent()
                    ? new Passage.Ended<>(known.route, unread)
                    : new Passage.Reached<>(known.route, new Bound<>(known, dialect.bind(known.route, whole)));
        }
    }

    /** A request as the contract understands it. */
    record Bound<C>(Identified<C> known, BoundRequest request) {

        Passage<Admitted<C>> check() {
            return unless(RequestCheck.violations(request));
        }

        Passage<Admitted<C>> unless(List<Violation> violations) {
            return Passage.unless(
                    violations.isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid(violations)),
                    known.route,
                    new Admitted<>(known.client, known.route, request));
        }
    }

    /**
     * A request that nothing is wrong with.
     *
     * @param client whoever sends it
     * @param route where it leads
     * @param request what it says
     */
    public record Admitted<C>(C client, Route.Found route, BoundRequest request) {}
}
