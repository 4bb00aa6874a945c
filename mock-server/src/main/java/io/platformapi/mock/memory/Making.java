package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.In;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes things of what clients send: with an id, with the times that a server keeps, and with what has to be there. */
final class Making {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d+)(\\D*)");
    private static final Pattern BEGUN =
            Pattern.compile("created?(at|on|date|time|timestamp)?|datecreated|inserted(at)?");
    private static final Pattern CHANGED =
            Pattern.compile("(last)?(updated?|modified|changed?)(at|on|date|time|timestamp)?|dateupdated|datemodified");
    private static final int TRIES = 50;

    private final Holding holding;
    private final Instant now;

    Making(Holding holding, Instant now) {
        this.holding = holding;
        this.now = now;
    }

    /** A new thing of what was sent. */
    ObjectNode made(ObjectNode sent, Optional<Schema> asked) {
        ObjectNode thing = JSON.objectNode();
        if (Fit.sample(holding.schema()) instanceof ObjectNode sample) {
            Set<String> required = holding.schema().required();
            Set<String> askable = asked.map(ThingMembers::names).orElse(Set.of());
            sample.properties().stream()
                    .filter(member -> required.contains(member.getKey()) || !isAskable(member.getKey(), askable))
                    .forEach(member -> thing.set(member.getKey(), member.getValue()));
        }
        asked.ifPresent(schema -> defaults(schema, thing));
        thing.setAll(sent);
        stamp(thing, BEGUN);
        stamp(thing, CHANGED);
        return ordered(thing);
    }

    /** The members as the document has them one after the other, then the others. */
    private ObjectNode ordered(ObjectNode thing) {
        ObjectNode ordered = JSON.objectNode();
        ThingMembers.names(holding.schema()).stream()
                .filter(thing::has)
                .forEach(name -> ordered.set(name, thing.get(name)));
        thing.properties().forEach(member -> ordered.set(member.getKey(), member.getValue()));
        return ordered;
    }

    private boolean isAskable(String name, Set<String> askable) {
        return askable.contains(name)
                && ThingMembers.schema(holding.schema(), name)
                        .filter(schema -> schema.keyword("readOnly").asBoolean())
                        .isEmpty();
    }

    private static void defaults(Schema asked, ObjectNode thing) {
        for (String name : ThingMembers.names(asked)) {
            JsonNode usual = ThingMembers.schema(asked, name)
                    .map(schema -> schema.keyword("default"))
                    .filter(value -> !value.isMissingNode())
                    .orElse(JSON.nullNode());
            if (!usual.isNull()) {
                thing.set(name, usual);
            }
        }
    }

    /** The thing with the moment of its last change. */
    ObjectNode changed(ObjectNode thing) {
        stamp(thing, CHANGED);
        return thing;
    }

    private void stamp(ObjectNode thing, Pattern names) {
        Schema schema = holding.schema();
        for (String name : ThingMembers.names(schema)) {
            if (names.matcher(Words.plain(name)).matches()) {
                ThingMembers.schema(schema, name).flatMap(this::moment).ifPresent(value -> thing.set(name, value));
            }
        }
    }

    private Optional<JsonNode> moment(Schema schema) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Stream<JsonNode> spellings = switch (schema.format()) {
            case "date-time" -> Stream.of(JSON.textNode(second.toString()));
            case "date" -> Stream.of(JSON.textNode(second.toString().substring(0, 10)));
            default ->
                schema.is(Type.INTEGER) && !schema.is(Type.STRING)
                        ? Stream.of(JSON.numberNode(second.getEpochSecond()))
                        : Stream.empty();
        };
        return spellings.filter(value -> schema.faults(value).isEmpty()).findFirst();
    }

    /** The key that a thing gives itself; empty where it gives none. */
    Optional<String> ownKey(ObjectNode thing) {
        return holding.id().map(thing::path).filter(Making::isKey).map(JsonNode::asText);
    }

    static boolean isKey(JsonNode value) {
        return value.isValueNode()
                && !value.isNull()
                && !value.isMissingNode()
                && !value.asText().isEmpty();
    }

    /** The thing with its key in it. */
    ObjectNode keyed(ObjectNode thing, String key) {
        holding.id().ifPresent(name -> thing.set(name, typed(idSchema(), key)));
        return thing;
    }

    /** The thing with what says where it belongs. */
    static void bind(ObjectNode thing, Holding holding, String member, String value) {
        thing.set(member, typed(ThingMembers.schema(holding.schema(), member), value));
    }

    private static JsonNode typed(Optional<Schema> schema, String text) {
        boolean number = schema.filter(each -> (each.is(Type.INTEGER) || each.is(Type.NUMBER)) && !each.is(Type.STRING))
                .isPresent();
        return number && text.matches("-?\\d{1,18}") ? JSON.numberNode(Long.parseLong(text)) : JSON.textNode(text);
    }

    private Optional<Schema> idSchema() {
        return holding.id().flatMap(name -> ThingMembers.schema(holding.schema(), name));
    }

    /** A key that nobody has, such as the document would have it; empty where none was found. */
    Optional<String> newKey(State state, List<String> place, ObjectNode thing) {
        List<String> taken = state.in(holding, place).stream()
                .map(entry -> entry.address().key())
                .toList();
        List<Schema> schemas =
                Stream.concat(idSchema().stream(), variableSchemas()).distinct().toList();
        return (schemas.isEmpty()
                        ? Stream.of(Optional.<Schema>empty())
                        : schemas.stream().map(Optional::of))
                .flatMap(schema -> keys(state, taken, thing, schema))
                .filter(key -> !taken.contains(key) && schemas.stream().allMatch(schema -> takes(schema, key)))
                .findFirst();
    }

    private static boolean takes(Schema schema, String key) {
        return schema.faults(typed(Optional.of(schema), key)).isEmpty();
    }

    /** What each operation on a thing takes for its key: they need not say the same. */
    private Stream<Schema> variableSchemas() {
        return Stream.of(Deed.READ, Deed.REPLACE, Deed.CHANGE, Deed.REMOVE)
                .flatMap(deed -> holding.operation(deed).stream())
                .flatMap(operation -> operation.path().variables().stream()
                        .skip(holding.depth())
                        .flatMap(name -> operation.parameter(In.PATH, name).stream()))
                .map(parameter -> parameter.schema());
    }

    private Stream<String> keys(State state, List<String> taken, ObjectNode thing, Optional<Schema> schema) {
        boolean uuid = schema.filter(each -> each.format().equals("uuid")).isPresent();
        Stream<String> uuids = numbers(state).mapToObj(number -> uuid(number + "of" + holding.path()));
        Stream<String> counted =
                numbers(state).mapToObj(number -> String.valueOf(highest(taken) + number - state.made()));
        Stream<String> alike = taken.stream()
                .skip(Math.max(0, taken.size() - 1))
                .map(NUMBERED::matcher)
                .filter(Matcher::matches)
                .filter(matcher -> matcher.group(2).length() < 10)
                .flatMap(matcher -> IntStream.rangeClosed(1, TRIES)
                        .mapToObj(more -> matcher.group(1)
                                + String.format(
                                        "%0" + matcher.group(2).length() + "d",
                                        Integer.parseInt(matcher.group(2)) + more)
                                + matcher.group(3)));
        Stream<String> named = named(thing);
        Stream<String> likeSchema = schema.stream()
                .flatMap(each -> numbers(state)
                        .mapToObj(
                                number -> Sampler.ofAnswers(Whim.seeded(number)).valid(each))
                        .flatMap(Optional::stream)
                        .map(JsonNode::asText))
                .filter(key -> !key.isEmpty() && key.indexOf('/') < 0);
        Stream<String> first = uuid ? uuids : Stream.empty();
        Stream<String> last =
                uuid ? Stream.empty() : numbers(state).mapToObj(number -> uuid(number + "of" + holding.path()));
        boolean whole = schema.filter(each -> each.is(Type.INTEGER) && !each.is(Type.STRING))
                .isPresent();
        return Stream.of(
                        first,
                        whole ? Stream.<String>empty() : alike,
                        whole ? Stream.<String>empty() : named,
                        counted,
                        likeSchema,
                        last)
                .flatMap(each -> each);
    }

    private LongStream numbers(State state) {
        return LongStream.rangeClosed(state.made() + 1, state.made() + TRIES);
    }

    private static long highest(List<String> taken) {
        return taken.stream()
                .filter(key -> key.matches("\\d{1,17}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    /** A slug of the name, for ids that are words. */
    private Stream<String> named(ObjectNode thing) {
        boolean words = holding.id()
                .filter(id -> Set.of("slug", "key", "code", "name").contains(Words.plain(id)))
                .isPresent();
        return words
                ? Stream.of("name", "title", "label")
                        .map(thing::path)
                        .filter(JsonNode::isTextual)
                        .map(value -> value.asText().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
                        .flatMap(slug -> Stream.of(slug, slug.toUpperCase(Locale.ROOT)))
                : Stream.empty();
    }

    /** A UUID of version 4 by its form, the same for the same name. */
    private static String uuid(String name) {
        UUID made = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID(made.getMostSignificantBits() & ~0xf000L | 0x4000L, made.getLeastSignificantBits()).toString();
    }

    /** What is replaced keeps what only the server gives. */
    ObjectNode replaced(ObjectNode before, ObjectNode sent, Optional<Schema> asked) {
        ObjectNode after = made(sent, asked);
        Set<String> askable = asked.map(ThingMembers::names).orElse(Set.of());
        before.properties().stream()
                .filter(member -> !sent.has(member.getKey()) && !isAskable(member.getKey(), askable))
                .filter(member -> !CHANGED.matcher(Words.plain(member.getKey())).matches())
                .forEach(member -> after.set(member.getKey(), member.getValue()));
        return ordered(after);
    }
}
