package io.platformapi.mock;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission.Admitted;
import io.platformapi.contract.admission.Gates.Anyone;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.PieceTaker;
import io.platformapi.mock.proxy.Arrival;
import io.platformapi.mock.proxy.OpenBody;
import io.platformapi.mock.proxy.PassedRequest;
import io.platformapi.mock.proxy.Upstream;
import io.platformapi.mock.proxy.UpstreamSilence;
import io.platformapi.mock.recording.ExampleRecorder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Hands requests on to the API that the document describes, and holds both sides to the document. What breaks it is
 * told in {@code X-Mock-Violations}, what was not looked at in {@code X-Mock-Notice}. Credentials are for the API to
 * judge. Safe for many threads.
 */
public final class Forwarding {

    private static final int BAD_GATEWAY = 502;
    private static final int NOT_IMPLEMENTED = 501;
    private static final Set<Integer> MISSING = Set.of(404, 405);

    private final Upstream upstream;
    private final Breaches breaches;
    private final Gaps gaps;
    private final Optional<ExampleRecorder> examples;

    private Forwarding(Upstream upstream, Breaches breaches, Gaps gaps, Optional<ExampleRecorder> examples) {
        this.upstream = upstream;
        this.breaches = breaches;
        this.gaps = gaps;
        this.examples = examples;
    }

    /** The same, which keeps what the API answers as examples; whoever made the recorder closes it. */
    public Forwarding keeping(ExampleRecorder recorder) {
        return new Forwarding(upstream, breaches, gaps, Optional.of(recorder));
    }

    /** What becomes of messages that break the document. */
    public enum Breaches {
        /** They pass, and are told. */
        TOLD,
        /** The request is refused, or 502 takes the answer's place. */
        REFUSED
    }

    /** What becomes of requests that the API does not answer yet. */
    public enum Gaps {
        /** They are answered as it answers them. */
        PASSED,
        /** The mock answers them. */
        MOCKED
    }

    /**
     * To the API at an address.
     *
     * @param patience how long an answer may take
     * @throws IllegalArgumentException if the address is none of an API; the message says what is expected
     */
    public static Forwarding to(URI address, Duration patience, Breaches breaches, Gaps gaps) {
        return new Forwarding(Upstream.at(address, patience), breaches, gaps, Optional.empty());
    }

    /** How much of a request was there to be looked at. */
    private enum Seen {
        ALL(""),
        /** Its body is larger than is held. */
        HEAD("not looked at: a request's body that is passed on while it comes"),
        /** Its body is coded as nobody reads it here. */
        CODED("not looked at: a request's body that is coded otherwise than as gzip"),
        /** Its body is of a type whose syntax nobody knows here. */
        FOREIGN("not looked at: a request's body in a type that is not read here");

        private final String missed;

        Seen(String missed) {
            this.missed = missed;
        }

        static Seen of(Passage<Admitted<Anyone>> passage, HttpRequest request) {
            return passage instanceof Passage.Reached<Admitted<Anyone>> reached
                            && MockEngine.isUnread(request, reached.stage().request())
                    ? FOREIGN
                    : ALL;
        }

        /** Whether all of it is there, for somebody else to look at. */
        boolean isWhole() {
            return this == ALL || this == FOREIGN;
        }
    }

    /** A request, and how far the document lets it come. */
    private record Asked(
            MockEngine engine, Session session, HttpRequest request, Passage<Admitted<Anyone>> passage, Seen seen) {

        Optional<Refusal> refusal() {
            return passage instanceof Passage.Ended<Admitted<Anyone>> end ? end.refusal() : Optional.empty();
        }

        Optional<Operation> operation() {
            return passage.route() instanceof Route.Found found ? Optional.of(found.operation()) : Optional.empty();
        }

        Answered of(Answered answered) {
            Answered seenSo = seen == Seen.ALL ? answered : answered.unread();
            return operation().map(found -> seenSo.of(found.id())).orElse(seenSo);
        }
    }

