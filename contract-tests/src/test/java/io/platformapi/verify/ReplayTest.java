package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.LocalServer;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What failed once is sent again, alone, and told as failing, mended, or not to be shown by one request. */
class ReplayTest {

    private static final String PETS = "src/test/resources/io/platformapi/verify/pets.yaml";

    private final List<HttpRequest> asked = new ArrayList<>();
    private Target behaviour = new PetServer();

    @TempDir
    private Path folder;

    private LocalServer server;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("failed.json");
        server = LocalServer.start(request -> {
            asked.add(request);
            return behaviour.answer(request);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Forgets the name of a pet that was added. */
    private static HttpResponse forgetful(HttpRequest request) {
        HttpResponse answer = new PetServer().answer(request);
        return answer.status() == 201
                ? HttpResponse.of(201, "application/json", PetServer.bytes("{\"id\":3,\"kind\":\"cat\"}"))
                : answer;
    }

    private void record() {
        behaviour = ReplayTest::forgetful;
        VerifyRun.of(
                "--spec",
                PETS,
                "--url",
                server.address().toString(),
                "--random",
                "0",
                "--derived",
                "5",
                "--header",
                "Authorization: Bearer key",
                "--record",
                file.toString());
        asked.clear();
    }

    private VerifyRun replay(String... options) {
        return VerifyRun.of(
                Stream.concat(Stream.of("replay"), Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void keepsNoCredential() throws IOException {
        record();

        assertThat(Files.readString(file)).contains("addPet/example/a-cat").doesNotContain("Bearer");
    }

    @Test
    void tellsThatACaseStillFails() {
        record();

        VerifyRun run = replay(file.toString(), "--header", "Authorization: Bearer key");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("  still  The answer is not as documented: body /name (required).  [documented-body]")
                .contains("1 still\n1 case was sent again.\n");
        assertThat(asked).hasSize(1);
    }

    @Test
    void tellsThatACaseIsMended() {
        record();
        behaviour = new PetServer();

        VerifyRun run = replay(file.toString(), "--header", "Authorization: Bearer key");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("  note  It does not fail any more: answered with 201.  [documented-body]");
    }

    @Test
    void sendsTheCaseOfAnId() {
        behaviour = ReplayTest::forgetful;

        VerifyRun run = replay(
                "addPet/example/a-cat",
                "--spec",
                PETS,
                "--url",
                server.address().toString(),
                "--header",
                "Authorization: Bearer key");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("[documented-body]").contains("case: addPet/example/a-cat");
    }

    @Test
    void doesNotTakeForMendedWhatOneRequestCannotShow() throws IOException {
        record();
        behaviour = new PetServer();
        Files.writeString(file, Files.readString(file).replaceFirst("documented-body", "same-again"));

        VerifyRun run = replay(file.toString(), "--header", "Authorization: Bearer key");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("  nobody can tell  One request cannot show it: this takes several, so run verify for this"
                        + " operation (--include id=addPet).  [same-again]");
    }

    @Test
    void saysWhatItCannotSend() throws IOException {
        record();

        assertThat(replay(file.toString()).err())
                .contains("The cases were sent with a credential, which is not recorded: give it again.");
        assertThat(replay("noSuch/case").err())
                .contains("There is no file noSuch/case; the case of an id needs --spec and --url.");
        assertThat(replay("addPet/x", "--spec", PETS, "--url", server.address().toString())
                        .err())
                .contains("No case addPet/x can be made by itself with this seed; what depends on answers is kept by"
                        + " verify --record FILE.");
        Files.writeString(file, "{}");
        assertThat(replay(file.toString()).err())
                .contains(file + ":1: this is no record of failed cases; verify --record FILE writes one");
        assertThat(asked).isEmpty();
    }
}
