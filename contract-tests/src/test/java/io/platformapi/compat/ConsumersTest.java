package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** For whom a change breaks: consumers are documents of what one client sends and reads. */
class ConsumersTest {

    private static final String CONTRACT = """
            /pets/{id}:
              put:
                security: [{key: []}]
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                requestBody:
                  required: true
                  content: {application/json: {schema: {type: object, properties: {name: {type: string, maxLength: %s}, tag: {type: string}}}}}
                responses:
                  '200':
                    description: Ok.
                    content: {application/json: {schema: {type: object, required: [name%s], properties: {name: {type: string}, age: {type: integer}}}}}
            """;
    private static final String SCHEME = "components: {securitySchemes: {key: {type: apiKey, in: header, name: K}}}\n";

    /** Sends names of up to 10 characters, and reads the age. */
    private static final String SHORT_NAMES = """
            /pets/{pet}:
              put:
                parameters: [{name: pet, in: path, required: true, schema: {type: string}}]
                requestBody:
                  required: true
                  content: {application/json: {schema: {type: object, properties: {name: {type: string, maxLength: %s}}}}}
                responses:
                  '200':
                    description: Ok.
                    content: {application/json: {schema: {type: object%s}}}
            """;

    @TempDir
    private Path folder;

    private Path consumers;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeFolder() throws IOException {
        consumers = Files.createDirectory(folder.resolve("consumers"));
    }

