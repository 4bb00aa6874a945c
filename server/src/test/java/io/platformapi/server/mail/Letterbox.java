package io.platformapi.server.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mail server that outlives the servers that send by it, and keeps whatever it took, each copy of it. */
public final class Letterbox implements AutoCloseable {

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public Letterbox() {
        mail.start();
    }

    /** One copy of a mail. */
    private record Letter(String address, String messageId) {}

    public int port() {
        return mail.getSmtp().getPort();
    }

    private Stream<Letter> letters() {
        return Stream.of(mail.getReceivedMessages()).map(Letterbox::letter);
    }

    private static Letter letter(MimeMessage message) {
        try {
            return new Letter(message.getRecipients(Message.RecipientType.TO)[0].toString(), message.getMessageID());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whom it has mail for. */
    public Set<String> addresses() {
        return letters().map(Letter::address).collect(Collectors.toSet());
    }

    /** How many copies there are. */
    public int copies() {
        return mail.getReceivedMessages().length;
    }

    /** For whom there is more than one mail, copies with the same Message-ID being one. */
    public Set<String> addressesOfSeveral() {
        Set<String> once = new TreeSet<>();
        return letters()
                .distinct()
                .map(Letter::address)
                .filter(address -> !once.add(address))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many mails there are, copies with the same Message-ID being one. */
    public long mails() {
        return letters().distinct().count();
    }

    @Override
    public void close() {
        mail.stop();
    }
}
