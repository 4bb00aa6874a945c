package io.platformapi.server.mail;

import io.platformapi.domain.InvitationMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail through an SMTP server, by one connection until there is a rest. For one thread. */
public final class SmtpDelivery implements Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpDelivery.class);
    private static final int CLOSING = 421;

    private final SmtpAccount account;
    private final Letter letter;
    private final Patience patience;
    private final CuttableSockets sockets = new CuttableSockets();
    private final Session session;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mail deadlines");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Transport transport;

    /** @param from the address that mail comes from */
    public SmtpDelivery(SmtpAccount account, String from, AcceptLink link) {
        this(account, new Letter(from, link), Patience.USUAL, new Properties());
    }

    /** The same with other times, and with properties of the mail library that nobody else needs. */
    SmtpDelivery(SmtpAccount account, Letter letter, Patience patience, Properties more) {
        this.account = account;
        this.letter = letter;
        this.patience = patience;
        this.session = Session.getInstance(properties(more));
    }

    /**
     * How long a server may take.
     *
     * @param silence until it says something
     * @param mail until it has taken a mail, connecting included
     */
    record Patience(Duration silence, Duration mail) {

        static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(40));
    }

    private Properties properties(Properties more) {
        String silence = String.valueOf(patience.silence().toMillis());
        var properties = new Properties();
        properties.putAll(more);
        properties.setProperty("mail.smtp.auth", String.valueOf(!account.user().isEmpty()));
        properties.setProperty(
                "mail.smtp.starttls.enable", String.valueOf(account.encryption() != SmtpAccount.Encryption.NEVER));
        properties.setProperty(
                "mail.smtp.starttls.required", String.valueOf(account.encryption() == SmtpAccount.Encryption.REQUIRED));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", silence);
        properties.setProperty("mail.smtp.timeout", silence);
        properties.setProperty("mail.smtp.writetimeout", silence);
        properties.put("mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    @Override
    public void send(InvitationMail mail) {
        MimeMessage message = letter.of(mail, session);
        Future<?> deadline = watch.schedule(sockets::cut, patience.mail().toMillis(), TimeUnit.MILLISECONDS);
        try {
            Transport open = connected();
            open.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            LOG.debug("mail {} is not taken", mail.id(), e);
            throw unsent(e);
        } finally {
            deadline.cancel(false);
        }
    }

    private Transport connected() {
        if (transport != null && transport.isConnected()) {
            return transport;
        }
        rest();
        try {
            Transport fresh = session.getTransport("smtp");
            fresh.connect(account.host(), account.port(), nullable(account.user()), nullable(account.password()));
            transport = fresh;
            return fresh;
        } catch (MessagingException e) {
            LOG.debug("no mail can be sent", e);
            throw new Unsent(Unsent.Reason.AWAY, "no mail server lets us in at " + account + ": " + kind(e), e);
        }
    }

    private static @Nullable String nullable(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String kind(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    /** What a failure means: what is said of the address is about this mail, what is said before is about us. */
    private Unsent unsent(MessagingException failure) {
        for (Exception part = failure; part instanceof MessagingException known; part = known.getNextException()) {
            if (known instanceof SMTPAddressFailedException refused) {
                return refused(refused.getReturnCode(), "its address", refused);
            }
            if (known instanceof SMTPSendFailedException refused) {
                return refused.getCommand().startsWith("MAIL")
                        ? new Unsent(
                                Unsent.Reason.AWAY, "our address is refused with " + refused.getReturnCode(), refused)
                        : lasting(refused.getReturnCode(), "what it says", refused);
            }
        }
        rest();
        return new Unsent(Unsent.Reason.FOR_NOW, "the connection broke off: " + kind(failure), failure);
    }

    private Unsent refused(int code, String what, Exception cause) {
        return code >= 500 && code < 600
                ? new Unsent(Unsent.Reason.FOR_GOOD, what + " is refused with " + code, cause)
                : lasting(code, what, cause);
    }

    private Unsent lasting(int code, String what, Exception cause) {
        Unsent.Reason reason = code == CLOSING ? Unsent.Reason.AWAY : Unsent.Reason.FOR_NOW;
        if (code <= 0 || code == CLOSING) {
            rest();
        }
        return new Unsent(reason, what + " is refused with " + code, cause);
    }

    @Override
    public void rest() {
        Transport open = transport;
        transport = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (MessagingException e) {
            LOG.debug("a connection to the mail server ends badly", e);
        }
    }

    @Override
    public String toString() {
        return account.toString();
    }
}
