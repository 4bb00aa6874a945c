package io.platformapi.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.ContractTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document's readers passed over is said by whoever works with it. */
final class ReservationsTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return ContractTests.commandLine()
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String document() throws IOException {
        return Files.writeString(folder.resolve("pets.yaml"), """
                openapi: 3.1.0
                info: {title: Pets, version: '1'}
                paths:
                  /pets:
                    get:
                      parameters: [{name: most, in: query, schema: {type: integer, minimum: 0, exclusiveMinimum: true}}]
                      responses: {'200': {description: ok}}
                """).toString();
    }

    private String warning(String file) {
        return "warning: " + file + ":6 /paths/~1pets/get/parameters/0/schema/exclusiveMinimum: \"exclusiveMinimum\""
                + " takes a number; true is passed over, as if the keyword were not there; write exclusiveMinimum: 0 in"
                + " place of it and minimum" + System.lineSeparator();
    }

    @Test
    void compatSaysWhatOfEachEditionItDoesNotLookAt() throws IOException {
        String file = document();

        assertThat(run("compat", file, file)).isZero();
        assertThat(err.toString()).isEqualTo(warning(file) + warning(file));
    }

    @Test
    void verifySaysWhatItDoesNotLookAt() throws IOException {
        String file = document();

        assertThat(run("verify", "--spec", file, "--url", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(err.toString()).startsWith(warning(file));
    }
}
