package io.platformapi.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * What one logger writes from now on until {@link #close()}, from any thread: other classes' servers write into the
 * same log meanwhile, and a server writes some lines only after its answer, so ask for lines of your own, and wait.
 */
public final class HeardLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final Logger heard;
    private final Level before;

    private HeardLog(Logger heard) {
        this.heard = heard;
        this.before = heard.getLevel();
    }

    /** Hears the logger of this name, and all below it. */
    public static HeardLog of(String logger, Level level) {
        var log = new HeardLog((Logger) LoggerFactory.getLogger(logger));
        log.start();
        log.heard.addAppender(log);
        log.heard.setLevel(level);
        return log;
    }

    @Override
    protected void append(ILoggingEvent line) {
        lines.add(line);
    }

    /** What was heard so far. */
    public Stream<ILoggingEvent> lines() {
        return lines.stream();
    }

    /** The first line that is asked for, as soon as it is written. */
    public ILoggingEvent await(Predicate<ILoggingEvent> asked) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = lines().filter(asked).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(5);
        }
        throw new AssertionError("Nobody wrote the line; written are " + lines);
    }

    @Override
    public void close() {
        heard.detachAppender(this);
        heard.setLevel(before);
    }
}
