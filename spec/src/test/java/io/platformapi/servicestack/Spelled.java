package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Form;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.PlainCsv;
import io.platformapi.contract.format.Xml;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A format, and a type to spell in it, of one of three documents: the platform's, one with every kind of member, and
 * one with {@code xml} objects.
 */
record Spelled(Format format, String type, Schema schema) {

    private static final Contract PLATFORM = ShippedContract.read();
    private static final Contract TYPES = contract("types.yaml");
    private static final Contract PETS = contract("pets.yaml");

    private static final List<Format> PLAIN =
            List.of(new Json(), Xml.ofOpenApi(), new PlainCsv(PlainCsv.Heading.PRESENT));

    static List<Spelled> all() {
        List<Spelled> all = new ArrayList<>();
        for (Contract contract : List.of(PLATFORM, TYPES)) {
            new Negotiation().formats().entries().forEach(entry -> all.addAll(ofAllTypes(entry.format(), contract)));
        }
        PLAIN.forEach(format -> all.addAll(ofAllTypes(format, PETS)));
        all.addAll(ofAllTypes(PLAIN.get(2), TYPES));
        Form form = new Form(PlatformText.JSV);
        Stream.of("InviteContact", "ConnectionStatusUpdate", "GetConnectionRequests")
                .forEach(type -> all.add(of(form, PLATFORM, type)));
        return all;
    }

    private static List<Spelled> ofAllTypes(Format format, Contract contract) {
        return types(contract).map(type -> of(format, contract, type)).toList();
    }

    private static Spelled of(Format format, Contract contract, String type) {
        return new Spelled(format, type, contract.schema(type).orElseThrow());
    }

    private static Stream<String> types(Contract contract) {
        return contract.document().at("/components/schemas").members().keySet().stream()
                .filter(type -> !type.equals("any"));
    }

    private static Contract contract(String file) {
        return new ContractReader(Access.SAME_ORIGIN).read(resource(file), URI.create("file:///" + file), file);
    }

    private static String resource(String file) {
        try (InputStream in = Spelled.class.getResourceAsStream("/spellings/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value without what the format has no way to say. */
    JsonNode sayable(JsonNode value) {
        return switch (format.name()) {
            case "xml" -> withoutLeftOut(value, schema);
            case "csv", "form" -> withoutEmptyTexts(value);
            default -> value;
        };
    }

    private JsonNode withoutLeftOut(JsonNode value, Schema type) {
        if (value instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.stream().filter(name -> format.leavesOut(type, name)).forEach(object::remove);
            object.properties()
                    .forEach(member ->
                            withoutLeftOut(member.getValue(), type.properties().getOrDefault(member.getKey(), type)));
        }
        value.forEach(item -> {
            if (value.isArray()) {
                withoutLeftOut(item, type.items());
            }
        });
        return value;
    }

    /** A cell or field that is empty is null or not there, whatever it was. */
    private static JsonNode withoutEmptyTexts(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(filled(member.getValue())));
        }
        if (value instanceof ArrayNode rows) {
            for (int i = 0; i < rows.size(); i++) {
                rows.set(i, withoutEmptyTexts(rows.get(i)));
            }
        }
        return filled(value);
    }

    private static JsonNode filled(JsonNode value) {
        return value.isTextual() && value.asText().isEmpty() ? TextNode.valueOf("-") : value;
    }

    @Override
    public String toString() {
        return type + " in " + format.name();
    }
}