    private String contract(String name, int longest, String required) throws IOException {
        String text = ComparedText.document(CONTRACT.formatted(longest, required)) + SCHEME;
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void consumer(String name, int longest, String more) throws IOException {
        Files.writeString(
                consumers.resolve(name + ".yaml"), ComparedText.document(SHORT_NAMES.formatted(longest, more)));
    }

    private int run(String... arguments) {
        return new CommandLine(new CompatCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Test
    void saysOfABreakWhichConsumersItHitsWithAWitnessOfTheirs() throws IOException {
        consumer("shop", 10, "");
        consumer("vet", 40, "");
        assertThat(run(
                        contract("old.yaml", 40, ""),
                        contract("new.yaml", 20, ""),
                        "--consumers",
                        consumers.toString(),
                        "--gate",
                        "consumers"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "breaking  body (application/json) /name: `maxLength` was 40 and is 20.",
                        "hits vet: {\"name\":")
                .doesNotContain("hits shop")
                .contains("\n1 breaking\n");
    }

    @Test
    void passesAtTheGateOfConsumersWhereABreakHitsNone() throws IOException {
        consumer("shop", 10, "");
        String old = contract("old.yaml", 40, "");
        String fresh = contract("new.yaml", 20, "");
        assertThat(run(old, fresh, "--consumers", consumers.toString())).isEqualTo(1);
        assertThat(run(old, fresh, "--consumers", consumers.toString(), "--gate", "consumers"))
                .isZero();
        assertThat(out.toString()).contains("hits: none of the 1 consumers", "1 hitting no consumer");
    }

    @Test
    void saysOfAConsumerThatItDoesNotFitTheOldContract() throws IOException {
        consumer("shop", 99, "");
        String old = contract("old.yaml", 40, "");
        assertThat(run(old, old, "--consumers", consumers.toString(), "--gate", "consumers"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("undecided  It does not fit the old contract: PUT /pets/{pet} body (application/json) /name:"
                        + " `maxLength` was 99 and is 40.  [consumer-unfit]");
    }

    @Test
    void tellsOfOneContractAloneWhetherConsumersMayGoLive() throws IOException {
        consumer("shop", 10, "");
        assertThat(run(contract("old.yaml", 40, ""), "--consumers", consumers.toString()))
                .isZero();
        consumer("vet", 10, ", required: [age]");
        assertThat(run(contract("old.yaml", 40, ""), "--consumers", consumers.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("consumer vet", "`age` is no longer always there.");
    }

    @Test
    void asksNothingOfLinksAndEncodingsThatTheConsumerDoesNotSpeakOf() throws IOException {
        String old = Files.writeString(folder.resolve("old.yaml"), ComparedText.document("""
                /photos:
                  post:
                    requestBody:
                      content:
                        multipart/form-data:
                          encoding: {photo: {contentType: image/png}}
                          schema: {type: object, properties: {photo: {type: string}}}
                    responses:
                      '200': {description: Ok., links: {more: {operationId: photos}}}
                """))
                .toString();
        String consumer = """
                /photos:
                  post:
                    requestBody:
                      content:
                        multipart/form-data:
                          schema: {type: object, properties: {photo: {type: string}}}
                    responses:
                      '200': {description: Ok.%s}
                """;
        Files.writeString(consumers.resolve("shop.yaml"), ComparedText.document(consumer.formatted("")));
        assertThat(run(old, "--consumers", consumers.toString())).isZero();
        Files.writeString(
                consumers.resolve("shop.yaml"),
                ComparedText.document(consumer.formatted(", links: {less: {operationId: photos}}")));
        assertThat(run(old, "--consumers", consumers.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("200 link less is gone.");
    }

    @Test
    void hitsWhoReadsWhatIsNoLongerAlwaysThere() throws IOException {
        consumer("shop", 10, ", required: [age]");
        consumer("vet", 10, ", required: [name]");
        assertThat(run(
                        contract("old.yaml", 40, ", age"),
                        contract("new.yaml", 40, ""),
                        "--consumers",
                        consumers.toString(),
                        "--gate",
                        "consumers"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("hits shop: {").doesNotContain("hits vet");
    }

    @Test
    void tellsOfAConsumerThatIsHitByWhatBreaksNobodyElse() throws IOException {
        String old = Files.writeString(folder.resolve("old.yaml"), ComparedText.document("""
                /old:
                  get: {deprecated: true, x-sunset: 2020-01-01, responses: {'200': {description: Ok.}}}
                """))
                .toString();
        String fresh = Files.writeString(folder.resolve("new.yaml"), ComparedText.document("{}"))
                .toString();
        assertThat(run(old, fresh)).isZero();
        Files.writeString(consumers.resolve("shop.yaml"), ComparedText.document("""
                /old:
                  get: {responses: {'200': {description: Ok.}}}
                """));

        assertThat(run(old, fresh, "--consumers", consumers.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("consumer shop", "breaking  It is hit: GET /old The operation is gone.  [consumer-broken]");
    }

    @Test
    void readsConsumersOfFoldersWithinAndOfSeveralFilesAndSaysWhichFilesAreNone() throws IOException {
        Path team = Files.createDirectories(consumers.resolve("teams/web"));
        String own = "schema: {type: object, properties: {name: {type: string, maxLength: 40}}}";
        String document = ComparedText.document(SHORT_NAMES.formatted(40, ""));
        Files.writeString(team.resolve("app.yaml"), document.replace(own, "schema: {$ref: parts/pet.yaml#/Pet}"));
        Files.createDirectory(team.resolve("parts"));
        Files.writeString(
                team.resolve("parts/pet.yaml"),
                "Pet: {type: object, properties: {name: {type: string, maxLength: 40}}}\n");
        Files.writeString(team.resolve("package.json"), "{\"name\": \"web\"}");
        consumer("app", 10, "");

        assertThat(run(contract("old.yaml", 40, ""), contract("new.yaml", 20, ""), "--consumers", consumers.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "hits teams/web/app: {\"name\":",
                        "No consumers, for they are no OpenAPI documents: teams/web/package.json,"
                                + " teams/web/parts/pet.yaml.\n")
                .doesNotContain("hits app");
    }

    @Test
    void tellsTwoConsumersOfOneNameApart() throws IOException {
        consumer("shop", 40, "");
        Files.copy(consumers.resolve("shop.yaml"), consumers.resolve("shop.yml"));
        run(contract("old.yaml", 40, ""), contract("new.yaml", 20, ""), "--consumers", consumers.toString());
        assertThat(out.toString()).contains("hits shop: {", "hits shop.yml: {");
    }

    @Test
    void takesOneFileForAConsumer() throws IOException {
        consumer("vet", 40, "");
        String file = consumers.resolve("vet.yaml").toString();
        run(contract("old.yaml", 40, ""), contract("new.yaml", 20, ""), "--consumers", file);
        assertThat(out.toString()).contains("hits vet: {");
    }

    @Test
    void saysWhereAFileOfConsumersCannotBeRead() throws IOException {
        Files.writeString(consumers.resolve("shop.yaml"), "openapi: 3.1.1\npaths: {a: [}\n");
        String old = contract("old.yaml", 40, "");
        assertThat(run(old, old, "--consumers", consumers.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith(consumers.resolve("shop.yaml") + ":2");
    }

    /** A contract asks for a key, and has operations that this client knows nothing of. */
    @Test
    void tellsOfADocumentThatIsAClientsByItsOwnWordsWhetherItMayGoLive() throws IOException {
        String fits = Files.writeString(
                        folder.resolve("shop.yaml"),
                        ComparedText.document(SHORT_NAMES.formatted(20, "")) + "x-consumer: shop\n")
                .toString();
        assertThat(run(fits, contract("api.yaml", 20, ""))).isZero();
        assertThat(out.toString()).endsWith("\nnothing found\nConsumer shop fits: it may go live.\n");

        String sends = Files.writeString(
                        folder.resolve("vet.yaml"),
                        ComparedText.document(SHORT_NAMES.formatted(21, "")) + "x-consumer: vet\n")
                .toString();
        out.getBuffer().setLength(0);
        assertThat(run(sends, contract("api.yaml", 20, ""))).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "breaking  body (application/json) /name: `maxLength` was 21 and is 20.", "witness: {\"name\":")
                .endsWith("\n1 breaking\nConsumer vet does not fit.\n");
    }

    @Test
    void tellsOfAMemberThatAConsumerSendsAndNoSchemaDescribesAnyMore() throws IOException {
        consumer("shop", 40, "");
        Files.writeString(
                consumers.resolve("vet.yaml"),
                Files.readString(consumers.resolve("shop.yaml"))
                        .replace("properties: {name:", "properties: {tag: {type: string}, name:"));
        String old = contract("old.yaml", 40, "");
        String fresh = Files.writeString(
                        folder.resolve("new.yaml"),
                        Files.readString(Path.of(old)).replace(", tag: {type: string}", ""))
                .toString();
        assertThat(run(old, fresh, "--consumers", consumers.toString(), "--gate", "consumers"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "consumer vet",
                        "undecided  It may be hit: PUT /pets/{pet} body (application/json): `tag` is gone. "
                                + " [consumer-broken]",
                        "undecided because: the consumer uses it, and no contract says what comes of it now")
                .doesNotContain("consumer shop");
    }

    @Test
    void refusesWhatIsNoFolderOfDocuments() throws IOException {
        String old = contract("old.yaml", 40, "");
        assertThat(run(old, old, "--consumers", consumers.toString())).isEqualTo(2);
        assertThat(run(old, old, "--gate", "consumers")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "--consumers " + consumers + ": there is no document in it, *.yaml, *.yml or *.json.\n",
                        "--gate consumers needs --consumers DIR.");
    }
}
