package io.platformapi.mock;

import io.platformapi.contract.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The mock as the network sees it: what answers, let in from other origins or not, each answer told to a log. */
final class MockedApi implements Function<HttpRequest, Answered> {

    private final Function<HttpRequest, Answered> mock;
    private final MockOptions.Origins origins;
    private final BiConsumer<HttpRequest, Answered> log;

    MockedApi(
            Function<HttpRequest, Answered> mock, MockOptions.Origins origins, BiConsumer<HttpRequest, Answered> log) {
        this.mock = mock;
        this.origins = origins;
        this.log = log;
    }

    /** The mock of a contract, with all that its options say. */
    static MockedApi of(Contract contract, MockOptions options) {
        return new MockedApi(
                new MockEngine(contract, options)::answered,
                options.origins(),
                new RequestLog(options.log(), contract));
    }

    /** What answers by a function of its own, as late as a request wishes. */
    static MockedApi of(Function<HttpRequest, HttpResponse> mock, MockOptions.Origins origins) {
        return new MockedApi(
                request -> new Answered(mock.apply(request), () -> "")
                        .after(Preference.delay(request.headers())
                                .orElse(Delay.NONE)
                                .once()),
                origins,
                RequestLog.NONE);
    }

    @Override
    public Answered apply(HttpRequest request) {
        Answered answered = origins == MockOptions.Origins.ALL ? acrossOrigins(request) : mock.apply(request);
        log.accept(request, answered);
        return answered;
    }

    private Answered acrossOrigins(HttpRequest request) {
        return Cors.preflight(request)
                .map(response -> new Answered(response, () -> "preflight"))
                .orElseGet(() -> {
                    Answered answered = mock.apply(request);
                    return answered.with(Cors.readable(answered.response(), request));
                });
    }
}
