package io.platformapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Release;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for all tools of the command. */
class ContractTestsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int status(String... arguments) {
        return ContractTests.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "verify", "compat", "compat explain", "lint", "lint explain", "verify explain"})
    void saysItsVersion(String tool) {
        assertThat(status((tool + " --version").strip().split(" "))).isZero();
        assertThat(out.toString().strip()).isEqualTo(("contract-tests " + tool).strip() + " " + Release.version());
    }

    @Test
    void refusesACallWithoutATool() {
        assertThat(status()).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("contract-tests: Name a command: verify, compat, lint, completion (--help lists the options)"
                        + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({
        "compat, request-max-length-narrowed, breaking",
        "verify, documented-status, violation",
        "lint, required-declared, fault"
    })
    void explainsWhatEachToolFinds(String tool, String id, String level) {
        assertThat(status(tool, "explain", id)).isZero();
        assertThat(out.toString())
                .startsWith(id + " (" + level + ")")
                .contains("  means    ", "  example  ", "  instead  ");
        assertThat(status(tool, "explain", "--list")).isZero();
        assertThat(out.toString().lines()).anyMatch(line -> line.matches(id + " +" + level + " +[A-Z].*[.]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compat", "verify", "lint"})
    void saysWhichFindingWasMeant(String tool) {
        assertThat(status(tool, "explain", "waiver-unsed")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no finding waiver-unsed; did you mean \"waiver-unused\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compat", "verify", "lint"})
    void saysThatThereIsNoSuchFinding(String tool) {
        assertThat(status(tool, "explain", "nothing-of-the-kind")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no finding nothing-of-the-kind; explain --list lists all.");
    }
}
