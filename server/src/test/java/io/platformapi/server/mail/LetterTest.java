package io.platformapi.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.domain.InvitationMail;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterTest {

    private static final UUID ID = UUID.fromString("3f0d2c5e-0000-4000-8000-000000000001");
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Letter LINKED = new Letter(
            "platform@example.com", new AcceptLink("https://app.example.com/join?a={address}&i={invitation}"));

    private static MimeMessage letter(String inviter, String... roles) {
        return LINKED.of(new InvitationMail(ID, "jack+1@example.org", inviter, List.of(roles)), SESSION);
    }

    private static String part(MimeMessage letter, int number) throws Exception {
        return (String)
                ((MimeMultipart) letter.getContent()).getBodyPart(number).getContent();
    }

    private static String written(MimeMessage letter) throws Exception {
        var out = new ByteArrayOutputStream();
        letter.writeTo(out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void tellsThePersonInTextAndInHtmlWhoInvitesThemAsWhatAndWhereToAnswer() throws Exception {
        MimeMessage letter = letter("Amelia Hart", "Client", "Coach");

        assertThat(letter.getSubject()).isEqualTo("Amelia Hart invites you to connect");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("jack+1@example.org");
        assertThat(letter.getContentType()).startsWith("multipart/alternative;");
        assertThat(part(letter, 0)).isEqualToNormalizingNewlines("""
                Amelia Hart would like to connect with you as Client, Coach.

                Answer here: https://app.example.com/join?a=jack%2B1%40example.org&i=3f0d2c5e-0000-4000-8000-000000000001
                """);
        assertThat(part(letter, 1))
                .contains("<p>Amelia Hart would like to connect with you as Client, Coach.</p>")
                .contains("<a href=\"https://app.example.com/join?a=jack%2B1%40example.org&amp;i=" + ID
                        + "\">Answer here</a>");
    }

    @Test
    void saysInWordsWhatToDoWhereThereIsNoLink() throws Exception {
        var mail = new InvitationMail(ID, "jack@example.org", "Amelia", List.of("Client"));

        MimeMessage letter = new Letter("platform@example.com", AcceptLink.NONE).of(mail, SESSION);

        assertThat(part(letter, 0)).endsWith("Register with this e-mail address to answer.\n");
        assertThat(part(letter, 1)).contains("<p>Register with this e-mail address to answer.</p>");
    }

    @Test
    void hasTheMessageIdOfItsInvitationHoweverOftenItIsWritten() throws Exception {
        assertThat(letter("Amelia").getMessageID()).isEqualTo("<" + ID + "@example.com>");
        assertThat(written(letter("Amelia"))).contains("Message-ID: <" + ID + "@example.com>\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\r\nBcc: x@y", "A\nBcc: x@y", "A\rBcc: x@y", "A\u2028Bcc: x@y", "A\u0085Bcc: x@y"})
    void letsNoNameWriteAHeader(String name) throws Exception {
        MimeMessage letter = letter(name, "Client");

        assertThat(letter.getSubject()).matches("A  ?Bcc: x@y invites you to connect");
        assertThat(written(letter).lines()).noneMatch(line -> line.startsWith("Bcc:"));
    }

    @Test
    void letsNoNameWriteHtmlOrTakeAnotherPlace() throws Exception {
        MimeMessage letter = letter("<b>\"A\" & 'B'</b>{answer}", "<script>", "{inviter}");

        assertThat(part(letter, 1))
                .contains("<p>&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;{answer} would like to connect with you"
                        + " as &lt;script&gt;, {inviter}.</p>");
    }

    @Test
    void letsNoNameTurnTheDirectionOfTheTextOrFillTheSubject() throws Exception {
        assertThat(letter("A\u202egnp").getSubject()).isEqualTo("A gnp invites you to connect");
        assertThat(letter("é".repeat(1000)).getSubject()).isEqualTo("é".repeat(100) + "… invites you to connect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b@example.org", "a@example.org, b@example.org", "a@example.org\r\nBcc: b@c", ""})
    void goesToOneAddressOrNone(String address) {
        var mail = new InvitationMail(ID, address, "Amelia", List.of("Client"));

        assertThatThrownBy(() -> LINKED.of(mail, SESSION))
                .isInstanceOf(Unsent.class)
                .hasMessage("its address is none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "https://", "app.example.com/join", "https://a b/", "ftp://a.example"})
    void leadsToAWebAddress(String link) {
        assertThat(new AcceptLink(link).isValid()).isFalse();
    }
}
