package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Response;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Place;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is derived stands, for whoever is told of it, where that is written which it was derived from. */
class DerivedPlacesTest {

    private static final Path WRITTEN = Path.of("openapi.yaml");

    private static Place place(Contract contract, String operation, String pointer) {
        return contract.operation(operation).orElseThrow().node().at(pointer).place();
    }

    @Test
    void anAliasStandsWhereItsOperationIsWritten() throws Exception {
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(WRITTEN.toString());
        List<String> lines = Files.readAllLines(WRITTEN);

        for (Operation operation : contract.operations()) {
            Place place = operation.node().place();
            String base = operation.id().replaceFirst("By(Get|Put|Patch|Delete)$", "");
            assertThat(lines.get(place.line() - 1).strip()).as(operation.id()).isEqualTo("post:");
            assertThat(lines.get(place.line())
                            + lines.get(place.line() + 1)
                            + lines.get(place.line() + 2)
                            + lines.get(place.line() + 3))
                    .as(operation.id())
                    .contains("operationId: " + base);
            assertThat(place.pointer()).endsWith("/post");
        }
    }

    @Test
    void itsPartsStandWhereTheyAreWritten() {
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(WRITTEN.toString());
        String id = contract.operations().stream()
                .map(Operation::id)
                .filter(one -> one.endsWith("ByGet"))
                .findFirst()
                .orElseThrow();
        String base = id.replace("ByGet", "");

        for (String part : List.of("/responses", "/responses/200", "/operationId", "/tags")) {
            assertThat(place(contract, id, part)).as(part).isEqualTo(place(contract, base, part));
        }
        assertThat(place(contract, id, "/responses/200/content/text~1csv/schema"))
                .isEqualTo(place(contract, base, "/responses/200/content/application~1json/schema"));
    }

    @Test
    void everyPartOfEveryOperationHasALineOfItsOwnFile() throws Exception {
        Contract written = ShippedContract.read();
        assertPlaces(new ContractReader(Access.SAME_ORIGIN).read(WRITTEN.toString()), Files.readAllLines(WRITTEN));
        for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> edition :
                Editions.of(written).entrySet()) {
            String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(edition.getValue());
            Contract contract = new ContractReader(Access.SAME_ORIGIN)
                    .read(text, URI.create("file:///edition.json"), "edition.json");
            assertPlaces(contract, text.lines().toList());
        }
    }

    /** The line of a place names the last step of its pointer, and the pointer leads to something that is written. */
    private static void assertPlaces(Contract contract, List<String> lines) {
        List<Node> parts =
                contract.operations().stream().flatMap(DerivedPlacesTest::parts).toList();

        assertThat(parts).hasSizeGreaterThan(500);
        assertThat(parts).extracting(Node::place).allSatisfy(place -> {
            String step =
                    place.pointer().replaceFirst(".*/", "").replace("~1", "/").replace("~0", "~");
            assertThat(place.line()).isGreaterThan(1);
            if (!step.matches("\\d+")) {
                assertThat(lines.get(place.line() - 1)).contains(step);
            }
        });
    }

    private static Stream<Node> parts(Operation operation) {
        Stream<Content> contents = Stream.concat(
                operation.body().stream().flatMap(body -> body.contents().stream()),
                operation.responses().values().stream().map(Response::contents).flatMap(List::stream));
        Stream<Schema> schemas = contents.map(Content::schema);
        return Stream.of(
                        Stream.of(operation.node()),
                        operation.parameters().stream().map(Parameter::node),
                        operation.parameters().stream()
                                .map(parameter -> parameter.schema().written()),
                        operation.responses().values().stream().map(Response::node),
                        schemas.flatMap(schema -> Stream.concat(
                                Stream.of(schema.written()),
                                schema.properties().values().stream().map(Schema::written))))
                .flatMap(all -> all);
    }
}
