package io.platformapi.mock;

import io.platformapi.contract.admission.Admission.Negotiated;
import io.platformapi.contract.admission.ContractPages;
import io.platformapi.contract.admission.Gates.Anyone;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.grizzly.Head;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The mock as the network sees it: an engine, let in from other origins or not, each answer told to a log. */
final class MockedApi implements Mock {

    private final Supplier<MockEngine> engine;
    private final MockOptions.Origins origins;
    private final BiConsumer<HttpRequest, Answered> log;

    /** A mock by an engine that is asked for anew with each request. */
    MockedApi(Supplier<MockEngine> engine, MockOptions.Origins origins, BiConsumer<HttpRequest, Answered> log) {
        this.engine = engine;
        this.origins = origins;
        this.log = log;
    }

    /** The mock of a contract, with all that its options say. */
    static MockedApi of(Contract contract, MockOptions options) {
        MockEngine engine = new MockEngine(contract, options);
        boolean told = options.log() != MockOptions.usual().log();
        return new MockedApi(
                () -> engine, options.origins(), told ? new RequestLog(options.log(), contract) : RequestLog.NONE);
    }

    @Override
    public Answered apply(HttpRequest request) {
        return told(
                request,
                preflight(request)
                        .orElseGet(() -> readable(request, engine.get().answered(request))));
    }

    @Override
    public Step begin(Head head) {
        HttpRequest request = head.request();
        if (head.bodyLength() == 0) {
            return new Done(apply(request));
        }
        Optional<Refusal> excess =
                head.isTooLarge() ? Optional.of(ContractPages.tooLarge(head.mostBody())) : Optional.empty();
        return preflight(request)
                .<Step>map(answered -> new Done(told(request, answered)))
                .orElseGet(() -> begun(engine.get(), head, excess));
    }

    private Step begun(MockEngine answering, Head head, Optional<Refusal> excess) {
        HttpRequest announced = head.announced();
        Passage<Negotiated<Anyone>> entered = answering.enter(announced, excess);
        return entered instanceof Passage.Ended
                ? new Done(answered(answering, entered, announced))
                : new Open(body -> answered(answering, entered, head.with(body)));
    }

    private Answered answered(MockEngine answering, Passage<Negotiated<Anyone>> entered, HttpRequest request) {
        return told(request, readable(request, answering.answered(entered, request)));
    }

    private Answered told(HttpRequest request, Answered answered) {
        log.accept(request, answered);
        return answered;
    }

    private Optional<Answered> preflight(HttpRequest request) {
        return origins == MockOptions.Origins.ALL
                ? Cors.preflight(request).map(response -> new Answered(response, () -> "preflight"))
                : Optional.empty();
    }

    private Answered readable(HttpRequest request, Answered answered) {
        return origins == MockOptions.Origins.ALL
                ? answered.with(Cors.readable(answered.response(), request))
                : answered;
    }
}
