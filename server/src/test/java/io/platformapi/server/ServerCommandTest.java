package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Release;
import io.platformapi.server.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ServerCommandTest {

    /** Values of the settings that take neither any number nor any address. */
    private static final Map<Setting, String> PARTICULAR = Map.of(
            Setting.MAIL_STARTTLS,
            "never",
            Setting.MAIL_FROM,
            "a@b.example",
            Setting.ADMIN_PORT,
            "77",
            Setting.ACCESS_LOG,
            "false");

    private static final Pattern CURL =
            Pattern.compile("try: curl -H 'Authorization: Bearer (\\S+)' '(http://[^/]+)(\\S+)'");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private CommandLine command() {
        return command(Map.of());
    }

    private CommandLine command(Map<String, String> environment) {
        return ServerCommand.line(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    private static Settings settings(CommandLine line, String... arguments) {
        line.parseArgs(arguments);
        ServerCommand parsed = line.getCommand();
        return parsed.settings();
    }

    private String config(String... lines) throws IOException {
        return Files.write(folder.resolve("server.properties"), List.of(lines)).toString();
    }

    private String database() {
        return "database.url = jdbc:h2:" + folder.resolve("data");
    }

    @Test
    void printsARequestThatIsAnswered() throws Exception {
        String config = config("port = 0");
        var server = new Thread(() -> command().execute("--demo", "--config", config));
        server.start();
        Matcher curl = CURL.matcher(out.toString());
        for (int tenths = 0; tenths < 300 && !curl.find(); tenths++) {
            Thread.sleep(100);
            curl = CURL.matcher(out.toString());
        }

        assertThat(out.toString().lines().limit(2))
                .satisfiesExactly(
                        ready -> assertThat(ready).startsWith("ready: Platform API at http://127.0.0.1:"),
                        data -> assertThat(data).isEqualTo("data: in memory; nothing is kept when the server stops"));
        var answer = new ServerClient(URI.create(curl.group(2)), curl.group(1)).send("GET", curl.group(3));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Isla Thompson", "Chloe Papadopoulos")
                .doesNotContain("Oliver Kaye");
        server.interrupt();
        server.join();
    }

    @Test
    void listsItsSettings() {
        assertThat(command().execute("--help")).isZero();
        assertThat(out.toString())
                .contains("PLATFORM_PORT (port)", "The port; 0 for any that is free. Default: 8080", "--demo", "key");
    }

    @Test
    void takesEachSettingAsAnOptionAVariableOrALine() throws Exception {
        var alone = EnumSet.complementOf(EnumSet.of(
                Setting.JWT_KEYS, Setting.JWT_SECRET, Setting.TLS_CERTIFICATE, Setting.TLS_KEY)); // which need others
        for (Setting setting : alone) {
            String value = PARTICULAR.getOrDefault(setting, setting.usual().matches("\\d+") ? "77" : "http://a");
            Settings line = settings(command(), "--config", config(setting.property() + " = " + value));

            assertThat(line).as(setting.property()).isNotEqualTo(settings(command()));
            assertThat(settings(command(Map.of(setting.variable(), value))))
                    .as(setting.variable())
                    .isEqualTo(line);
            assertThat(settings(command(), setting.option(), value))
                    .as(setting.option())
                    .isEqualTo(line);
            assertThat(command().getUsageMessage().replaceAll("\\s+", " "))
                    .contains(setting.option() + "=VALUE " + setting.description())
                    .contains(setting.variable() + " (" + setting.property() + ")");
        }
    }

    @Test
    void takesAnOptionBeforeAVariableAndAVariableBeforeALine() throws Exception {
        String config = config("port = 1", "host = 0.0.0.1", "mail.port = 1");
        Map<String, String> environment = Map.of("PLATFORM_PORT", "2", "PLATFORM_HOST", "0.0.0.2", "PATH", "/bin");

        Settings settings = settings(command(environment), "--port", "3", "--config", config);

        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.host()).isEqualTo("0.0.0.2");
        assertThat(settings.mail().account().port()).isEqualTo(1);
    }

    @Test
    void passesOverWhatKubernetesTellsOfServicesOfItsName() {
        Map<String, String> environment = Map.of(
                "PLATFORM_SERVICE_HOST", "10.0.0.11",
                "PLATFORM_SERVICE_PORT", "8080",
                "PLATFORM_SERVICE_PORT_HTTP_API", "8080",
                "PLATFORM_PORT", "tcp://10.0.0.11:8080",
                "PLATFORM_PORT_8080_TCP", "tcp://10.0.0.11:8080",
                "PLATFORM_PORT_8080_TCP_PROTO", "tcp",
                "PLATFORM_PORT_8080_TCP_ADDR", "10.0.0.11",
                "PLATFORM_MAIL_PORT", "tcp://10.0.0.12:25",
                "PLATFORM_MAIL_SERVICE_HOST", "10.0.0.12",
                "PLATFORM_HOST", "0.0.0.2");

        Settings settings = settings(command(environment));

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.host()).isEqualTo("0.0.0.2");
        assertThat(settings.mail().account().port()).isEqualTo(587);
    }

    @Test
    void stillRefusesWhatOnlyLooksLikeIt() {
        Map<String, String> environment = Map.of("PLATFORM_PORT", "tcp", "PLATFORM_SERVICE", "a");

        assertThat(command(environment).execute("--demo")).isEqualTo(2);
    }

    @Test
    void tellsMistakesOfOptionsVariablesAndLinesAtOnce() throws Exception {
        Map<String, String> environment = Map.of("PLATFORM_PROT", "1", "PLATFORM_BODY_BYTES", "much");

        assertThat(command(environment).execute("--config", config("databse.url = x"), "--port", "70000"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        variable -> assertThat(variable)
                                .isEqualTo("server: there is no setting for the variable PLATFORM_PROT of the"
                                        + " environment; --help lists all"),
                        line -> assertThat(line)
                                .startsWith("server: there is no setting 'databse.url'; there are host,"),
                        option -> assertThat(option)
                                .isEqualTo("server: port (PLATFORM_PORT) is '70000'; it has to be a whole number"
                                        + " from 0 to 65535"),
                        bytes -> assertThat(bytes)
                                .isEqualTo("server: body.bytes (PLATFORM_BODY_BYTES) is 'much'; it has to be a whole"
                                        + " number from 1 to 536870912"));
    }

    @Test
    void saysInOneLineThatAFileCannotBeRead() {
        String missing = folder.resolve("missing").toString();

        assertThat(command().execute("--config", missing)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("server: cannot read " + missing + ": --config takes a properties file");
    }

    @Test
    void answersAWrongCallInALineThatNamesWhatWasMeant() {
        assertThat(command().execute("--dmo")).isEqualTo(2);
        assertThat(command().execute("kye")).isEqualTo(2);
        assertThat(command().execute("role")).isEqualTo(2);
        assertThat(command().execute("key", "lsit")).isEqualTo(2);
        assertThat(command().execute("key", "add", "app", "--for", "Amelia")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("server: Unknown option: '--dmo'; did you mean \"--demo\"? (--help lists the options)\n"
                        + "server: There is no command 'kye'; did you mean \"key\"? (--help lists the options)\n"
                        + "server role: Name a command: add (--help lists the options)\n"
                        + "server key: Expected add, list, revoke or rotate; or CLIENT and one of --for and --revoke;"
                        + " did you mean \"list\"? (--help lists the options)\n"
                        + "server key add: Invalid value for option '--for' (ID): 'Amelia' is no id, such as"
                        + " c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84 (--help lists the options)\n");
    }

    @Test
    void saysItsVersion() {
        assertThat(command().execute("--version")).isZero();
        assertThat(command().execute("key", "--version")).isZero();
        assertThat(out.toString().lines())
                .containsExactly("server " + Release.version(), "server key " + Release.version());
        assertThat(Release.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void saysInOneLineThatAPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int status = command().execute("--demo", "--config", config("port = " + taken.getLocalPort()));

            assertThat(status).isEqualTo(2);
            assertThat(err.toString())
                    .isEqualToIgnoringNewLines("server: cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": Address already in use;"
                            + " choose another with --port, 0 for any that is free");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere.invalid, there is no such host; name an address of this machine with --host",
        "192.0.2.1, that is no address of this machine; name one with --host"
    })
    void saysInOneLineThatAHostIsNotOfThisMachine(String host, String problem) {
        assertThat(command().execute("--demo", "--port", "0", "--host", host)).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("server: cannot listen on " + host + ":0: " + problem);
    }

    @Test
    void saysInOneLineWhatASettingHasToBe() throws Exception {
        assertThat(command().execute("--config", config("body.bytes = many"))).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("server: body.bytes (PLATFORM_BODY_BYTES) is 'many';"
                        + " it has to be a whole number from 1 to 536870912");
    }

    @Test
    void saysInOneLineThatADatabaseCannotBeOpened() throws Exception {
        assertThat(command().execute("--config", config("database.url = jdbc:nothing:here;PASSWORD=x")))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "server: cannot open the database jdbc:nothing:here: there is none of that kind; write"
                                + " jdbc:h2:./NAME or jdbc:postgresql://HOST/NAME");
    }

    @Test
    void saysInOneLineThatNothingCanBeKeptInAFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(command().execute("--config", config("database.url = jdbc:h2:" + file + "/data")))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("server: cannot open the database jdbc:h2:" + file + "/data: there can be no"
                        + " folder " + file + ": it is a file, or not permitted");
    }

    @Test
    void saysInOneLineWhatADatabaseThatIsNotKeptLacks() throws Exception {
        String url = database() + ";PASSWORD=x;LOCK_MODE=0";
        assertThat(command().execute("--config", config(url))).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "server: database.url (PLATFORM_DATABASE_URL): with the option LOCK_MODE it may lose what was"
                                + " acknowledged; leave it out (only AUTO_COMPACT_FILL_RATE, ")
                .hasLineCount(1);
    }

    @Test
    void saysInOneLineThatAnotherServerHasTheDatabaseOpen() throws Exception {
        var address = new Database.Address("jdbc:h2:" + folder.resolve("data"), "", "", 2);
        try (Database first = Database.open(address)) {
            assertThat(first).isNotNull();
            String[] key = {"--config", config(database()), "key", "app", "--revoke"};
            for (String[] command : new String[][] {{"--config", config(database())}, key}) {
                err.getBuffer().setLength(0);

                assertThat(command().execute(command)).isEqualTo(2);
                assertThat(err.toString())
                        .isEqualToIgnoringNewLines("server: cannot open the database jdbc:h2:" + folder.resolve("data")
                                + ": " + folder.resolve("data.mv.db")
                                + " is open already: another server uses it, or one"
                                + " of its commands; stop that one first, or give this one a database of its own");
            }
        }
    }

    @Test
    void makesKeysForContactsThatThereAre() throws Exception {
        int status = command()
                .execute("--config", config(database()), "key", "app", "--for", "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "server: --for has ids of no contact: [c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84]");
    }
}
