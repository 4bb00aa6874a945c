package io.platformapi.server;

import io.platformapi.server.mail.SmtpMail;
import io.platformapi.server.store.Database;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be set without changing the program.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any that is free
 * @param bodyBytes the largest body that is read
 * @param requestsPerMinute how many requests a client may send in a minute; 0 for as many as they like
 * @param origins the pages of other origins that may use the server
 * @param database where everything is kept
 * @param mail the account by which invitations are sent; one without a host for none
 */
public record Settings(
        String host,
        int port,
        int bodyBytes,
        int requestsPerMinute,
        Set<String> origins,
        Database.Address database,
        SmtpMail.Account mail) {

    public Settings {
        origins = Set.copyOf(origins);
    }

    /**
     * Settings by the names of their properties, such as {@code port}; what is not named is as usual.
     *
     * @throws UnusableSetting if one is not known, or cannot be used
     */
    public static Settings of(Map<String, String> named) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        named.forEach((name, value) -> values.put(Setting.named(name).orElseThrow(() -> unknown(name)), value.strip()));
        return new Reading(values).settings();
    }

    /**
     * Settings of a properties file, and over them those of the environment.
     *
     * @throws UnusableSetting if one is not known, or cannot be used
     */
    static Settings of(Properties file, Map<String, String> environment) {
        Map<String, String> named =
                file.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, file::getProperty));
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null) {
                named.put(setting.property(), value);
            }
        }
        return of(named);
    }

    private static UnusableSetting unknown(String name) {
        String known = Arrays.stream(Setting.values()).map(Setting::property).collect(Collectors.joining(", "));
        return new UnusableSetting("there is no setting '" + name + "'; there are " + known);
    }

    private record Reading(Map<Setting, String> values) {

        Settings settings() {
            return new Settings(
                    text(Setting.HOST),
                    number(Setting.PORT, 0, 65_535),
                    number(Setting.BODY_BYTES, 1, 1 << 29),
                    number(Setting.REQUESTS_PER_MINUTE, 0, Integer.MAX_VALUE),
                    origins(),
                    database(),
                    new SmtpMail.Account(
                            text(Setting.MAIL_HOST),
                            number(Setting.MAIL_PORT, 1, 65_535),
                            text(Setting.MAIL_USER),
                            text(Setting.MAIL_PASSWORD),
                            text(Setting.MAIL_FROM)));
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
            throw unusable(setting, "a whole number from " + least + " to " + most);
        }

        private Database.Address database() {
            var address = new Database.Address(
                    text(Setting.DATABASE_URL),
                    text(Setting.DATABASE_USER),
                    text(Setting.DATABASE_PASSWORD),
                    number(Setting.DATABASE_CONNECTIONS, 2, 1000));
            if (!address.violations().isEmpty()) { // the value may hold a password
                throw new UnusableSetting(named(Setting.DATABASE_URL) + ": " + String.join("; ", address.violations()));
            }
            return address;
        }

        private Set<String> origins() {
            Set<String> origins = Arrays.stream(text(Setting.CORS_ORIGINS).split("[,\\s]+"))
                    .filter(origin -> !origin.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
            if (!origins.stream().allMatch(origin -> origin.matches("https?://[^/,\\s*]+"))) {
                throw unusable(
                        Setting.CORS_ORIGINS, "origins such as https://app.example.com, with commas between them");
            }
            return origins;
        }

        private UnusableSetting unusable(Setting setting, String right) {
            return new UnusableSetting(named(setting) + " is '" + text(setting) + "'; it has to be " + right);
        }

        private static String named(Setting setting) {
            return setting.property() + " (" + setting.variable() + ")";
        }
    }
}
