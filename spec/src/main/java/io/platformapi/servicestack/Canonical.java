package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.schema.KnownFormat;
import io.platformapi.contract.schema.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a value that was sent the one form the contract writes it in.
 *
 * <p>Names and listed texts as the schema spells them, GUIDs in lower case with dashes, times in UTC. A null member and
 * a GUID of zeros, which .NET clients send for what was never set, are not given; so they become null, and null members
 * are left out. Members nobody knows are left out. What cannot be given its form stays as it is, so that the check
 * names it.
 */
final class Canonical {

    private static final String ZEROS = "00000000-0000-0000-0000-000000000000";
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{32}");
    private static final KnownFormat DASHED = KnownFormat.named("uuid").orElseThrow();
    private static final Pattern WCF_DATE = Pattern.compile("\\\\?/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)\\\\?/");

    private Canonical() {}

    /**
     * The canonical form of a value.
     *
     * @param twice told the name of a member that stands twice in one object, in whatever letter case
     */
    static JsonNode of(JsonNode value, Schema schema, Consumer<String> twice) {
        if (value.isObject()) {
            return object(value, schema, twice);
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(item -> array.add(of(item, schema.items(), twice)));
            return array;
        }
        return value.isTextual() ? text(value, schema) : value;
    }

    private static JsonNode object(JsonNode value, Schema schema, Consumer<String> twice) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Schema> properties = schema.properties();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = spelled(member.getKey(), properties);
            if (name.isEmpty() && schema.additionalProperties().isPresent()) {
                object.set(member.getKey(), member.getValue());
            } else if (!name.isEmpty()) {
                JsonNode canonical = of(member.getValue(), Objects.requireNonNull(properties.get(name)), twice);
                if (!seen.add(name)) {
                    twice.accept(name);
                } else if (!canonical.isNull()) {
                    object.set(name, canonical);
                }
            }
        }
        return object;
    }

    /** The schema's spelling of a name; empty for a member it does not know. */
    static String spelled(String name, Map<String, Schema> properties) {
        if (properties.containsKey(name)) {
            return name;
        }
        return properties.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse("");
    }

    private static JsonNode text(JsonNode value, Schema schema) {
        return switch (schema.format()) {
            case "uuid" -> guid(value);
            case "date-time" -> time(value);
            default -> literal(value, schema);
        };
    }

    /** One of the listed texts, in whatever letter case it was sent. */
    private static JsonNode literal(JsonNode value, Schema schema) {
        JsonNode listed = schema.keyword("enum");
        List<JsonNode> meant = new ArrayList<>();
        for (JsonNode one : listed) {
            if (one.equals(value)) {
                return value;
            }
            if (one.asText().equalsIgnoreCase(value.asText())) {
                meant.add(one);
            }
        }
        return meant.size() == 1 && meant.get(0).isTextual() ? meant.get(0) : value;
    }

    /** Reads the forms N, D, B and P of .NET. */
    private static JsonNode guid(JsonNode value) {
        String text = value.asText().strip().toLowerCase(Locale.ROOT);
        if (text.equals(value.asText()) && DASHED.accepts(value) && !text.equals(ZEROS)) {
            return value;
        }
        String bare = wrapped(text, "{", "}") || wrapped(text, "(", ")") ? text.substring(1, text.length() - 1) : text;
        boolean compact = bare.equals(text) && GUID.matcher(bare).matches();
        String dashed = compact ? bare.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5") : bare;
        TextNode canonical = TextNode.valueOf(dashed);
        if (!DASHED.accepts(canonical)) {
            return value;
        }
        return dashed.equals(ZEROS) ? JsonNodeFactory.instance.nullNode() : canonical;
    }

    private static boolean wrapped(String text, String open, String close) {
        return text.length() > 1 && text.startsWith(open) && text.endsWith(close);
    }

    private static JsonNode time(JsonNode value) {
        try {
            return TextNode.valueOf(written(instant(value.asText().strip())));
        } catch (DateTimeException | NumberFormatException noTime) {
            return value;
        }
    }

    private static Instant instant(String text) {
        Matcher wcf = WCF_DATE.matcher(text);
        if (wcf.matches()) {
            return Instant.ofEpochMilli(Long.parseLong(wcf.group(1)));
        }
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (text.length() == 8) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
        String iso = text.toUpperCase(Locale.ROOT)
                .replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T")
                .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
        boolean zoned = iso.matches(".*(Z|[+-]\\d{2}:\\d{2})");
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    /** {@code yyyy-MM-ddTHH:mm:ss[.fffffff]Z}: .NET's ticks, trailing zeros cut. */
    private static String written(Instant instant) {
        String seconds = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")
                .withZone(ZoneOffset.UTC)
                .format(instant);
        String ticks = String.format("%07d", instant.getNano() / 100).replaceFirst("0+$", "");
        return seconds + (ticks.isEmpty() ? "" : "." + ticks) + "Z";
    }
}
