package io.platformapi.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.ContractTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options about reports name is tried before any work is done, by every tool alike. */
class ReportOptionsTest {

    private static final String DOCUMENT = "../spec/openapi.yaml";

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int status(String... arguments) {
        return ContractTests.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void refuses(String message, String... options) {
        for (String[] tool : new String[][] {
            {"verify", "--spec", DOCUMENT, "--url", "http://127.0.0.1:1"},
            {"lint", DOCUMENT},
            {"compat", DOCUMENT, DOCUMENT}
        }) {
            err.getBuffer().setLength(0);
            String[] all = Stream.of(tool, options).flatMap(Stream::of).toArray(String[]::new);

            assertThat(status(all)).as(String.join(" ", all)).isEqualTo(2);
            assertThat(err.toString())
                    .isEqualTo("contract-tests " + tool[0] + ": " + message + " (--help lists the options)"
                            + System.lineSeparator());
        }
    }

    @Test
    void refusesAReportInAFolderThatIsNotThere() {
        refuses(
                "--report junit=" + folder + "/no/verify.xml: there is no folder " + folder + "/no.",
                "--report",
                "junit=" + folder + "/no/verify.xml");
    }

    @Test
    void refusesAReportWhereAFolderIs() {
        refuses("--report json=" + folder + ": it is a folder.", "--report", "json=" + folder);
    }

    @Test
    void refusesTwoReportsInOneFile() {
        String file = folder + "/report";

        refuses(
                "--report sarif=" + file + ": another report is written there.",
                "--report",
                "json=" + file,
                "--report",
                "sarif=" + file);
    }

    @Test
    void refusesAFormThatThereIsNot() {
        refuses(
                "Invalid value for option '--report' (FORMAT=FILE): expected FORMAT=FILE, such as junit=report.xml, with"
                        + " one of terminal, json, markdown, html, junit, sarif, github, waivers; received 'pdf=report.pdf'",
                "--report",
                "pdf=report.pdf");
        refuses(
                "Invalid value for option '--format': expected one of terminal, json, markdown, html, junit, sarif,"
                        + " github, waivers; received 'pdf'",
                "--format",
                "pdf");
    }

    @Test
    void refusesWaiversThatCannotBeRead() throws IOException {
        Path waivers = Files.writeString(folder.resolve("waivers.yaml"), "reason: none\n");

        refuses(
                "--waivers " + waivers + ":1: this is no list of waivers; write \"- finding: …\" with reason and until",
                "--waivers",
                waivers.toString());
    }

    @Test
    void leavesWhatAFileHoldsUntilThereIsAReport() throws IOException {
        Path old = Files.writeString(folder.resolve("lint.json"), "yesterday's");

        assertThat(status("lint", "no-such.yaml", "--report", "json=" + old)).isEqualTo(2);
        assertThat(old).hasContent("yesterday's");
    }

    @Test
    void writesTwoReportsOfOneForm() {
        Path one = folder.resolve("one.json");
        Path other = folder.resolve("other.json");

        status("lint", DOCUMENT, "--report", "json=" + one, "--report", "JSON=" + other);

        assertThat(one).hasSameTextualContentAs(other);
    }
}
