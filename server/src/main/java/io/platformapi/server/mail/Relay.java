package io.platformapi.server.mail;

import io.platformapi.domain.Unavailable;
import io.platformapi.server.store.Outbox;
import io.platformapi.server.store.Outbox.Taken;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever carries mail out of an outbox, by a thread of its own.
 *
 * <ol>
 *   <li>Look which mail is due, when somebody says that there is new mail, or after a while.
 *   <li>Take one, so that no other server sends it meanwhile.
 *   <li>Send it. What is sent is deleted; what is not taken is put off, longer each time, and given up in the end.
 *       While no mail server is there, nothing counts, and all of it waits.
 * </ol>
 *
 * <p>What ends between sending and deleting sends the mail once more, under the same Message-ID.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int AT_ONCE = 50;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Delivery delivery;
    private final Pace pace;
    private final Bell bell = new Bell();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Thread carrier = new Thread(this::carry, "mail");
    private int outages;

    private Relay(Outbox outbox, Delivery delivery, Pace pace) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.pace = pace;
    }

    /** Starts one, which sends at once what was left by those before it. */
    public static Relay start(Outbox outbox, Delivery delivery, Pace pace) {
        var relay = new Relay(outbox, delivery, pace);
        relay.carrier.setDaemon(true);
        relay.carrier.start();
        return relay;
    }

    /** Says that there is new mail. */
    public void wake() {
        bell.ring();
    }

    /** How many mails were sent since it was started. */
    public long sent() {
        return sent.get();
    }

    /** How many times a mail was tried in vain since it was started. */
    public long failed() {
        return failed.get();
    }

    private void carry() {
        while (!bell.isOver()) {
            try {
                if (round()) {
                    continue;
                }
                outages = 0;
                bell.await(pace.look());
            } catch (Unsent | Unavailable e) {
                outages++;
                Duration pause = pace.afterOutages(outages);
                LOG.warn("mail waits in the outbox: {}; the next look is in {} s", e.getMessage(), pause.toSeconds());
                bell.rest(pause);
            } catch (RuntimeException e) {
                LOG.error("mail waits in the outbox for a fault of the server's own", e);
                bell.rest(pace.outage());
            } finally {
                delivery.rest();
            }
        }
    }

    /** Sends what is due; says whether there may be more. */
    private boolean round() {
        List<UUID> due = outbox.due(AT_ONCE);
        for (UUID id : due) {
            if (bell.isOver()) {
                return false;
            }
            outbox.take(id, pace.lease()).ifPresent(this::deliver);
        }
        return due.size() == AT_ONCE;
    }

    private void deliver(Taken taken) {
        try {
            delivery.send(taken.mail());
        } catch (Unsent e) {
            keep(taken, e);
            return;
        } catch (RuntimeException e) {
            LOG.error(
                    "mail {} cannot be sent for a fault of the server's own",
                    taken.mail().id(),
                    e);
            keep(taken, new Unsent(Unsent.Reason.FOR_NOW, "a fault of the server's own", e));
            return;
        }
        sent.incrementAndGet();
        outages = 0;
        outbox.sent(taken);
    }

    private void keep(Taken taken, Unsent failure) {
        failed.incrementAndGet();
        if (failure.reason() == Unsent.Reason.AWAY) {
            outbox.giveBack(taken);
            throw failure;
        }
        UUID id = taken.mail().id();
        if (failure.reason() == Unsent.Reason.FOR_GOOD || taken.tries() >= pace.tries()) {
            outbox.bury(taken, String.valueOf(failure.getMessage()));
            LOG.error(
                    "mail {} is given up at try {}: {}; the command mail retry has it tried again",
                    id,
                    taken.tries(),
                    failure.getMessage());
        } else {
            Duration pause = pace.afterTries(taken.tries());
            outbox.putOff(taken, pause, String.valueOf(failure.getMessage()));
            LOG.warn("mail {} is tried again in {} s: {}", id, pause.toSeconds(), failure.getMessage());
        }
    }

    /** Ends after the mail that is being sent. What is left stays in the outbox, for the next server that starts. */
    @Override
    public void close() {
        bell.end();
        try {
            carrier.join(GRACE.toMillis());
            long waiting = outbox.stock().waiting();
            if (waiting > 0) {
                LOG.warn("{} mails wait in the outbox; they are sent once a server runs again", waiting);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("nobody can say how much mail waits in the outbox: {}", e.getMessage());
        }
    }
}
