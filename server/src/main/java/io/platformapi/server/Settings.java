package io.platformapi.server;

import io.platformapi.server.mail.AcceptLink;
import io.platformapi.server.mail.MailSettings;
import io.platformapi.server.mail.SmtpAccount;
import io.platformapi.server.mail.SmtpAccount.Encryption;
import io.platformapi.server.store.Database;
import io.platformapi.server.token.TokenSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be set without changing the program.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any that is free
 * @param bodyBytes the largest body that is read
 * @param connections how many connections are kept
 * @param requestsPerMinute how many requests a client may send in a minute; 0 for as many as they like
 * @param failedLoginsPerMinute how many credentials that are none an address may show in a minute; 0 for as many as
 *     they like
 * @param origins the pages of other origins that may use the server
 * @param database where everything is kept
 * @param tokens which signed tokens are taken beside API keys
 * @param operations what operators want
 * @param mail how invitations are sent
 */
public record Settings(
        String host,
        int port,
        int bodyBytes,
        int connections,
        int requestsPerMinute,
        int failedLoginsPerMinute,
        Set<String> origins,
        Database.Address database,
        TokenSettings tokens,
        OperatorSettings operations,
        MailSettings mail) {

    public Settings {
        origins = Set.copyOf(origins);
    }

    /**
     * Settings by the names of their properties, such as {@code port}; what is not named is as usual.
     *
     * @throws UnusableSetting if one is not known, or cannot be used; it names all of them
     */
    public static Settings of(Map<String, String> named) {
        return of(named, List.of());
    }

    /** The same, with mistakes that were found before. */
    static Settings of(Map<String, String> named, List<String> before) {
        var reading = new Reading(new EnumMap<>(Setting.class), new ArrayList<>(before));
        named.forEach(reading::take);
        return reading.settings();
    }

    private record Reading(Map<Setting, String> values, List<String> mistakes) {

        void take(String name, String value) {
            Setting.named(name)
                    .ifPresentOrElse(
                            setting -> values.put(setting, value.strip()), () -> mistakes.add(Setting.unknown(name)));
        }

        Settings settings() {
            var settings = new Settings(
                    text(Setting.HOST),
                    number(Setting.PORT, 0, 65_535),
                    number(Setting.BODY_BYTES, 1, 1 << 29),
                    number(Setting.CONNECTIONS, 1, 1_000_000),
                    number(Setting.REQUESTS_PER_MINUTE, 0, Integer.MAX_VALUE),
                    number(Setting.FAILED_LOGINS_PER_MINUTE, 0, Integer.MAX_VALUE),
                    origins(),
                    database(),
                    tokens(),
                    operations(),
                    mail());
            if (!mistakes.isEmpty()) {
                throw new UnusableSetting(String.join("\n", mistakes));
            }
            return settings;
        }

        private String text(Setting setting) {
            return values.getOrDefault(setting, setting.usual());
        }

        private int number(Setting setting, int least, int most) {
            try {
                int number = Integer.parseInt(text(setting));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            tell(setting, "a whole number from " + least + " to " + most);
            return least;
        }

        private Database.Address database() {
            var address = new Database.Address(
                    text(Setting.DATABASE_URL),
                    text(Setting.DATABASE_USER),
                    text(Setting.DATABASE_PASSWORD),
                    number(Setting.DATABASE_CONNECTIONS, 2, 1000));
            if (!address.violations().isEmpty()) { // the value may hold a password
                mistakes.add(Setting.DATABASE_URL.named() + ": " + String.join("; ", address.violations()));
            }
            return address;
        }

        private TokenSettings tokens() {
            var tokens = new TokenSettings(
                    text(Setting.JWT_KEYS),
                    text(Setting.JWT_SECRET),
                    text(Setting.JWT_ISSUER),
                    text(Setting.JWT_AUDIENCE),
                    text(Setting.JWT_CONTACTS),
                    Duration.ofSeconds(number(Setting.JWT_SKEW, 0, 600)));
            tokens.violations().forEach(violation -> mistakes.add("jwt (PLATFORM_JWT_…): " + violation));
            return tokens;
        }

        private OperatorSettings operations() {
            if (!text(Setting.ACCESS_LOG).matches("true|false")) {
                tell(Setting.ACCESS_LOG, "true or false");
            }
            OptionalInt port = text(Setting.ADMIN_PORT).isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(number(Setting.ADMIN_PORT, 0, 65_535));
            if (text(Setting.TLS_CERTIFICATE).isEmpty() != text(Setting.TLS_KEY).isEmpty()) {
                mistakes.add(Setting.TLS_CERTIFICATE.named() + " and " + Setting.TLS_KEY.named()
                        + " belong together: there is only one of them");
            }
            return new OperatorSettings(
                    text(Setting.TLS_CERTIFICATE),
                    text(Setting.TLS_KEY),
                    text(Setting.ACCESS_LOG).equals("true"),
                    text(Setting.ADMIN_HOST),
                    port,
                    Duration.ofSeconds(number(Setting.STOP_DELAY, 0, 3600)));
        }

        private MailSettings mail() {
            var account = new SmtpAccount(
                    text(Setting.MAIL_HOST),
                    number(Setting.MAIL_PORT, 1, 65_535),
                    text(Setting.MAIL_USER),
                    text(Setting.MAIL_PASSWORD),
                    encryption());
            var mail = new MailSettings(
                    account,
                    text(Setting.MAIL_FOLDER),
                    text(Setting.MAIL_FROM),
                    new AcceptLink(text(Setting.MAIL_LINK)));
            if (!mail.hasSender()) {
                tell(Setting.MAIL_FROM, "an e-mail address");
            }
            if (!mail.link().isValid()) {
                tell(Setting.MAIL_LINK, "a web address; {address} and {invitation} may stand in it");
            }
            return mail;
        }

        private Encryption encryption() {
            String named = text(Setting.MAIL_STARTTLS);
            if (named.isEmpty()) {
                return text(Setting.MAIL_USER).isEmpty() ? Encryption.OFFERED : Encryption.REQUIRED;
            }
            return Encryption.named(named).orElseGet(() -> {
                tell(Setting.MAIL_STARTTLS, "required, offered or never");
                return Encryption.REQUIRED;
            });
        }

        private Set<String> origins() {
            Set<String> origins = Arrays.stream(text(Setting.CORS_ORIGINS).split("[,\\s]+"))
                    .filter(origin -> !origin.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
            if (!origins.stream().allMatch(origin -> origin.matches("https?://[^/,\\s*]+"))) {
                tell(Setting.CORS_ORIGINS, "origins such as https://app.example.com, with commas between them");
            }
            return origins;
        }

        private void tell(Setting setting, String right) {
            mistakes.add(setting.named() + " is '" + text(setting) + "'; it has to be " + right);
        }
    }
}
