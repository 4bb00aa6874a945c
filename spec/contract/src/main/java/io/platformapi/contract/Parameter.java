package io.platformapi.contract;

import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation, its defaults filled in.
 *
 * @param name the name as documented; header names are compared regardless of case, and that of a whole query string
 *     does not count
 * @param in where it stands; never the body
 * @param required whether a request must have it; always so in a path
 * @param style how lists and objects are spelled
 * @param explode whether each item or member is spelled by itself
 * @param allowReserved whether reserved characters may stand unencoded
 * @param allowEmptyValue whether an empty value is a value
 * @param deprecated whether clients should stop sending it
 * @param schema what the value may be
 * @param content the body it holds where it is declared by {@code content}; null where it is declared by {@code schema}
 * @param examples the documented values by name
 * @param node where it is written, behind its reference
 */
public record Parameter(
        String name,
        In in,
        boolean required,
        Style style,
        boolean explode,
        boolean allowReserved,
        boolean allowEmptyValue,
        boolean deprecated,
        Schema schema,
        @Nullable Content content,
        Map<String, Example> examples,
        Node node) {

    private static final Set<String> ELSEWHERE = Set.of("accept", "content-type", "authorization");

    /**
     * Whether header fields of a name are no parameters, whatever a document writes: the types of contents and the
     * security schemes say what they hold (OpenAPI 3.1, section 4.8.12.2.1). No operation has such parameters.
     */
    public static boolean isSaidElsewhere(String header) {
        return ELSEWHERE.contains(header.toLowerCase(Locale.ROOT));
    }

    /** The body it holds, of one that is declared by {@code content}. */
    public Content body() {
        return Objects.requireNonNull(content);
    }

    /** The same with other examples. */
    public Parameter with(Map<String, Example> others) {
        return new Parameter(
                name,
                in,
                required,
                style,
                explode,
                allowReserved,
                allowEmptyValue,
                deprecated,
                schema,
                content,
                others,
                node);
    }
}
