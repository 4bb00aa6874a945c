package io.platformapi.contract.dto;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dto.DtoType.Scalar;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds what a contract declares: objects with members and texts with an {@code enum}, each once. What is written in
 * place is named after where it stands. Everything else is a member's type, not a declaration. Not for several threads.
 */
final class DtoReader {

    private final Contract contract;
    private final Map<String, List<Operation>> calls;
    private final DtoNames names = new DtoNames();
    private final Map<JsonNode, String> given = new IdentityHashMap<>();
    private final Map<String, Supplier<Dto>> found = new LinkedHashMap<>();
    private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());

    DtoReader(Contract contract) {
        this.contract = contract;
        this.calls = contract.dialect().messages(contract);
    }

    List<Dto> read() {
        DtoWords.TAKEN.forEach(names::uniqueInAnyCase);
        List<Schema> components = contract.document().member("components").member("schemas").members().values().stream()
                .map(contract.schemas()::of)
                .toList();
        components.forEach(component -> name(component, "")); // before what is written in place takes their names
        List<Dto> declared = new ArrayList<>();
        components.forEach(component -> {
            type(component, "");
            declare(declared);
        });
        contract.operations().forEach(operation -> {
            inPlace(operation);
            declare(declared);
        });
        return declared;
    }

    /** What was found since, and what is found by that: one after another, for schemas may hold each other deeply. */
    private void declare(List<Dto> declared) {
        while (declared.size() < found.size()) {
            List<Supplier<Dto>> all = List.copyOf(found.values());
            all.subList(declared.size(), all.size()).forEach(dto -> declared.add(dto.get()));
        }
    }

    private String name(Schema schema, String place) {
        return given.computeIfAbsent(
                schema.node().json(),
                definition ->
                        names.uniqueInAnyCase(DtoNames.pascal(schema.name().orElse(place))));
    }

    /** What bodies declare that are no components. */
    private void inPlace(Operation operation) {
        operation.body().stream()
                .flatMap(body -> body.contents().stream())
                .limit(1)
                .forEach(content -> type(content.schema(), operation.id() + "-request"));
        operation
                .responses()
                .forEach((status, response) -> response.contents().stream()
                        .limit(1)
                        .forEach(content -> type(content.schema(), answerName(operation, status))));
    }

    private static String answerName(Operation operation, String status) {
        return operation.id() + (status.startsWith("2") ? "-response" : "-response-" + status);
    }

    private DtoType type(Schema schema, String place) {
        Set<Type> types = EnumSet.copyOf(schema.types().isEmpty() ? EnumSet.allOf(Type.class) : schema.types());
        types.remove(Type.NULL);
        if (!schema.properties().isEmpty() && types.contains(Type.OBJECT)) {
            return named(schema, place, name -> structure(schema, name));
        }
        List<String> texts = texts(schema);
        if (!texts.isEmpty()) {
            return named(schema, place, name -> new Dto.Choice(name, description(schema), texts));
        }
        if (!open.add(schema.node().json())) {
            return Scalar.ANY; // a list of itself, and the like
        }
        try {
            return unnamed(schema, types, place);
        } finally {
            open.remove(schema.node().json());
        }
    }

    private DtoType unnamed(Schema schema, Set<Type> types, String place) {
        List<Schema> variants = schema.variants().stream()
                .filter(variant -> !variant.types().equals(Set.of(Type.NULL)))
                .toList();
        if (!variants.isEmpty()) {
            List<DtoType> alternatives = new ArrayList<>();
            variants.forEach(variant -> alternatives.add(type(variant, place + "-" + (alternatives.size() + 1))));
            return union(alternatives.stream().distinct().toList());
        }
        if (types.equals(Set.of(Type.ARRAY))) {
            return new DtoType.ListOf(type(schema.items(), place + "-item"));
        }
        if (types.equals(Set.of(Type.OBJECT))) {
            return new DtoType.MapOf(schema.additionalProperties()
                    .map(values -> type(values, place + "-value"))
                    .orElse(Scalar.ANY));
        }
        return scalar(schema, types);
    }

    private static DtoType union(List<DtoType> alternatives) {
        return alternatives.size() == 1 ? alternatives.get(0) : new DtoType.OneOf(alternatives);
    }

    /** The values of an {@code enum} of texts; none for others. */
    private static List<String> texts(Schema schema) {
        List<JsonNode> values = StreamSupport.stream(schema.keyword("enum").spliterator(), false)
                .filter(value -> !value.isNull())
                .toList();
        return values.stream().allMatch(JsonNode::isTextual)
                ? values.stream().map(JsonNode::asText).distinct().toList()
                : List.of();
    }

    private static DtoType scalar(Schema schema, Set<Type> types) {
        if (types.equals(Set.of(Type.STRING))) {
            return switch (schema.format()) {
                case "uuid" -> Scalar.UUID;
                case "date-time" -> Scalar.MOMENT;
                case "date" -> Scalar.DAY;
                case "byte" -> Scalar.BYTES;
                default -> schema.keyword("contentEncoding").asText().equals("base64") ? Scalar.BYTES : Scalar.TEXT;
            };
        }
        if (types.equals(Set.of(Type.INTEGER))) {
            return schema.format().equals("int32") ? Scalar.INT : Scalar.LONG;
        }
        if (types.equals(Set.of(Type.NUMBER)) || types.equals(Set.of(Type.INTEGER, Type.NUMBER))) {
            return switch (schema.format()) {
                case "float" -> Scalar.FLOAT;
                case "decimal" -> Scalar.DECIMAL;
                default -> Scalar.DOUBLE;
            };
        }
        return types.equals(Set.of(Type.BOOLEAN)) ? Scalar.BOOLEAN : Scalar.ANY;
    }

    private DtoType named(Schema schema, String place, Function<String, Dto> declaring) {
        String name = name(schema, place);
        found.putIfAbsent(name, () -> declaring.apply(name));
        return new DtoType.Named(name);
    }

    private Dto structure(Schema schema, String name) {
        Optional<Schema> base = base(schema, Collections.newSetFromMap(new IdentityHashMap<>()));
        Optional<String> baseName = base.map(each -> ((DtoType.Named) type(each, name + "-base")).name());
        Set<String> inherited = base.map(each -> each.properties().keySet()).orElse(Set.of());
        List<DtoMember> all = new ArrayList<>();
        schema.properties()
                .forEach((wire, member) -> all.add(new DtoMember(
                        wire,
                        type(member, name + "-" + wire),
                        schema.required().contains(wire),
                        member.nullable(),
                        description(member))));
        return new Dto.Structure(
                name,
                description(schema),
                baseName,
                all.stream()
                        .filter(member -> !inherited.contains(member.wire()))
                        .toList(),
                List.copyOf(all),
                call(schema));
    }

    /** The one component that a schema takes in whole and says no more of its members, which makes it a base. */
    private Optional<Schema> base(Schema schema, Set<JsonNode> passed) {
        if (!passed.add(schema.node().json())) {
            return Optional.empty();
        }
        List<Schema> components = schema.node().member("allOf").items().stream()
                .map(contract.schemas()::of)
                .filter(part -> part.name().isPresent() && !part.properties().isEmpty())
                .toList();
        return Optional.of(components)
                .filter(bases -> bases.size() == 1)
                .map(bases -> bases.get(0))
                .filter(base -> isLeftAsItIs(base, schema) && endsSomewhere(base, passed));
    }

    private boolean endsSomewhere(Schema base, Set<JsonNode> passed) {
        return passed.add(base.node().json())
                && base.node().member("allOf").items().stream()
                        .map(contract.schemas()::of)
                        .allMatch(part -> endsSomewhere(part, passed));
    }

    private static boolean isLeftAsItIs(Schema base, Schema schema) {
        return base.properties().entrySet().stream()
                .allMatch(member -> schema.properties().get(member.getKey()) == member.getValue()
                        && schema.required().contains(member.getKey())
                                == base.required().contains(member.getKey()));
    }

    private Optional<Dto.Call> call(Schema schema) {
        List<Operation> operations = schema.name().map(calls::get).orElse(null);
        return Optional.ofNullable(operations)
                .map(all -> new Dto.Call(
                        all.stream()
                                .map(each -> each.method() + " " + each.path())
                                .toList(),
                        all.stream().flatMap(DtoReader::success).findFirst().map(answer -> type(answer, "answer"))));
    }

    private static Stream<Schema> success(Operation operation) {
        return operation.response(200).map(Response::contents).orElse(List.of()).stream()
                .map(Content::schema)
                .limit(1);
    }

    private static String description(Schema schema) {
        String own = schema.written().text("description", "");
        return own.isEmpty() ? schema.node().text("description", "") : own;
    }
}
