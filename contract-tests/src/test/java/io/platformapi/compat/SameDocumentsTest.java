package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.fuzz.Mutator;
import io.platformapi.report.Report;
import io.platformapi.verify.RandomDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two documents that say the same, in whatever way: nothing is found, there and back. */
class SameDocumentsTest {

    private static final Path HERE = Path.of("src/test/resources/io/platformapi");

    @TempDir
    private Path folder;

    static Stream<Path> documents() {
        return Stream.of(
                        "compat/pets.yaml",
                        "fuzz/garden-3.1.yaml",
                        "verify/media.yaml",
                        "verify/pets.yaml",
                        "verify/shop.yaml",
                        "verify/foreign/press-3.0.yaml",
                        "verify/foreign/harbour-3.0.yaml",
                        "verify/foreign/library-3.1.yaml",
                        "verify/foreign/studio-3.1.yaml",
                        "verify/foreign/shop-3.2.yaml",
                        "../../../../../../spec/contract/src/test/resources/io/platformapi/contract/format/contacts.yaml",
                        "../../../../../../spec/src/test/resources/spellings/types.yaml")
                .map(name -> HERE.resolve(name).normalize());
    }

    /** Those with components that refer to nothing by an id, or in files of their own. */
    static Stream<Path> splittable() {
        return documents()
                .filter(file -> tree(file).path("components").path("schemas").isObject())
                .filter(file ->
                        !file.toString().contains("garden") && !file.toString().contains("library"));
    }

    private static Contract contract(Path file) {
        return new ContractReader(Access.SAME_ORIGIN).read(file.toString());
    }

    private static Contract written(JsonNode document, URI place) {
        return new ContractReader(Access.SAME_ORIGIN).read(document.toString(), place, "other.json");
    }

    private static List<String> found(Contract one, Contract other) {
        Report report =
                new Compatibility(SchemaReading.Profile.COMMON, LocalDate.of(2026, 1, 1)).compare(one, other, "there");
        return report.findings().stream()
                .map(each -> ComparedText.said(report, each) + each.evidence())
                .toList();
    }

    private static ObjectNode tree(Path file) {
        return (ObjectNode) Sources.read(file.toString(), Access.SAME_ORIGIN).json();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void findsNothingInADocumentThatSaysTheSame(Path file) {
        differences(contract(file), tree(file), file.toUri(), file.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsNothingInARandomDocumentThatSaysTheSame(long seed) {
        ObjectNode document = RandomDocument.tree(seed);
        URI place = URI.create("file:///random.json");
        differences(written(document, place), document, place, "seed " + seed);
    }

    private static void differences(Contract one, ObjectNode document, URI place, String what) {
        for (Rewriting rewriting : Rewriting.values()) {
            Contract other = written(rewriting.of(document), place);
            assertThat(found(one, other)).as("%s, %s", what, rewriting).isEmpty();
            assertThat(found(other, one)).as("%s, from %s", what, rewriting).isEmpty();
        }
    }

    /** The components in files of their own, one of which refers to the other. */
    @ParameterizedTest
    @MethodSource("splittable")
    void findsNothingInADocumentThatIsSplitInFiles(Path file) throws IOException {
        ObjectNode document = tree(file);
        JsonNode schemas = document.path("components").path("schemas");
        String inside = schemas.toString().replace("#/components/schemas/", "#/");
        Files.writeString(
                folder.resolve("schemas.json"), inside.replaceAll("\"#/components", "\"openapi.json#/components"));
        ((ObjectNode) document.get("components")).remove("schemas");
        Path main = Files.writeString(
                folder.resolve("openapi.json"), document.toString().replace("#/components/schemas/", "schemas.json#/"));
        Contract other = contract(main);
        assertThat(found(contract(file), other)).isEmpty();
        assertThat(found(other, contract(file))).isEmpty();
    }

    /** Broken documents, as far as they can be read at all: what is wrong with them is so in any order. */
    @Test
    void findsNothingInABrokenDocumentInAnotherOrder() {
        ObjectNode base = tree(HERE.resolve("fuzz/garden-3.1.yaml"));
        int read = 0;
        for (long seed = 1; seed <= 60; seed++) {
            ObjectNode broken = Mutator.mutant(base, new Random(seed));
            try {
                Contract one = written(broken, HERE.toUri());
                Contract other = written(Rewriting.MEMBERS_REORDERED.of(broken), HERE.toUri());
                assertThat(found(one, other)).as("seed %d", seed).isEmpty();
                read++;
            } catch (UnreadableDocument refused) {
                continue; // as a whole, which is for others to test
            }
        }
        assertThat(read).isGreaterThan(20);
    }

    /** What nobody looks at is compared as it is written, and stays at its branch. */
    @Test
    void findsNothingWhereUnreadBranchesComeInAnotherOrder() {
        String pets =
                "/pets: {put: {requestBody: {content: {application/json: {schema: {oneOf: [%s, %s, {type: integer}]}}}},"
                        + " responses: {'200': {description: Ok.}}}}";
        String one = "{type: string, contentMediaType: text/json, contentSchema: {type: object}}";
        String other = "{type: boolean}";
        assertThat(ComparedText.found(
                        ComparedText.document(pets.formatted(one, other)),
                        ComparedText.document(pets.formatted(other, one))))
                .isEmpty();
        assertThat(ComparedText.found(
                        ComparedText.document(pets.formatted(one, other)),
                        ComparedText.document(pets.formatted(other, one.replace("object", "array")))))
                .containsExactly(
                        "undecided PUT /pets requestBody content/application/json schema oneOf/0 contentSchema:"
                                + " `contentSchema` was {\"type\":\"object\"} and is {\"type\":\"array\"}.");
    }
}
