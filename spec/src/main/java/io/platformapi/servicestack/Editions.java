package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.XmlSchemas;
import io.platformapi.contract.schema.Schema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The forms in which a contract is published (decision 3).
 *
 * <p>The <em>expanded</em> edition has every operation by every verb in every format: what servers and tests are held
 * to. The <em>canonical</em> edition has each operation once, those that only read by GET: what people and generators
 * of clients want. Reading either gives the contract it was made from.
 */
public final class Editions {

    /** The name of the one with every verb. */
    public static final String WHOLE = "platform-api";

    private Editions() {}

    /** The editions of a contract by file name, without an ending. */
    public static Map<String, JsonNode> of(Contract contract) {
        JsonNode expanded = whole(contract);
        Map<String, JsonNode> editions = new LinkedHashMap<>();
        editions.put(WHOLE, expanded);
        editions.put("platform-api-canonical", canonical(expanded));
        return editions;
    }

    /** The expanded edition. */
    public static JsonNode whole(Contract contract) {
        Negotiation negotiation = new Negotiation();
        ObjectNode whole = new SpelledExamples(contract, negotiation.formats()).document();
        ObjectNode components = (ObjectNode) whole.path("components");
        components.set("schemas", new MemberWords(new Derivation(negotiation)).around(components.path("schemas")));
        return whole;
    }

    /** The XML Schemas of every body of a contract, by file name: one for each namespace. */
    public static Map<String, String> xmlSchemas(Contract contract) {
        List<Schema> roots = contract.operations().stream()
                .flatMap(Operation::contents)
                .map(Content::schema)
                .toList();
        return XmlSchemas.of(roots, XmlObjects.FACTS);
    }

    private static JsonNode canonical(JsonNode expanded) {
        ObjectNode whole = Derivation.copy(expanded);
        ObjectNode paths = whole.putObject("paths");
        expanded.path("paths").properties().forEach(path -> {
            ObjectNode item = paths.putObject(path.getKey());
            JsonNode command = path.getValue().path("post");
            if (command.path(Derivation.SAFE).asBoolean()) {
                item.set("get", read(path.getValue().path("get"), command));
            } else {
                item.set("post", command);
            }
        });
        moveSchemas(whole, paths);
        leaveOutUnshown(whole, paths);
        return whole;
    }

    /** Request types that no body uses any more would be loose ends in the components. */
    private static void moveSchemas(ObjectNode whole, ObjectNode paths) {
        ObjectNode components = Derivation.copy(whole.path("components"));
        ObjectNode schemas = Derivation.copy(components.path("schemas"));
        ObjectNode moved = JsonNodeFactory.instance.objectNode();
        paths.findValues(Derivation.REQUEST).forEach(request -> {
            String name = request.at("/requestBody/content/application~1json/schema/$ref")
                    .asText()
                    .substring(Derivation.TYPES.length());
            moved.set(name, schemas.has(name) ? schemas.remove(name) : moved.path(name));
        });
        components.set("schemas", schemas);
        whole.set("components", components);
        whole.set(Derivation.REQUEST_TYPES, moved);
    }

    /** Texts of bodies that reads do not have by GET. */
    private static void leaveOutUnshown(ObjectNode whole, ObjectNode paths) {
        ObjectNode components = (ObjectNode) whole.path("components");
        Set<String> shown = new HashSet<>(paths.findValuesAsText("$ref"));
        shown.addAll(components.path("responses").findValuesAsText("$ref"));
        ObjectNode examples = JsonNodeFactory.instance.objectNode();
        components.path("examples").properties().stream()
                .filter(each -> !each.getValue().has(SpelledExamples.FORMAT)
                        || shown.contains("#/components/examples/" + each.getKey()))
                .forEach(each -> examples.set(each.getKey(), each.getValue()));
        components.set("examples", examples);
    }

    /** A read by GET, under the name of the operation, with what POST would be sent. */
    private static ObjectNode read(JsonNode get, JsonNode post) {
        ObjectNode read = Derivation.copy(get);
        read.set("operationId", post.path("operationId"));
        read.remove(Derivation.ALIAS_OF);
        ObjectNode request = read.putObject(Derivation.REQUEST);
        request.set("parameters", Derivation.writtenParameters(post));
        request.set("requestBody", Derivation.withType(post.path("requestBody"), Derivation.SCHEMAS, Derivation.TYPES));
        return read;
    }
}
