package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What is known of a {@code format}: what it accepts, in words and in fact, and a value that it refuses. */
public sealed interface KnownFormat permits TextFormat, NumberFormat {

    /** The format of a name; empty for one that is no more than a remark. */
    static Optional<KnownFormat> named(String name) {
        return Optional.ofNullable(FormatTable.FORMATS.get(name));
    }

    /** The names of all. */
    static Set<String> names() {
        return FormatTable.FORMATS.keySet();
    }

    String name();

    /** What would be right, as a phrase: {@code a date such as 2026-01-31}. */
    String words();

    /** Whether a value is right; one of a type that the format does not speak of always is. */
    boolean accepts(JsonNode value);

    /** A value of the type it speaks of that it refuses; missing where it refuses none. */
    JsonNode wrong();
}
