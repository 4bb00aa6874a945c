package io.platformapi.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that can be set, by an option, a variable of the environment or a line of a properties file. */
enum Setting {
    HOST("host", "127.0.0.1", "The address to listen on."),
    PORT("port", "8080", "The port; 0 for any that is free."),
    DATABASE_URL(
            "database.url",
            "jdbc:h2:./platform",
            "The JDBC address of the database; a file of H2's serves one process at a time."),
    DATABASE_USER("database.user", "", "Whom the database knows this server as."),
    DATABASE_PASSWORD("database.password", "", "The password for it."),
    DATABASE_CONNECTIONS("database.connections", "8", "How many connections are kept, at least 2."),
    REQUESTS_PER_MINUTE(
            "requests.per.minute",
            "600",
            "How often a client may ask, all servers of one PostgreSQL together; 0 for as often as it likes."),
    FAILED_LOGINS_PER_MINUTE(
            "failed.logins.per.minute",
            "120",
            "How often an address may show a credential that is none before nobody there is listened to; 0 for ever."),
    BODY_BYTES("body.bytes", "65536", "The largest body that is read."),
    CONNECTIONS(
            "connections",
            "2000",
            "How many connections are kept; for one more, the one that is waited for longest is closed."),
    CORS_ORIGINS("cors.origins", "", "Pages that may ask from a browser: https://a.example, https://b.example"),
    JWT_KEYS(
            "jwt.keys",
            "",
            "Where the public keys are by which signed tokens are taken, RS256 and ES256: a file or an https address of"
                    + " a JWKS"),
    JWT_SECRET("jwt.secret", "", "The secret of tokens by HS256."),
    JWT_ISSUER("jwt.issuer", "", "Whose tokens are taken: what iss has to be."),
    JWT_AUDIENCE("jwt.audience", "", "For whom they have to be made: what aud has to have."),
    JWT_CONTACTS("jwt.contacts", "contacts", "Which claim has the ids of the contacts that a token may act for."),
    JWT_SKEW("jwt.skew", "30", "By how many seconds clocks may differ."),
    TLS_CERTIFICATE(
            "tls.certificate",
            "",
            "A file with a certificate, and those up to who signed it: then https is spoken. Read again when it changes."),
    TLS_KEY("tls.key", "", "A file with its key, without a password."),
    ACCESS_LOG("access.log", "true", "Whether each answer is a line of the log: true or false."),
    ADMIN_PORT(
            "admin.port",
            "",
            "The port for /health/live, /health/ready and /metrics; 0 for any that is free. Default: none"),
    ADMIN_HOST("admin.host", "127.0.0.1", "The address of it. It asks nobody who they are."),
    STOP_DELAY(
            "stop.delay",
            "0",
            "For how many seconds requests are taken after a stop is asked for, while /health/ready says no."),
    MAIL_HOST("mail.host", "", "The SMTP server for invitations; without one they are written as files."),
    MAIL_PORT("mail.port", "587", "Its port."),
    MAIL_USER("mail.user", "", "Whom it knows this server as."),
    MAIL_PASSWORD("mail.password", "", "The password for it."),
    MAIL_STARTTLS(
            "mail.starttls",
            "",
            "Whether mail goes encrypted: required, offered (if the server does) or never. Default: required with a"
                    + " mail.user, else offered"),
    MAIL_FROM("mail.from", "platform@localhost", "The address that invitations come from."),
    MAIL_LINK(
            "mail.link",
            "",
            "The page where somebody who is invited answers: https://a.example/join?address={address}"),
    MAIL_FOLDER(
            "mail.folder",
            "",
            "The folder for invitations as .eml files, where there is no mail.host. Default: mail, beside an embedded"
                    + " database");

    /** How the names of all variables begin. */
    static final String PREFIX = "PLATFORM_";

    private final String property;
    private final String usual;
    private final String description;

    Setting(String property, String usual, String description) {
        this.property = property;
        this.usual = usual;
        this.description = description;
    }

    /** The setting of a property's name. */
    static Optional<Setting> named(String property) {
        return Arrays.stream(values())
                .filter(setting -> setting.property.equals(property))
                .findFirst();
    }

    /** What is told of a name that no setting has. */
    static String unknown(String name) {
        return Arrays.stream(values())
                .map(Setting::property)
                .collect(Collectors.joining(", ", "there is no setting '" + name + "'; there are ", ""));
    }

    /** Its names in a file and in the environment, for messages. */
    String named() {
        return property + " (" + variable() + ")";
    }

    /** Its name in a properties file. */
    String property() {
        return property;
    }

    /** Its name on the command line. */
    String option() {
        return "--" + property.replace('.', '-');
    }

    /** Its name in the environment. */
    String variable() {
        return PREFIX + property.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** What holds unless something else is said. */
    String usual() {
        return usual;
    }

    String description() {
        return description;
    }
}
