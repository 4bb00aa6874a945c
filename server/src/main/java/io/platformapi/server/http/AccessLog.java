package io.platformapi.server.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line of the log for each answer: who asked what, and what became of it. Queries and bodies are left out. */
public final class AccessLog implements Watcher {

    private static final Logger LOG = LoggerFactory.getLogger("access");

    @Override
    public void sees(Answered answered) {
        LOG.atInfo()
                .addKeyValue("request_id", answered.id())
                .addKeyValue("trace_id", answered.trace().traceId())
                .addKeyValue("span_id", answered.trace().spanId())
                .addKeyValue("parent_id", answered.trace().parentId())
                .addKeyValue("peer", answered.peer())
                .addKeyValue("client", answered.client())
                .addKeyValue("method", answered.method())
                .addKeyValue("path", answered.path())
                .addKeyValue("operation", answered.operation())
                .addKeyValue("status", answered.status())
                .addKeyValue("bytes", answered.bytes())
                .addKeyValue("micros", answered.time().toNanos() / 1000)
                .log("{} {} {}", answered.method(), answered.path(), answered.status());
    }
}
