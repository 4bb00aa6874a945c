package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Other right values for one place of a value, by what is unusual about them. */
final class ValueVarieties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LARGEST = 5000;
    static final int MOST = 100;

    /** Texts as people write them; each is right wherever any text of its length is. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("quotes", "O'Neil \"Q\""),
            Map.entry("letters beyond ASCII", "Zoë Gößl"),
            Map.entry("letters of another script", "日本語"),
            Map.entry("an emoji", "ok 😀"),
            Map.entry("signs of markup", "a<b> & c"),
            Map.entry("signs of addresses", "50% a+b=c?&#"),
            Map.entry("a backslash and a slash", "a\\b/c"),
            Map.entry("what looks like SQL", "x'; --"),
            Map.entry("signs of patterns", "((a*[+?"),
            Map.entry("signs of templates", "{{7*7}} ${7*7}"),
            Map.entry("what looks like a number", "007"),
            Map.entry("a word that means nothing", "null"),
            Map.entry("blanks around it", " padded "),
            Map.entry("two lines", "one\ntwo"));

    private static final Map<String, List<String>> FORMATS = Map.of(
            "email", List.of("a+b@example.com", "first.last@sub.example.org"),
            "date", List.of("2024-02-29", "1999-12-31", "1969-07-20"),
            "date-time",
                    List.of("2026-03-04T05:06:07+05:30", "2026-03-04T05:06:07.123456Z", "2026-03-04T05:06:07-00:30"),
            "uri", List.of("https://example.com:8443/a%20b?c=d&e=f#g", "urn:isbn:9780141439587"),
            "ipv6", List.of("2001:db8::1"),
            "hostname", List.of("a-1.example.com"));

    private final Map<String, JsonNode> found = new LinkedHashMap<>();

    private ValueVarieties() {}

    /**
     * The values by words for each.
     *
     * @param value the value that is there, or would be
     */
    static Map<String, JsonNode> of(Applied schemas, JsonNode value) {
        ValueVarieties varieties = new ValueVarieties();
        for (Schema schema : schemas.schemas()) {
            varieties.listed(schema);
            varieties.numbers(schema, value);
            varieties.texts(schema, value);
            varieties.items(schema, value);
            MapVarieties.of(schema, value).forEach(varieties::add);
            if (schema.nullable()) {
                varieties.add("null", JSON.nullNode());
            }
        }
        if (schemas.is(Type.BOOLEAN)) {
            varieties.add("true", JSON.booleanNode(true));
            varieties.add("false", JSON.booleanNode(false));
        }
        return varieties.found;
    }

    private void add(String what, JsonNode value) {
        found.putIfAbsent(what, value);
    }

    private void listed(Schema schema) {
        schema.keyword("enum").forEach(one -> add("the value " + one, one));
    }

    private void numbers(Schema schema, JsonNode value) {
        boolean whole = schema.is(Type.INTEGER) && !schema.is(Type.NUMBER);
        if (!value.isNumber()) {
            return;
        }
        add("nought", JSON.numberNode(0));
        if (!whole) {
            add("a fraction", JSON.numberNode(new BigDecimal("0.5")));
            add("a whole number", JSON.numberNode(1));
        }
        bound(schema, "minimum", "the least number", BigDecimal.ZERO);
        bound(schema, "maximum", "the largest number", BigDecimal.ZERO);
        JsonNode multiple = schema.keyword("multipleOf");
        BigDecimal step = multiple.isNumber() ? multiple.decimalValue() : BigDecimal.ONE;
        bound(schema, "exclusiveMinimum", "the least number", step);
        bound(schema, "exclusiveMaximum", "the largest number", step.negate());
        if (schema.keyword("minimum").isMissingNode()
                && schema.keyword("exclusiveMinimum").isMissingNode()) {
            add("a negative number", JSON.numberNode(-1));
        }
    }

    private void bound(Schema schema, String keyword, String what, BigDecimal more) {
        JsonNode bound = schema.keyword(keyword);
        if (bound.isNumber()) {
            add(what, JSON.numberNode(bound.decimalValue().add(more)));
        }
    }

    private void texts(Schema schema, JsonNode value) {
        if (!value.isTextual()) {
            return;
        }
        FORMATS.getOrDefault(schema.format(), List.of()).forEach(text -> add("the text " + text, JSON.textNode(text)));
        respelled(schema, value.asText());
        boolean free = schema.format().isEmpty() && schema.keyword("enum").isMissingNode();
        if (free && schema.is(Type.STRING) && isOfPeople(schema)) {
            boolean any = schema.keyword("pattern").isMissingNode();
            free(schema).forEach((what, text) -> {
                JsonNode node = JSON.textNode(text);
                if (any || schema.faults(node).isEmpty()) {
                    add(what, node);
                }
            });
        }
    }

    /** Whether a pattern, if there is one, lets people write as they like; else the text is a name of something. */
    static boolean isOfPeople(Schema schema) {
        int least = schema.keyword("minLength").asInt(0);
        return schema.keyword("pattern").isMissingNode()
                || Stream.of("an emoji", "signs of markup", "quotes")
                        .map(what -> JSON.textNode(sized(TEXTS.getOrDefault(what, ""), least, LARGEST)))
                        .allMatch(text -> schema.faults(text).isEmpty());
    }

    /** Texts of all kinds, of the lengths that a schema has. */
    private static Map<String, String> free(Schema schema) {
        int least = schema.keyword("minLength").asInt(0);
        int most = schema.keyword("maxLength").asInt(LARGEST);
        Map<String, String> texts = new LinkedHashMap<>();
        new TreeMap<>(TEXTS).forEach((what, text) -> texts.put("a text with " + what, sized(text, least, most)));
        if (least <= 1) {
            texts.put("a text of one letter", "x");
        }
        if (least == 0) {
            texts.put("an empty text", "");
        }
        if (least > 0 || schema.keyword("minLength").isNumber()) {
            texts.put("the shortest text", "x".repeat(Math.min(least, LARGEST)));
        }
        if (schema.keyword("maxLength").isNumber() && most <= LARGEST) {
            texts.put("the longest text", "x".repeat(most));
            texts.put("the longest text in letters beyond ASCII", "é".repeat(most));
            texts.put("the longest text in signs beyond 16 bits", "😀".repeat(most));
        }
        return texts;
    }

    private static String sized(String text, int least, int most) {
        StringBuilder sized = new StringBuilder(text);
        while (sized.codePointCount(0, sized.length()) < Math.min(least, LARGEST)) {
            sized.append('x');
        }
        return sized.codePointCount(0, sized.length()) > most ? "" : sized.toString();
    }

    /** The same in another spelling: no server can have an opinion on what it says. */
    private void respelled(Schema schema, String text) {
        switch (schema.format()) {
            case "uuid" -> {
                add("capital letters", JSON.textNode(text.toUpperCase(Locale.ROOT)));
                add("small letters", JSON.textNode(text.toLowerCase(Locale.ROOT)));
            }
            case "date-time" -> moment(text);
            default -> {}
        }
    }

    private void moment(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            add("another offset", JSON.textNode(spelled(moment.withOffsetSameInstant(ZoneOffset.ofHours(2)), "xxx")));
            add(
                    "fractions of a second",
                    JSON.textNode(spelled(moment.withOffsetSameInstant(ZoneOffset.UTC), ".SSS'Z'")));
        } catch (DateTimeException e) {
            // none of ours to respell
        }
    }

    private static String spelled(OffsetDateTime moment, String rest) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss" + rest).format(moment);
    }

    private void items(Schema schema, JsonNode value) {
        if (!value.isArray()) {
            return;
        }
        add("no items", JSON.arrayNode());
        if (!value.isEmpty()) {
            add("one item", JSON.arrayNode().add(value.get(0)));
            boolean twice = !schema.keyword("uniqueItems").asBoolean(false);
            int most = schema.keyword("maxItems").asInt(3);
            if (twice && most <= MOST) {
                ArrayNode many = JSON.arrayNode();
                for (int i = 0; i < most; i++) {
                    many.add(value.get(i % value.size()));
                }
                add("as many items as may be", many);
            }
            distinct(schema, value, Math.min(2, most), "two items");
            distinct(schema, value, most, "as many different items as may be");
        }
    }

    private void distinct(Schema schema, JsonNode value, int size, String what) {
        if (size > MOST || mayRefer(schema.items())) {
            return;
        }
        Set<JsonNode> items = new LinkedHashSet<>();
        value.forEach(items::add);
        for (long seed = 1; seed < 3L * size && items.size() < size; seed++) {
            Sampler.ofRequests(Whim.seeded(seed)).valid(schema.items()).ifPresent(items::add);
        }
        ArrayNode list = JSON.arrayNode();
        items.stream().limit(size).forEach(list::add);
        add(what, list);
    }

    /** Whether a value may name something that has to be there: what has a format is often an id. */
    static boolean mayRefer(Schema schema) {
        boolean plain =
                schema.is(Type.STRING) || schema.is(Type.BOOLEAN) || schema.is(Type.INTEGER) || schema.is(Type.NUMBER);
        return schema.keyword("enum").isMissingNode()
                && (!plain || !schema.format().isEmpty() && schema.is(Type.STRING));
    }
}
