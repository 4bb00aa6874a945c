package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.reading.References;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value as an edition writes it, with its place.
 *
 * @param edition the edition, which knows where references lead
 * @param place the value and where it stands
 */
record WrittenValue(Edition edition, References.Located place) {

    /** What may stand beside a reference and says nothing about values. */
    private static final Set<String> BESIDE =
            Set.of("title", "summary", "description", "example", "examples", "deprecated", "externalDocs", "$comment");

    JsonNode json() {
        return place.schema();
    }

    boolean isReference() {
        return json().path("$ref").isTextual();
    }

    /** What a reference leads to, one step. */
    Optional<WrittenValue> target() {
        return referred(json().get("$ref").textValue());
    }

    /** What a reference would lead to if it stood here. */
    Optional<WrittenValue> referred(String reference) {
        return edition.resolve(reference, place.pointer()).map(found -> new WrittenValue(edition, found));
    }

    /** What a mapping leads to, which says the name of a component or a reference; empty for what is no text. */
    Optional<WrittenValue> mapped() {
        return Optional.of(json())
                .filter(JsonNode::isTextual)
                .flatMap(text ->
                        referred("#/components/schemas/" + text.textValue()).or(() -> referred(text.textValue())));
    }

    /** What stands beside a reference. */
    Map<String, JsonNode> beside() {
        Map<String, JsonNode> beside = new LinkedHashMap<>();
        json().properties().forEach(each -> beside.put(each.getKey(), each.getValue()));
        beside.remove("$ref");
        return beside;
    }

    /** The items of a list, each at its place. */
    List<WrittenValue> items() {
        List<WrittenValue> items = new ArrayList<>();
        json().forEach(item -> items.add(below(item, String.valueOf(items.size()))));
        return items;
    }

    /** The members of an object; of a reference those of its target, with what is said beside it in their place. */
    Map<String, WrittenValue> members() {
        Map<String, WrittenValue> members = new LinkedHashMap<>();
        Optional<WrittenValue> target = isReference() && BESIDE.containsAll(beside().keySet())
                ? target().filter(found -> found.json().isObject() && !found.isReference())
                : Optional.empty();
        target.ifPresent(found -> members.putAll(found.members()));
        if (target.isEmpty() || edition.readsBesideReferences()) {
            json().properties().stream()
                    .filter(each -> target.isEmpty() || !each.getKey().equals("$ref"))
                    .forEach(each -> members.put(each.getKey(), below(each.getValue(), each.getKey())));
        }
        return members;
    }

    private WrittenValue below(JsonNode inner, String name) {
        SchemaPlace around = SchemaPlace.of(place.pointer());
        SchemaPlace own = new SchemaPlace(around.file(), around.pointer() + "/" + References.escape(name));
        return new WrittenValue(edition, new References.Located(inner, own.toString()));
    }

    /** All that is referred to in it, and what discriminators map to, by name or by reference. */
    Set<String> references() {
        Set<String> references = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(json()));
        while (!open.isEmpty()) {
            JsonNode each = open.pop();
            if (each.path("$ref").isTextual()) {
                references.add(each.get("$ref").textValue());
            }
            each.path("mapping").forEach(target -> {
                references.add(target.asText());
                references.add("#/components/schemas/" + target.asText());
            });
            for (JsonNode inner : each) {
                if (inner.isContainerNode()) {
                    open.push(inner);
                }
            }
        }
        return references;
    }
}
