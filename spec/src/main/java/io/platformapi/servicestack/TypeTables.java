package io.platformapi.servicestack;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.page.Markup;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types of a service as tables of their members: the request's first, then the answer's, then what they hold. */
final class TypeTables {

    private static final MediaType JSON = MediaType.of("application/json");
    private static final List<String> HEAD = List.of("Name", "Parameter", "Data Type", "Required", "Description");

    private final Operation operation;
    private final Map<String, Schema> types = new LinkedHashMap<>();

    TypeTables(Operation operation) {
        this.operation = operation;
    }

    List<Markup> all() {
        Deque<Schema> open = new ArrayDeque<>();
        operation.body().flatMap(body -> body.content(JSON)).ifPresent(content -> open.add(content.schema()));
        String request = open.isEmpty() ? "" : open.peek().name().orElse("");
        operation
                .response(200)
                .flatMap(answer -> answer.content(JSON))
                .ifPresent(content -> open.add(content.schema()));
        while (!open.isEmpty()) {
            Schema type = open.remove();
            String name = type.name().orElse("");
            if (!type.properties().isEmpty() && types.putIfAbsent(name, type) == null) {
                type.properties().values().forEach(member -> open.add(held(member)));
            }
        }
        List<Markup> tables = new ArrayList<>();
        types.forEach((name, type) -> tables.add(table(name, type, name.equals(request) ? "body" : "")));
        return tables;
    }

    /** What a member holds: the type itself, its items', or the one beside null. */
    private static Schema held(Schema member) {
        if (member.is(Type.ARRAY)) {
            return held(member.items());
        }
        return member.variants().stream()
                .filter(variant -> !variant.types().equals(Set.of(Type.NULL)))
                .findFirst()
                .orElse(member);
    }

    private Markup table(String name, Schema type, String place) {
        List<Markup> rows = new ArrayList<>();
        rows.add(Markup.element(
                "tr",
                Markup.all(HEAD.stream()
                        .map(title -> Markup.element("th", title).with("scope", "col"))
                        .toList())));
        type.properties()
                .forEach((member, schema) ->
                        rows.add(row(member, schema, type.required().contains(member), place)));
        return Markup.all(
                Markup.element("h2", name + " Parameters:"),
                Markup.element("table", Markup.all(rows)).with("tabindex", "0"));
    }

    private Markup row(String name, Schema member, boolean required, String place) {
        boolean inPath = !place.isEmpty() && operation.path().variables().contains(name);
        return Markup.element(
                "tr",
                Markup.element("th", name).with("scope", "row"),
                Markup.element("td", inPath ? "path" : place.isEmpty() ? "form" : place),
                Markup.element("td", dataType(member)),
                Markup.element("td", required || inPath ? "Yes" : "No"),
                Markup.element("td", description(member)));
    }

    private static String description(Schema member) {
        String own = member.written().text("description", "");
        return own.isEmpty() ? held(member).node().text("description", "") : own;
    }

    /** The type as the platform's clients name it. */
    static String dataType(Schema member) {
        if (member.is(Type.ARRAY)) {
            return "List<" + dataType(member.items()) + ">";
        }
        Schema type = held(member);
        String absent = member.nullable() || type.nullable() ? "?" : "";
        if (!type.properties().isEmpty()) {
            return type.name().orElse("object");
        }
        if (type.is(Type.BOOLEAN)) {
            return "bool" + absent;
        }
        return switch (type.format()) {
            case "uuid" -> "Guid" + absent;
            case "date-time" -> "DateTime" + absent;
            default -> type.is(Type.OBJECT) ? "Dictionary<string,string>" : "string";
        };
    }
}
