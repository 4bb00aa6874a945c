package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.mock.recording.ConsumerRecorder;
import io.platformapi.report.Finding;
import io.platformapi.verify.RandomDocument;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is recorded of a client fits the contract that it was recorded with, and is hit by what it uses, no more. */
class RecordedConsumersTest {

    private static final int DOCUMENTS = Integer.getInteger("recorded.documents", 2);

    @TempDir
    private Path folder;

    private static Contract read(Path file) {
        return new ContractReader(Access.SAME_ORIGIN).read(file.toString());
    }

    /** All that can be made up, right and wrong. */
    private static List<HttpRequest> requests(Contract contract) {
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), new Budget(2, 8, 1));
        return contract.operations().stream()
                .flatMap(operation -> cases.of(operation).stream())
                .map(Case::request)
                .toList();
    }

    private static Path recorded(Contract contract, Path file, List<HttpRequest> requests) {
        MockEngine mock = new MockEngine(contract, MockOptions.usual().withCallers(MockOptions.Callers.ANYBODY));
        try (ConsumerRecorder recorder = new ConsumerRecorder(file, line -> {})) {
            BiConsumer<HttpRequest, HttpResponse> recording = recorder.of(contract);
            requests.forEach(request -> recording.accept(request, mock.answer(request)));
        }
        return file;
    }

    private void fits(String name, Contract contract) throws IOException {
        List<HttpRequest> requests = requests(contract);
        Path file = recorded(contract, folder.resolve(name + ".yaml"), requests);
        String text = Files.readString(file);
        assertThat(misfits(file, contract)).as("%s:%n%s", name, text).isEmpty();

        recorded(contract, file, requests);
        assertThat(file).as(name).hasContent(text);
    }

    private static List<String> misfits(Path file, Contract contract) {
        Consumer consumer = new Consumer("web", read(file));
        return Stream.of(SchemaReading.Profile.COMMON, SchemaReading.Profile.LITERAL)
                .flatMap(profile -> consumer.heldTo(contract, profile, LocalDate.now()).misfits().stream()
                        .map(finding -> profile + " " + told(finding)))
                .toList();
    }

    private static String told(Finding finding) {
        return finding.level() + " " + finding.subject() + " " + finding.message() + finding.evidence();
    }

    @Test
    void fitsDocumentsThatAreMadeUp() throws IOException {
        for (long seed = 1; seed <= DOCUMENTS; seed++) {
            fits("random " + seed, RandomDocument.of(seed));
        }
    }

    /** Documents of one's own, by {@code -Drecorded.files=FILE,FILE}. */
    @Test
    void fitsDocumentsThatAreNamed() throws IOException {
        for (String file : System.getProperty("recorded.files", "").split(",")) {
            if (!file.isEmpty()) {
                fits(file.replaceAll("\\W+", "-"), read(Path.of(file)));
            }
        }
    }

    private static final String SCHEMAS = """
            components:
              schemas:
                Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}, lives: {type: integer, maximum: 9}}}
                Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}, barks: {type: boolean}}}
                Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {cat: Cat, dog: '#/components/schemas/Dog'}}}
                Node: {type: object, properties: {name: {type: string}, next: {$ref: '#/components/schemas/Node'}, all: {type: array, items: {$ref: '#/components/schemas/Node'}}}}
                Made: {type: string, readOnly: true}
                Base: {type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}, name: {type: string, maxLength: 5}, secret: {type: string, writeOnly: true}}}
            """;

    private static final List<String> OF_BOTH = List.of(
            "{$ref: '#/components/schemas/Pet'}",
            "{type: array, items: {$ref: '#/components/schemas/Pet'}, minItems: 1}",
            "{$ref: '#/components/schemas/Node'}",
            "{$ref: '#/components/schemas/Base'}",
            "{allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [age], properties: {age: {type: integer}}}]}",
            "{allOf: [{$ref: '#/components/schemas/Base'}, {properties: {name: {minLength: 2}}}]}",
            "{type: object, additionalProperties: {type: integer, minimum: 3}}",
            "{type: object, properties: {a: {type: string}}, additionalProperties: {type: string, maxLength: 3}}",
            "{type: object, properties: {a: {type: string}}, additionalProperties: false, minProperties: 1}",
            "{type: object, properties: {a: {type: number}, b: {type: boolean}}}",
            "{anyOf: [{type: string, maxLength: 3}, {type: integer}]}",
            "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: string}}}]}",
            "{type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}",
            "{type: object, not: {required: [z]}, properties: {a: {type: string, enum: [x, y]}, z: {type: string}}}",
            "{type: object, required: [a, b, c], properties: {a: {allOf: [{readOnly: true}, {type: string}]}, b: {allOf: [{$ref: '#/components/schemas/Made'}]}, c: {type: string}}}",
            "{type: string, enum: [x, y, z]}",
            "{type: array, uniqueItems: true, maxItems: 3, items: {type: string, enum: [x, y]}}",
            "{type: object, xml: {name: thing}, properties: {a: {type: string, xml: {attribute: true}}, b: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: i}}}}}",
            "{}");

    private static final List<String> OF_THE_OLD = List.of(
            "{type: object, properties: {a: {type: string, nullable: true}, b: {nullable: true, allOf: [{$ref: '#/components/schemas/Cat'}]}}}",
            "{type: number, minimum: 1, exclusiveMinimum: true}",
            "{type: object, properties: {a: {type: string, nullable: true, enum: [x, null]}}}");

    private static final List<String> OF_THE_NEW = List.of(
            "{type: [string, 'null'], maxLength: 3}",
            "{type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]}, b: {oneOf: [{type: 'null'}, {type: integer}]}}}",
            "{type: object, patternProperties: {'^x-': {type: integer}}, properties: {a: {const: 1}}, additionalProperties: false}",
            "{type: object, properties: {a: {type: string}, b: {type: string}}, dependentRequired: {a: [b]}}",
            "{type: object, properties: {a: {type: string}}, if: {required: [a]}, then: {required: [b], properties: {b: {type: integer}}}}",
            "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
            "{type: object, propertyNames: {maxLength: 4}, additionalProperties: {type: integer}}",
            "{allOf: [{$ref: '#/components/schemas/Base'}], unevaluatedProperties: false}",
            "{$ref: '#/components/schemas/Base', minProperties: 1}",
            "true");

    /** A document with an operation for each schema, which has it in every place. */
    private Contract contract(String version, List<String> schemas) throws IOException {
        StringBuilder paths = new StringBuilder();
        for (String schema : schemas) {
            paths.append("""
                    /a%d:
                      post:
                        parameters: [{name: p, in: query, schema: %2$s}]
                        requestBody: {content: {application/json: {schema: %2$s}, application/xml: {schema: %2$s}}}
                        responses: {'200': {description: Ok., content: {application/json: {schema: %2$s}, application/xml: {schema: %2$s}}}}
                    """.formatted(paths.length(), schema));
        }
        String text = ComparedText.document(paths.toString()) + SCHEMAS;
        Path file = folder.resolve("contract.yaml");
        Files.writeString(file, text.replaceFirst("openapi: \\S+", "openapi: " + version));
        return read(file);
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.of(one, other).flatMap(List::stream).toList();
    }

    @Test
    void fitsEveryKindOfSchemaOfOpenApi30() throws IOException {
        fits("old", contract("3.0.3", both(OF_BOTH, OF_THE_OLD)));
    }

    @Test
    void fitsEveryKindOfSchemaSinceOpenApi31() throws IOException {
        fits("new", contract("3.2.0", both(OF_BOTH, OF_THE_NEW)));
    }

    private static final String SHOP = """
            /pets:
              get:
                security: [{key: []}, {token: []}]
                parameters:
                  - {name: limit, in: query, schema: {type: integer}}
                  - {name: sort, in: query, schema: {type: string, enum: [age, name]}}
                responses:
                  '200':
                    description: Ok.
                    content:
                      application/json:
                        schema: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer}, owner: {type: object, properties: {name: {type: string}}}}}
                        example: {name: Rex, owner: {name: Ann}}
              delete: {responses: {'204': {description: Gone.}}}
            /pets/{id}:
              put:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                requestBody:
                  content:
                    application/json: {schema: {type: object, properties: {name: {type: string}, kind: {type: string, enum: [cat, dog]}, tag: {type: string}, friend: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}}}}
                    application/merge-patch+json: {schema: {type: object}}
                responses: {'204': {description: Done.}, '404': {description: None.}}
            """;

    private static final String SCHEMES = """
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: K}, token: {type: http, scheme: bearer}}
              schemas:
                Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}, lives: {type: integer}, fur: {type: string}}}
                Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}, barks: {type: boolean}}}
            """;

    private static HttpRequest json(String method, String target, String body) {
        Headers type = body.isEmpty() ? Headers.none() : Headers.of("Content-Type", "application/json");
        return HttpRequest.of(method, target, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static int run(StringWriter out, String... arguments) {
        return new CommandLine(new CompatCommand())
                .setOut(new PrintWriter(out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    /** Lists pets by age, and names cats. */
    private Path shopUser(Path contract) throws IOException {
        return recorded(
                read(contract),
                Files.createDirectories(folder.resolve("consumers")).resolve("web.yaml"),
                List.of(
                        json("GET", "/pets?sort=age", "").with("K", "key-1"),
                        json(
                                "PUT",
                                "/pets/7",
                                "{\"name\": \"Tom\", \"kind\": \"cat\", \"friend\": {\"kind\": \"cat\", \"lives\": 9}}")));
    }

    private String hits(String was, String is) throws IOException {
        assertThat(SHOP + SCHEMES).contains(was);
        Path old = Files.writeString(folder.resolve("old.yaml"), ComparedText.document(SHOP) + SCHEMES);
        Path fresh = Files.writeString(
                folder.resolve("new.yaml"), ComparedText.document(SHOP.replace(was, is)) + SCHEMES.replace(was, is));
        String consumers = shopUser(old).getParent().toString();
        StringWriter out = new StringWriter();
        int status = run(out, old.toString(), fresh.toString(), "--consumers", consumers, "--gate", "consumers");
        assertThat(out.toString()).doesNotContain("consumer-unfit");
        return status == 0 ? "none" : "hit";
    }

    @Test
    void fitsAsAnEditionOfItsOwn() throws IOException {
        Path contract = Files.writeString(folder.resolve("old.yaml"), ComparedText.document(SHOP) + SCHEMES);
        StringWriter out = new StringWriter();
        assertThat(run(out, shopUser(contract).toString(), contract.toString()))
                .as("%s", out)
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            an unused operation         | none | delete: {responses: {'204': {description: Gone.}}} | x-none: {}
            a used operation            | hit  | `/pets/{id}:` | `/animals/{id}:`
            an unused parameter         | none | `- {name: limit, in: query, schema: {type: integer}}` | ``
            a used parameter            | hit  | `- {name: sort, in: query, schema: {type: string, enum: [age, name]}}` | ``
            an unused value             | none | `[age, name]` | `[age]`
            a used value                | hit  | `[age, name]` | `[name]`
            an unused value in a body   | none | `[cat, dog]` | `[cat]`
            a used value in a body      | hit  | `[cat, dog]` | `[dog]`
            an unused member            | none | `, tag: {type: string}` | ``
            a used member               | hit  | `name: {type: string}, kind:` | `kind:`
            an unused branch            | none | `, {$ref: '#/components/schemas/Dog'}` | ``
            a used branch               | hit  | `{$ref: '#/components/schemas/Cat'}, ` | ``
            an unused member of a used branch | none | `, fur: {type: string}` | ``
            a used member of a branch   | hit  | `, lives: {type: integer}` | ``
            another member asked for    | hit  | `type: object, properties: {name: {type: string}, kind` | `type: object, required: [tag], properties: {name: {type: string}, kind`
            a used member asked for     | none | `type: object, properties: {name: {type: string}, kind` | `type: object, required: [name], properties: {name: {type: string}, kind`
            an unused media type        | none | `application/merge-patch+json: {schema: {type: object}}` | ``
            another type of what came   | hit  | `owner: {type: object, properties: {name: {type: string}}}` | `owner: {type: string}`
            a member that came          | hit  | `, owner: {type: object, properties: {name: {type: string}}}` | ``
            a member that never came    | none | `, age: {type: integer}` | ``
            another type of what never came | none | `age: {type: integer}` | `age: {type: string}`
            a status that never came    | none | `, '404': {description: None.}` | ``
            a way in that is not used   | none | `, {token: []}` | ``
            the way in that is used     | hit  | `{key: []}, ` | ``
            a status that came          | hit  | `'204': {description: Done.}` | `'202': {description: Later.}`
            """)
    void isHitByWhatItUsesAndByNothingElse(String what, String expected, String was, String is) throws IOException {
        assertThat(hits(was, is == null ? "" : is)).as(what).isEqualTo(expected);
    }
}
