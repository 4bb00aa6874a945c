package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.server.mail.SmtpAccount.Encryption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SettingsTest {

    @Test
    void areUsualUnlessSomethingElseIsSaid() {
        Settings settings = Settings.of(Map.of());

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.origins()).isEmpty();
    }

    @Test
    void tellAllMistakesAtOnce() {
        Map<String, String> named = new TreeMap<>(Map.of("port", "many", "prot", "1", "mail.port", "0"));

        assertThatThrownBy(() -> Settings.of(named))
                .isInstanceOf(UnusableSetting.class)
                .satisfies(mistakes -> assertThat(mistakes.getMessage().lines())
                        .satisfiesExactly(
                                unknown ->
                                        assertThat(unknown).startsWith("there is no setting 'prot'; there are host,"),
                                port -> assertThat(port)
                                        .isEqualTo("port (PLATFORM_PORT) is 'many'; it has to be a whole number"
                                                + " from 0 to 65535"),
                                mail -> assertThat(mail)
                                        .isEqualTo("mail.port (PLATFORM_MAIL_PORT) is '0'; it has to be a whole number"
                                                + " from 1 to 65535")));
    }

    @Test
    void nameThoseThereAreIfOneIsUnknown() {
        assertThatThrownBy(() -> Settings.of(Map.of("prot", "1")))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("there is no setting 'prot'; there are host, port, database.url,");
    }

    @Test
    void takeNoFewerConnectionsThanAStartNeeds() {
        assertThatThrownBy(() -> Settings.of(Map.of("database.connections", "1")))
                .isInstanceOf(UnusableSetting.class)
                .hasMessage("database.connections (PLATFORM_DATABASE_CONNECTIONS) is '1'; it has to be a whole number"
                        + " from 2 to 1000");
    }

    @Test
    void encryptMailWhereverItNeedsAPasswordUnlessItIsSaidOtherwise() {
        assertThat(Settings.of(Map.of()).mail().account().encryption()).isEqualTo(Encryption.OFFERED);
        assertThat(Settings.of(Map.of("mail.user", "a")).mail().account().encryption())
                .isEqualTo(Encryption.REQUIRED);
        assertThat(Settings.of(Map.of("mail.user", "a", "mail.starttls", "never"))
                        .mail()
                        .account()
                        .encryption())
                .isEqualTo(Encryption.NEVER);
    }

    @Test
    void sendMailFromAnAddressWithALinkToAPage() {
        Map<String, String> named =
                new TreeMap<>(Map.of("mail.from", "us", "mail.link", "javascript:a", "mail.starttls", "yes"));

        assertThatThrownBy(() -> Settings.of(named)).hasMessage("""
                        mail.starttls (PLATFORM_MAIL_STARTTLS) is 'yes'; it has to be required, offered or never
                        mail.from (PLATFORM_MAIL_FROM) is 'us'; it has to be an e-mail address
                        mail.link (PLATFORM_MAIL_LINK) is 'javascript:a'; it has to be a web address; {address} and\
                         {invitation} may stand in it""");
    }

    @Test
    void takeNoTokenOfJustAnybodyNorByAKeyThatJustAnybodyChooses() {
        Map<String, String> named = Map.of("jwt.keys", "http://keys.example/jwks", "jwt.secret", "short and secret");

        assertThatThrownBy(() -> Settings.of(named)).hasMessage("""
                        jwt (PLATFORM_JWT_…): keys have to come by https, or who is in between chooses them
                        jwt (PLATFORM_JWT_…): a secret has to have 32 bytes at least
                        jwt (PLATFORM_JWT_…): tokens are taken from an issuer, for an audience: name both""");
    }

    @Test
    void takeOriginsButNoAddresses() {
        assertThat(Settings.of(Map.of("cors.origins", "https://a.example, http://localhost:3000"))
                        .origins())
                .containsExactlyInAnyOrder("https://a.example", "http://localhost:3000");
        assertThatThrownBy(() -> Settings.of(Map.of("cors.origins", "https://a.example/app")))
                .hasMessage("cors.origins (PLATFORM_CORS_ORIGINS) is 'https://a.example/app'; it has to be"
                        + " origins such as https://app.example.com, with commas between them");
    }
}
