package io.platformapi.server.mail;

import io.platformapi.domain.InvitationMail;
import io.platformapi.domain.Mail;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mail that is sent soon, by a thread of its own, so that no request waits for a mail server. What cannot be sent is
 * logged, without the address; whoever invited can send a reminder.
 */
public final class MailQueue implements Mail, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailQueue.class);
    private static final int WAITING = 1000;
    private static final long GRACE_SECONDS = 10;

    private final Mail mail;
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> new Thread(task, "mail"));

    /** @param mail what sends */
    public MailQueue(Mail mail) {
        this.mail = mail;
    }

    /** Mail through an account, or into the log if that has no host. */
    public static MailQueue through(SmtpMail.Account account) {
        return new MailQueue(
                account.host().isEmpty()
                        ? invitation -> LOG.info("an invitation would be mailed now, if mail.host were set")
                        : new SmtpMail(account));
    }

    @Override
    public void send(InvitationMail invitation) {
        try {
            sender.execute(() -> deliver(invitation));
        } catch (RejectedExecutionException e) {
            LOG.error("an invitation is lost: {} others wait to be sent", WAITING);
        }
    }

    private void deliver(InvitationMail invitation) {
        try {
            mail.send(invitation);
        } catch (RuntimeException e) {
            LOG.error("an invitation is lost", e);
        }
    }

    /** Sends what waits, for some seconds. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            sender.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sender.shutdownNow();
        }
    }
}