    /** Answers a request, sooner or later; never fails. */
    CompletableFuture<Answered> answered(MockEngine engine, HttpRequest request, Session session) {
        try {
            boolean coded = PlainRequest.isUnread(request);
            Passage<Admitted<Anyone>> passage = coded ? engine.judgedByHead(request) : engine.judged(request);
            Asked asked = new Asked(engine, session, request, passage, coded ? Seen.CODED : Seen.of(passage, request));
            return refused(asked)
                    .or(() -> told(asked))
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> answered(asked, upstream.answer(request)));
        } catch (RuntimeException | StackOverflowError fault) { // schemas and values may be nested deeper than we go
            return CompletableFuture.completedFuture(Breakdown.answered(engine.contract(), request, fault));
        }
    }

    private Optional<Answered> refused(Asked asked) {
        return breaches == Breaches.REFUSED && asked.refusal().isPresent()
                ? Optional.of(asked.engine().ended((Passage.Ended<Admitted<Anyone>>) asked.passage(), asked.request()))
                : Optional.empty();
    }

    /** What the request or the session wants of the mock, which the API is not asked for then. */
    private static Optional<Answered> told(Asked asked) {
        boolean preferred = Preference.isAskedFor(asked.request().headers());
        return asked.operation()
                .filter(operation -> asked.seen().isWhole())
                .filter(operation -> preferred || asked.session().isToldFor(operation.id()))
                .map(operation -> mocked(asked, preferred ? "the request prefers it" : "it was told so"));
    }

    private CompletableFuture<Answered> answered(Asked asked, CompletableFuture<Arrival> arriving) {
        return arriving.handle((arrival, fault) -> fault == null ? judged(asked, arrival) : silent(asked, fault))
                .exceptionally(fault -> Breakdown.answered(asked.engine().contract(), asked.request(), fault));
    }

    /** Hands a request on while its body comes, which is larger than is held; of the request the head is judged. */
    Mock.Onward passed(MockEngine engine, Head head, Session session) {
        HttpRequest request = head.request();
        try {
            Asked asked = new Asked(engine, session, request, engine.judgedByHead(head.announced()), Seen.HEAD);
            Optional<Answered> refused = refused(asked);
            if (refused.isPresent()) {
                return new Mock.Onward(NOBODY, CompletableFuture.completedFuture(refused.get()));
            }
            PassedRequest passed = upstream.passed(request, head.bodyLength());
            return new Mock.Onward(passed.body(), answered(asked, passed.answer()));
        } catch (RuntimeException | StackOverflowError fault) { // as above
            return new Mock.Onward(
                    NOBODY, CompletableFuture.completedFuture(Breakdown.answered(engine.contract(), request, fault)));
        }
    }

    /** Takes what nobody wants: the answer is there. */
    private static final PieceTaker NOBODY = new PieceTaker() {

        @Override
        public void take(byte[] piece, Runnable more) {
            // the rest is not asked for
        }

        @Override
        public void end() {
            // nobody waits for it
        }

        @Override
        public void abort() {
            // nobody misses it
        }
    };

    private Answered silent(Asked asked, Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (!(cause instanceof UpstreamSilence silence)) {
            throw new CompletionException(cause);
        }
        if (gaps == Gaps.MOCKED
                && silence.status() == BAD_GATEWAY
                && asked.seen().isWhole()) {
            return mocked(asked, "the API gives no answer");
        }
        HttpResponse page = asked.engine().failure(silence.status(), silence.getMessage(), asked.request());
        return asked.of(new Answered(page, () -> "no answer from upstream: " + silence.getMessage()));
    }

    private static Answered mocked(Asked asked, String why) {
        Answered mocked = asked.engine().answered(asked.request(), asked.session());
        return mocked.with(mocked.response().with(NoticeField.NOTICE.saying("the mock's answer: " + why)));
    }

    private boolean isMissing(Asked asked, int status) {
        boolean undocumented = asked.operation()
                .filter(operation -> !operation.responses().containsKey(String.valueOf(status)))
                .isPresent();
        return asked.operation().isPresent() && (status == NOT_IMPLEMENTED || MISSING.contains(status) && undocumented);
    }

    private Answered judged(Asked asked, Arrival arrival) {
        HttpResponse response = arrival.response();
        if (gaps == Gaps.MOCKED
                && isMissing(asked, response.status())
                && asked.seen().isWhole()) {
            arrival.rest().ifPresent(OpenBody::close);
            return mocked(asked, "the API answered " + response.status());
        }
        examples.filter(any -> asked.seen().isWhole())
                .ifPresent(recorder -> recorder.take(asked.engine().contract(), asked.request(), response));
        AnswerJudgement judgement = asked.operation()
                .map(operation -> AnswerJudgement.of(check(asked), operation, asked.request(), arrival))
                .orElse(AnswerJudgement.NONE);
        List<String> told = told(asked.refusal(), judgement.violations());
        if (breaches == Breaches.REFUSED && !judgement.violations().isEmpty()) {
            String message = "The answer of the API does not match the contract: " + String.join("; ", told) + ".";
            HttpResponse page = asked.engine().failure(BAD_GATEWAY, message, asked.request());
            arrival.rest().ifPresent(OpenBody::close);
            return answered(asked, page, told, judgement);
        }
        return answered(asked, response, told, judgement).going(arrival.rest());
    }

    private static Answered answered(Asked asked, HttpResponse response, List<String> told, AnswerJudgement judgement) {
        Headers unseen =
                unseen(asked, judgement).map(NoticeField.NOTICE::saying).orElse(Headers.none());
        Headers notes = told.isEmpty() ? unseen : unseen.with(NoticeField.VIOLATIONS.saying(String.join("; ", told)));
        String part = asked.seen() == Seen.ALL ? "upstream" : "upstream, " + asked.seen().missed;
        String why = told.isEmpty() ? part : part + ", breaks the document: " + String.join("; ", told);
        return asked.of(new Answered(response.with(notes), () -> why)).judged(asked.refusal(), judgement.violations());
    }

    private static Optional<String> unseen(Asked asked, AnswerJudgement judgement) {
        String missed = asked.seen().missed;
        return asked.seen() == Seen.ALL
                ? judgement.unseen()
                : Optional.of(
                        judgement.unseen().map(also -> missed + "; " + also).orElse(missed));
    }

    private static ResponseCheck check(Asked asked) {
        return new ResponseCheck(asked.engine().contract().dialect().bodies(), Undocumented.ALLOWED);
    }

    /** What is wrong, without any value that was sent. */
    private static List<String> told(Optional<Refusal> refusal, List<Violation> ofAnswer) {
        List<String> told = new ArrayList<>();
        refusal.ifPresent(reason -> {
            if (reason.violations().isEmpty()) {
                told.add("request: " + reason.message().replaceAll("\\.$", ""));
            }
            reason.violations().forEach(violation -> told.add("request " + expected(violation)));
        });
        ofAnswer.forEach(violation -> told.add("answer " + expected(violation)));
        return told;
    }

    private static String expected(Violation violation) {
        return violation.place() + ": expected " + violation.expected();
    }
}
