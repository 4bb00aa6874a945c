package io.platformapi.mock;

import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.mock.call.ApiCall;
import io.platformapi.mock.call.ApiCalls;
import io.platformapi.mock.call.CallMessage;
import io.platformapi.mock.call.CallReach;
import io.platformapi.mock.call.Destination;
import io.platformapi.mock.call.Occasion;
import io.platformapi.mock.journal.Direction;
import io.platformapi.mock.journal.JournalEntry;
import io.platformapi.mock.journal.Redaction;
import io.platformapi.mock.journal.Validity;
import io.platformapi.mock.journal.ViolationNote;
import io.platformapi.mock.proxy.Arrival;
import io.platformapi.mock.proxy.OpenBody;
import io.platformapi.mock.proxy.Upstream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What the mock sends by itself, as the API would: callbacks when an answer is on its way, and whatever somebody asks
 * for. What came of it is told in the session's journal and in the log, and nowhere else. Safe for many threads.
 */
final class ApiCaller {

    /** How many are under way at most, of all sessions. */
    static final int MOST = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** By this the mock knows calls of its own, which lead to no others: a mock that calls itself would not end. */
    private static final String AGENT = "mock-server-call";

    private final Contract contract;
    private final ApiCalls calls;
    private final CallReach reach;
    private final Consumer<String> log;
    private final Redaction redaction;
    private final AtomicInteger underWay = new AtomicInteger();

    ApiCaller(Contract contract, CallReach reach, Consumer<String> log) {
        this.contract = contract;
        this.calls = ApiCalls.of(contract);
        this.reach = reach;
        this.log = log;
        this.redaction = Redaction.of(contract);
    }

    ApiCalls calls() {
        return calls;
    }

    /** The answer, with the callbacks that follow it: what is asked for is carried out by 2xx alone. */
    Answered followed(Answered answered, Session session) {
        int status = answered.response().status();
        return answered.sequel()
                .occasion()
                .filter(any -> status >= 200 && status < 300)
                .filter(occasion ->
                        !occasion.request().headers().text("User-Agent").equals(AGENT))
                .map(occasion -> following(answered, occasion, session))
                .orElse(answered);
    }

    private Answered following(Answered answered, Occasion occasion, Session session) {
        List<Runnable> due = new ArrayList<>();
        StringBuilder unsent = new StringBuilder();
        for (ApiCall call : calls.of(contract.dialect().target(occasion.route()))) {
            Destination destination = Destination.of(call.address().orElseThrow(), occasion);
            objection(destination)
                    .ifPresentOrElse(
                            reason -> unsent.append("; callback ")
                                    .append(call.name())
                                    .append(" is not sent: ")
                                    .append(reason),
                            () -> due.add(() -> prepared(call, Optional.empty())
                                    .ifPresentOrElse(
                                            message -> send(message, address(destination), session),
                                            () -> log.accept(call + " is not sent: " + NOTHING))));
        }
        return answered.saying(unsent.toString()).then(() -> due.forEach(Runnable::run));
    }

    /** Why nothing goes where nothing can be made. */
    static final String NOTHING = "the document shows no whole request of it, and none can be made up";

    private static URI address(Destination destination) {
        return ((Destination.Known) destination).address();
    }

    /** Why nothing is sent to a destination, as a phrase; empty if it may be. */
    private Optional<String> objection(Destination destination) {
        if (destination instanceof Destination.Unknown unknown) {
            return Optional.of(unknown.reason());
        }
        return reach == CallReach.OFF
                ? Optional.of("--callbacks=off")
                : reach.objection(((Destination.Known) destination).address());
    }

    /** The same for one that somebody asks for. */
    Optional<String> objection(URI address) {
        return reach.objection(address);
    }

    /** What a call carries; empty where there is no such example, or nothing that could be sent. */
    Optional<CallMessage> prepared(ApiCall call, Optional<String> example) {
        return CallMessage.of(contract, call, example, MockSite.ANY);
    }

    /** A call on its way. */
    private record Sent(CallMessage message, HttpRequest request, URI address, Session session, long began) {

        /** The request as the journal has it: with its whole address for a target. */
        HttpRequest told() {
            return request.withPath(address.getScheme() + "://" + address.getRawAuthority() + request.path());
        }
    }

    /** Sends a call, and tells later what came of it; never fails. */
    void send(CallMessage message, URI address, Session session) {
        HttpRequest request = message.to(address).with("User-Agent", AGENT);
        Sent sent = new Sent(message, request, address, session, System.nanoTime());
        if (underWay.incrementAndGet() > MOST) {
            underWay.decrementAndGet();
            tell(sent, none(), "not sent: " + MOST + " others are under way", AnswerJudgement.NONE);
            return;
        }
        URI base = URI.create(address.getScheme() + "://" + address.getRawAuthority());
        Upstream.at(base, PATIENCE).sent(request).whenComplete((arrival, fault) -> {
            underWay.decrementAndGet();
            came(sent, arrival, fault);
        });
    }

    private void came(Sent sent, Arrival arrival, Throwable fault) {
        if (fault != null) {
            Throwable cause =
                    fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
            tell(sent, none(), String.valueOf(cause.getMessage()).replaceAll("\\.$", ""), AnswerJudgement.NONE);
            return;
        }
        arrival.rest().ifPresent(OpenBody::close);
        ResponseCheck check = new ResponseCheck(contract.dialect().bodies(), Undocumented.ALLOWED);
        AnswerJudgement judgement =
                AnswerJudgement.of(check, sent.message().call().operation(), sent.request(), arrival);
        String what = judgement.violations().isEmpty() ? "as documented" : "the answer breaks the document";
        tell(sent, arrival.response(), judgement.unseen().orElse(what), judgement);
    }

    /** Stands for an answer that did not come. */
    private static HttpResponse none() {
        return HttpResponse.of(0, Headers.none());
    }

    private void tell(Sent sent, HttpResponse answer, String outcome, AnswerJudgement judgement) {
        Duration took = Duration.ofNanos(System.nanoTime() - sent.began());
        CallMessage message = sent.message();
        String why = message.call() + ": " + outcome;
        sent.session()
                .journal()
                .add(number -> new JournalEntry(
                        number,
                        Instant.now(),
                        sent.told(),
                        answer,
                        Optional.of(message.call().id()),
                        () -> why,
                        message.violations().isEmpty() ? Validity.VALID : Validity.INVALID,
                        ViolationNote.of(message.violations(), judgement.violations()),
                        took,
                        Direction.SENT));
        String status = answer.status() == 0 ? "no answer" : String.valueOf(answer.status());
        log.accept(RequestLog.printable(
                "sent " + sent.request().method() + " " + redaction.target(sent.told()) + " " + status + " " + why));
    }
}
