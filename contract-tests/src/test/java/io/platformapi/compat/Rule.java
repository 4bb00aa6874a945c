package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/**
 * One file of {@code rules}: what is added to the contract first, a change of it, what should be found about it, and
 * what about its mirror.
 *
 * @param name the file
 * @param there the way from the contract to the changed one
 * @param back the way back
 */
record Rule(String name, Way there, Way back) {

    /**
     * A comparison.
     *
     * @param expected the level and id of each finding, sorted
     * @param report what was found
     */
    record Way(Contract before, Contract after, List<String> expected, Report report) {}

    static Rule read(String name) {
        Node file = tree("rules/" + name);
        Node base = tree("pets.yaml");
        file.member("given").members().forEach((pointer, value) -> set(base.json(), pointer, value.json()));
        JsonNode changed = base.json().deepCopy();
        file.member("change").members().forEach((pointer, value) -> set(changed, pointer, value.json()));
        Contract before = contract(base.json());
        Contract after = contract(changed);
        return new Rule(name, way(before, after, file.member("there")), way(after, before, file.member("back")));
    }

    private static Way way(Contract before, Contract after, Node expected) {
        return new Way(before, after, sorted(expected), compared(before, after));
    }

    static Report compared(Contract before, Contract after) {
        return new Compatibility(SchemaReading.Profile.COMMON, LocalDate.of(2026, 1, 1)).compare(before, after, "pets");
    }

    private static List<String> sorted(Node list) {
        return List.copyOf(new TreeSet<>(
                list.items().stream().map(item -> item.json().asText()).toList()));
    }

    static Node tree(String name) {
        try (InputStream stream = Rule.class.getResourceAsStream(name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Sources.of(text, URI.create("file:///" + name), name, Access.SAME_ORIGIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Contract contract(JsonNode document) {
        return new ContractReader(Access.SAME_ORIGIN)
                .read(document.toString(), URI.create("file:///pets.json"), "pets.json");
    }

    /** Puts a value where a pointer points; null takes away what is there. */
    static void set(JsonNode document, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = document.at(pointer.substring(0, slash));
        String token = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            if (value.isNull()) {
                object.remove(token);
            } else {
                object.set(token, value);
            }
        } else if (parent instanceof ArrayNode array) {
            change(array, token, value);
        } else {
            throw new IllegalArgumentException("there is nothing at " + pointer.substring(0, slash));
        }
    }

    private static void change(ArrayNode array, String token, JsonNode value) {
        if (token.equals("-")) {
            array.add(value);
        } else if (value.isNull()) {
            array.remove(Integer.parseInt(token));
        } else {
            array.set(Integer.parseInt(token), value);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
