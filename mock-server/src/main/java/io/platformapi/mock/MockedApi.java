package io.platformapi.mock;

import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.grizzly.ContractPages;
import io.platformapi.grizzly.Head;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The mock as the network sees it: the engine, let in from other origins or not, each answer told to a log. */
final class MockedApi implements Mock {

    private final MockEngine engine;
    private final Origins origins;
    private final BiConsumer<HttpRequest, Answered> log;

    /** Which pages may read the answers. */
    enum Origins {
        /** Those of every origin. */
        ALL,
        /** Those of the mock's own. */
        OWN
    }

    MockedApi(MockEngine engine, Origins origins, BiConsumer<HttpRequest, Answered> log) {
        this.engine = engine;
        this.origins = origins;
        this.log = log;
    }

    @Override
    public Answered apply(HttpRequest request) {
        return told(request, preflight(request).orElseGet(() -> readable(request, engine.answered(request))));
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
                .or(() -> engine.answeredByHead(head.announced(), excess).map(answered -> readable(request, answered)))
                .<Step>map(answered -> new Done(told(request, answered)))
                .orElseGet(() -> new Open(body -> apply(head.with(body))));
    }

    private Answered told(HttpRequest request, Answered answered) {
        log.accept(request, answered);
        return answered;
    }

    private Optional<Answered> preflight(HttpRequest request) {
        return origins == Origins.ALL
                ? Cors.preflight(request).map(response -> new Answered(response, () -> "preflight"))
                : Optional.empty();
    }

    private Answered readable(HttpRequest request, Answered answered) {
        return origins == Origins.ALL ? answered.with(Cors.readable(answered.response(), request)) : answered;
    }
}
