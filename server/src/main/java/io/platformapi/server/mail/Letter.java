package io.platformapi.server.mail;

import io.platformapi.domain.InvitationMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** An invitation as a message of the mail, in plain text and in HTML. Safe for many threads. */
final class Letter {

    private static final Template TEXT = Template.of("invitation.txt");
    private static final Template HTML = Template.of("invitation.html");
    private static final int LONGEST_NAME = 100;

    private final String from;
    private final AcceptLink link;

    /** @param from the address that it comes from */
    Letter(String from, AcceptLink link) {
        this.from = from;
        this.link = link;
    }

    /** A message with an id of its own, that is not made anew when it is sent. */
    private static final class Message822 extends MimeMessage {

        private final String id;

        Message822(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /**
     * The message that tells of an invitation: each time the same, but for its date.
     *
     * @throws Unsent if nobody can be written to at its address
     */
    MimeMessage of(InvitationMail mail, Session session) {
        try {
            var message = new Message822(session, "<" + mail.id() + "@" + domain() + ">");
            message.setFrom(new InternetAddress(from, true));
            message.setRecipient(Message.RecipientType.TO, recipient(mail));
            message.setSubject(subject(mail), "UTF-8");
            message.setSentDate(new Date());
            message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence is to answer it
            message.setContent(body(mail));
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new Unsent(Unsent.Reason.FOR_GOOD, "it cannot be written", e);
        }
    }

    private static InternetAddress recipient(InvitationMail mail) {
        try {
            return new InternetAddress(mail.emailAddress(), true);
        } catch (MessagingException e) {
            throw new Unsent(Unsent.Reason.FOR_GOOD, "its address is none", e);
        }
    }

    private String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    private static String subject(InvitationMail mail) {
        return inviter(mail) + " invites you to connect";
    }

    private MimeMultipart body(InvitationMail mail) throws MessagingException {
        Optional<String> accept = link.of(mail);
        String answer =
                accept.map(address -> "Answer here: " + address).orElse("Register with this e-mail address to answer.");
        String clickable = accept.map(Html::text)
                .map(address -> "<a href=\"" + address + "\">Answer here</a>")
                .orElse(answer);
        String roles = plain(String.join(", ", mail.roleNames()));
        var text = new MimeBodyPart();
        text.setText(TEXT.filled(Map.of("inviter", inviter(mail), "roles", roles, "answer", answer)), "UTF-8");
        var html = new MimeBodyPart();
        html.setText(
                HTML.filled(Map.of(
                        "subject", Html.text(subject(mail)),
                        "inviter", Html.text(inviter(mail)),
                        "roles", Html.text(roles),
                        "answer", clickable)),
                "UTF-8",
                "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static String inviter(InvitationMail mail) {
        String name = plain(mail.inviterName());
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /** One line without what changes how others read: line ends, other controls, directions of writing. */
    private static String plain(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", " ");
    }
}
