package io.platformapi.mock;

import io.platformapi.contract.http.HttpRequest;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The mock as the network sees it: the engine, let in from other origins or not, each answer told to a log. */
final class MockedApi implements Function<HttpRequest, Answered> {

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
        Answered answered = origins == Origins.ALL ? acrossOrigins(request) : engine.answered(request);
        log.accept(request, answered);
        return answered;
    }

    private Answered acrossOrigins(HttpRequest request) {
        return Cors.preflight(request)
                .map(response -> new Answered(response, () -> "preflight"))
                .orElseGet(() -> {
                    Answered answered = engine.answered(request);
                    return answered.with(Cors.readable(answered.response(), request));
                });
    }
}
