package io.platformapi.server.mail;

import io.platformapi.domain.InvitationMail;
import io.platformapi.domain.Mail;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Mail through an SMTP server, encrypted if that offers it. Sends while the caller waits. */
public final class SmtpMail implements Mail {

    private static final String PATIENCE = "10000";

    private final Account account;
    private final Session session;

    public SmtpMail(Account account) {
        this.account = account;
        this.session = Session.getInstance(properties(account), new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(account.user(), account.password());
            }
        });
    }

    /**
     * An account at an SMTP server.
     *
     * @param host the server; empty for none
     * @param user whom the server knows this one as; empty if it asks for nobody
     * @param from the address that mail comes from
     */
    public record Account(String host, int port, String user, String password, String from) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    private static Properties properties(Account account) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", account.host());
        properties.setProperty("mail.smtp.port", String.valueOf(account.port()));
        properties.setProperty("mail.smtp.auth", String.valueOf(!account.user().isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE);
        return properties;
    }

    @Override
    public void send(InvitationMail invitation) {
        try {
            Transport.send(message(invitation));
        } catch (MessagingException e) {
            throw new IllegalStateException("an invitation could not be sent through " + account, e);
        }
    }

    private MimeMessage message(InvitationMail invitation) throws MessagingException {
        String inviter = invitation.inviterName().replaceAll("\\p{Cntrl}", " ");
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(account.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(invitation.emailAddress(), true));
        message.setSubject(inviter + " invites you to connect", "UTF-8");
        message.setText("""
                %s would like to connect with you as %s.

                Register with this e-mail address to answer.
                """.formatted(inviter, String.join(", ", invitation.roleNames())), "UTF-8");
        return message;
    }
}
