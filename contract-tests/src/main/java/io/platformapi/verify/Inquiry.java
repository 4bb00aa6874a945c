package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.report.Mishap;
import io.platformapi.verify.cases.Addresses;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.FixedValues;
import io.platformapi.verify.cases.Wish;
import io.platformapi.verify.wire.UnsendableRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Single requests to a running server that somebody asks for one by one: those of one contract, which another one may
 * allow or not. They are made and sent as a verification makes and sends its own.
 *
 * <p>What was lost is not waited for again and again: after three requests in a row without an answer, or where nobody
 * listens, nothing more is sent.
 */
public final class Inquiry {

    private static final int ENOUGH = 3;

    private final Cases cases;
    private final Cases others;
    private final HttpTarget target;
    private final Patience patience;
    private final Credentials credentials;
    private final Curl curl;
    private int unanswered;
    private String given = "";

    /** What became of a request. */
    public sealed interface Reply {

        /** It was answered. */
        record Answered(HttpResponse answer) implements Reply {}

        /** It has no answer, for a reason. */
        record Silent(String reason) implements Reply {}

        /** It was not sent, for a reason. */
        record Unsent(String reason) implements Reply {}
    }

    Inquiry(
            Contract old,
            Contract fresh,
            Addresses addresses,
            HttpTarget target,
            Credentials credentials,
            FixedValues fixed) {
        Budget nothing = new Budget(0, 0, 1);
        this.cases = new Cases(old, credentials, nothing, addresses, fixed);
        this.others = new Cases(fresh, credentials, nothing, Addresses.below(URI.create("")), FixedValues.NONE);
        this.target = target;
        this.patience = new Patience(Deadline.after(RunLimits.usual().run()));
        this.credentials = credentials;
        this.curl = new Curl(addresses.origin().toString(), credentials, Curl.Secrets.HIDDEN);
    }

    /** A valid request of an operation with what is wished for; empty where there is none. */
    public Optional<Case> made(Operation operation, Wish wish) {
        return cases.wished(operation, wish);
    }

    /** Why an operation cannot be asked at all, if that is so. */
    public Optional<String> hindrance(Operation operation) {
        return cases.hindrance(operation);
    }

    /** Whether the other contract allows a request, too. */
    public boolean isAllowedByBoth(Operation operation, Case asked) {
        return cases.isAllowedBy(others, operation, asked);
    }

    /** A request that both contracts allow. */
    public Optional<Case> agreed(Operation operation, Operation successor) {
        return cases.agreed(operation, others, successor);
    }

    /** The same request as somebody sends it who has no credential. */
    public Case stranger(Case asked) {
        return asked.asking(credentials.open(asked.request()));
    }

    /** Sends a request and waits for its answer; one that says "not now" is asked again. */
    public Reply reply(Case asked) {
        if (!given.isEmpty()) {
            return new Reply.Unsent(given);
        }
        try {
            HttpResponse answer = patience.answer(target, asked.request(), asked.answering());
            unanswered = 0;
            return new Reply.Answered(answer);
        } catch (UnsendableRequest e) {
            return new Reply.Unsent("it cannot be sent (" + e.getMessage() + ")");
        } catch (IOException e) {
            return silent(e);
        } catch (RuntimeException e) {
            return new Reply.Unsent("it could not be sent (" + Mishap.of(e) + ")");
        }
    }

    private Reply silent(IOException silence) {
        String why = Silence.advised(silence);
        unanswered++;
        if (Silence.isNobody(silence) || Silence.isInsecure(silence)) {
            given = why + " there";
        } else if (unanswered >= ENOUGH) {
            given = "the " + ENOUGH + " before had no answer";
        }
        return new Reply.Silent(why);
    }

    /** The command that sends the same, without secrets. */
    public String command(HttpRequest request) {
        return credentials.hidden(curl.command(request));
    }
}
