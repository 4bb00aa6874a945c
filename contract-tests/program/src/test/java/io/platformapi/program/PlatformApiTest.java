package io.platformapi.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Release;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one program as its users call it. */
class PlatformApiTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int status(String... arguments) {
        return PlatformApi.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(PlatformApi.call(arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mock", "verify", "compat", "lint", "lint explain", "completion"})
    void saysItsVersion(String command) {
        assertThat(status((command + " --version").strip().split(" "))).isZero();
        assertThat(out.toString().strip()).isEqualTo(("platform-api " + command).strip() + " " + Release.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lnt openapi.yaml | platform-api: There is no command 'lnt'; did you mean \"lint\"?",
                "explain x | platform-api: There is no command 'explain': these are mock, verify, compat, lint, completion",
                "mock --prot=1 | platform-api mock: Unknown option: '--prot=1'; did you mean \"--port\"?",
                "mock --nothing-like-it | platform-api mock: Unknown option: '--nothing-like-it'",
                "mock a.yaml b.yaml | platform-api mock: 'b.yaml' is one too many",
                "mock a.yaml --spec b.yaml | platform-api mock: There is one document to a mock, and this names a.yaml"
                        + " and b.yaml",
                "lint --formt json | platform-api lint: Unknown option: '--formt'; did you mean \"--format\"?",
                "lint explian required-declared | platform-api lint: 'required-declared' is one too many; did you mean"
                        + " \"explain\"?",
                "compat old.yaml new.yaml --batch | platform-api compat: --batch reads its pairs from standard input;"
                        + " documents, --replay and --changelog do not go with it.",
                "mock --port some | platform-api mock: Invalid value for option '--port': 'some' is no whole number",
                "verify --rate fast | platform-api verify: Invalid value for option '--rate': 'fast' is no number",
                "lint --fail-on advise | platform-api lint: Invalid value for option '--fail-on': expected one of fault,"
                        + " advice, off; received 'advise'; did you mean \"advice\"?"
            })
    void answersAWrongCallInALineThatNamesWhatWasMeant(String call, String answer) {
        assertThat(status(call.split(" "))).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo(answer + " (--help lists the options)");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesACallWithoutACommand() {
        assertThat(status()).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "platform-api: Name a document to serve, or a command: mock, verify, compat, lint, completion"
                                + " (--help lists the options)");
    }

    @Test
    void servesADocumentThatStandsAlone() {
        assertThat(PlatformApi.call("openapi.yaml", "--port", "0"))
                .containsExactly("mock", "openapi.yaml", "--port", "0");
        assertThat(PlatformApi.call("lint", "openapi.yaml")).containsExactly("lint", "openapi.yaml");
        assertThat(PlatformApi.call("--help")).containsExactly("--help");
        assertThat(PlatformApi.call()).isEmpty();
    }

    @Test
    void failsAsItsToolsDo() throws Exception {
        Path document = Files.writeString(folder.resolve("api.yaml"), "openapi: 3.1.0\ninfo: {title: A}\npaths: {}\n");

        assertThat(status("lint", document.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("info.version is missing");
        assertThat(status("mock", "--list", document.toString())).isZero();
        assertThat(status("mock", "--list", folder.resolve("none.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("platform-api mock: ").contains("there is no file ");
    }

    @Test
    void beginsItsHelpWithOneLineOfUse() {
        assertThat(status("verify", "--help")).isZero();
        assertThat(out.toString().lines()).first().isEqualTo("Usage: platform-api verify [OPTIONS] [COMMAND]");
    }

    @Test
    void letsShellsCompleteCommandsAndOptions() {
        assertThat(status("completion")).isZero();
        assertThat(out.toString())
                .startsWith("#!/usr/bin/env bash")
                .contains("-F _complete_platform-api", "mock verify compat lint", "--upstream", "--fail-on");
    }

    /** Each line of an example is one that is understood. */
    @ParameterizedTest
    @ValueSource(strings = {"", "mock", "verify", "compat", "lint"})
    void showsExamplesThatAreUnderstood(String command) {
        assertThat(status((command + " --help").strip().split(" "))).isZero();
        String help = out.toString().replaceAll(" \\\\\\R +", " ").replaceAll("'[^'\n]*'", "a:b");
        assertThat(help.lines().filter(line -> line.startsWith("  platform-api ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(PlatformApi.commandLine()
                                .parseArgs(PlatformApi.call(line.replaceFirst(" > .*", "")
                                        .strip()
                                        .substring("platform-api ".length())
                                        .split(" +"))))
                        .isNotNull());
    }
}
