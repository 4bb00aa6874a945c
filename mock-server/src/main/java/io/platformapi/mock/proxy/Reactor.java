package io.platformapi.mock.proxy;

import org.apache.hc.core5.http.impl.bootstrap.AsyncRequesterBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.reactor.IOReactorConfig;

/**
 * The client of all upstreams of a process, made when the first is asked. Its threads are daemons, one a processor;
 * none of them waits for an answer.
 */
final class Reactor {

    /** As many connections as clients of the mock have requests under way, who are bounded already. */
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private Reactor() {}

    private static final class Shared {
        private static final HttpAsyncRequester REQUESTER = started();
    }

    static HttpAsyncRequester requester() {
        return Shared.REQUESTER;
    }

    private static HttpAsyncRequester started() {
        HttpProcessor fields = HttpProcessorBuilder.create()
                .addAll(new RequestContent(), new RequestTargetHost())
                .build();
        HttpAsyncRequester requester = AsyncRequesterBootstrap.bootstrap()
                .setIOReactorConfig(IOReactorConfig.custom().setTcpNoDelay(true).build())
                .setHttpProcessor(fields)
                .setMaxTotal(UNBOUNDED)
                .setDefaultMaxPerRoute(UNBOUNDED)
                .create();
        requester.start();
        return requester;
    }
}
