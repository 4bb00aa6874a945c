package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How the platform's formats spell values, line by line, in tables of tabs.
 *
 * <p>A table {@code written} has the type, the value in JSON, and its text as a JSON string. A table {@code read} has
 * the type, the text of a request as a JSON string, and its canonical value, or why it is refused.
 */
class SpellingsTest {

    private static final Contract PLATFORM = ShippedContract.read();
    private static final Contract TYPES = new ContractReader(Access.SAME_ORIGIN)
            .read(resource("types.yaml"), URI.create("file:///types.yaml"), "types.yaml");
    private static final Negotiation NEGOTIATION = new Negotiation();
    private static final Json JSON = new Json();

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("writtenLines")
    void writes(String format, String type, String value, String text) throws MalformedBody {
        Schema schema = schema(type);

        assertThat(new String(format(format).write(json(value), schema), StandardCharsets.UTF_8))
                .isEqualTo(json(text).asText());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("readLines")
    void reads(String format, String type, String text, String result) throws MalformedBody {
        assertThat(read(format(format), schema(type), json(text).asText())).isEqualTo(result);
    }

    static Stream<Arguments> writtenLines() {
        return lines("written");
    }

    static Stream<Arguments> readLines() {
        return lines("read");
    }

    private static Stream<Arguments> lines(String table) {
        return Stream.of("json", "xml", "jsv", "jsonl", "csv")
                .flatMap(format -> resource(format + "." + table + ".tsv")
                        .lines()
                        .map(line -> line.split("\t"))
                        .map(cells -> Arguments.of(format, cells[0], cells[1], cells[2])));
    }

    /** A request's value as the check sees it, or the first fault in it. */
    private static String read(Format format, Schema schema, String text) {
        try {
            JsonNode sent = format.read(text.getBytes(StandardCharsets.UTF_8), schema, Reading.REQUEST);
            List<String> twice = new ArrayList<>();
            JsonNode canonical = Canonical.of(sent, schema, twice::add);
            Optional<Fault> fault = schema.faults(canonical).stream()
                    .filter(found -> !found.rule().equals("required"))
                    .findFirst();
            return fault.map(found -> "refused: " + found.pointer() + " must be " + found.expected())
                    .orElse(canonical.toString());
        } catch (MalformedBody e) {
            return "malformed: " + e.getMessage();
        }
    }

    private static Format format(String name) {
        return NEGOTIATION.formats().named(name).orElseThrow().format();
    }

    private static Schema schema(String type) {
        return TYPES.schema(type).or(() -> PLATFORM.schema(type)).orElseThrow();
    }

    private static JsonNode json(String text) throws MalformedBody {
        return JSON.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String file) {
        try (InputStream in = SpellingsTest.class.getResourceAsStream("/spellings/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
