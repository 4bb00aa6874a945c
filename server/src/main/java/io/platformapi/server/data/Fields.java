package io.platformapi.server.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of one thing, and what is wrong with them: a member that is wrong is told, and stands in for itself. */
final class Fields {

    private static final UUID NO_ID = new UUID(0, 0);
    private static final int LONGEST_ADDRESS = 254;

    private final String kind;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> mistakes = new ArrayList<>();

    Fields(String kind, JsonNode node) {
        this.kind = kind;
        this.node = node;
    }

    /** What is wrong, once every member was asked for: also those that nobody asked for. */
    List<String> mistakes() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                mistakes.add(kind + " has no member '" + name + "'; it has " + String.join(", ", known));
            }
        });
        return mistakes;
    }

    UUID id(String name) {
        return required(name, "a UUID", NO_ID, Fields::readId);
    }

    @Nullable
    UUID optionalId(String name) {
        return optional(name, "a UUID or null", Fields::readId);
    }

    private static UUID readId(JsonNode value) {
        UUID id = UUID.fromString(value.textValue());
        if (!id.toString().equalsIgnoreCase(value.textValue())) {
            throw new IllegalArgumentException("shortened");
        }
        return id;
    }

    String text(String name, int most) {
        return required(name, "a text of 1 to " + most + " characters", "", value -> readText(value, 1, most));
    }

    @Nullable
    String optionalText(String name, int most) {
        return optional(name, "a text of at most " + most + " characters or null", value -> readText(value, 0, most));
    }

    @Nullable
    String optionalAddress(String name) {
        return optional(name, "an e-mail address of at most " + LONGEST_ADDRESS + " characters or null", value -> {
            String text = readText(value, 1, LONGEST_ADDRESS);
            if (!text.matches("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+")) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    private static String readText(JsonNode value, int least, int most) {
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (length < least || length > most || text.indexOf('\0') >= 0) { // PostgreSQL keeps no NUL
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    Instant moment(String name) {
        return required(name, "a moment such as 2026-11-30T12:00:00Z", Instant.EPOCH, Fields::readMoment);
    }

    @Nullable
    Instant optionalMoment(String name) {
        return optional(name, "a moment such as 2026-11-30T12:00:00Z or null", Fields::readMoment);
    }

    private static Instant readMoment(JsonNode value) {
        Instant moment = OffsetDateTime.parse(value.textValue()).toInstant();
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException(value.textValue());
        }
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    boolean flag(String name) {
        return required(name, "true or false", false, value -> {
            if (!value.isBoolean()) {
                throw new IllegalArgumentException(value.toString());
            }
            return value.booleanValue();
        });
    }

    <E extends Enum<E>> E choice(String name, List<E> choices) {
        String expected = choices.stream().map(Enum::name).collect(Collectors.joining(", ", "one of ", ""));
        return required(
                name,
                expected,
                choices.get(0),
                value -> choices.stream()
                        .filter(choice -> choice.name().equals(value.textValue()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(value.toString())));
    }

    private <T> T required(String name, String expected, T standIn, Function<JsonNode, T> reading) {
        T read = read(name, expected, reading);
        return read == null ? standIn : read;
    }

    private <T> @Nullable T optional(String name, String expected, Function<JsonNode, T> reading) {
        known.add(name);
        return node.path(name).isNull() || !node.has(name) ? null : read(name, expected, reading);
    }

    private <T> @Nullable T read(String name, String expected, Function<JsonNode, T> reading) {
        known.add(name);
        try {
            return reading.apply(node.path(name));
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            mistakes.add(kind + "." + name + ": expected " + expected + ", received " + received(node.path(name)));
            return null;
        }
    }

    private static String received(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
