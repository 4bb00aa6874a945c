package io.platformapi.compat.schema.language;

import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.schema.KnownFormat;
import io.platformapi.contract.schema.NumberFormat;
import io.platformapi.contract.schema.TextFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The formats of strings that a validator can tell, each with examples; every other one takes every string (decision
 * 117).
 */
public final class Formats {

    /** Numbers that are less exact than others; no validator tells which. */
    public static final String SINGLE = "float";

    /** Formats whose strings are all of other formats, too. */
    private static final Map<String, Set<String>> WITHIN = Map.of(
            "uri", Set.of("uri-reference", "iri", "iri-reference"),
            "uri-reference", Set.of("iri-reference"),
            "iri", Set.of("iri-reference"),
            "email", Set.of("idn-email"),
            "hostname", Set.of("idn-hostname"));

    /** Expressions that each string of a format matches; the formats have more to say. */
    private static final Map<String, String> SHAPES = Map.of(
            "uuid", "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
            "date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "date-time",
                    "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
            "time", "^[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
            "ipv4", "^([0-9]{1,3}[.]){3}[0-9]{1,3}$",
            "byte", "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
            "base64url", "^[A-Za-z0-9_-]*={0,2}$");

    /** Those of which each string that matches is one. */
    private static final Set<String> REGULAR = Set.of("uuid");

    /** Whether a validator can tell. */
    public boolean knows(String format) {
        return told(format).isPresent();
    }

    public List<String> examples(String format) {
        return told(format)
                .map(told -> Stream.concat(Stream.of(told.sample().text(any -> 0)), told.others().stream()))
                .orElse(Stream.empty())
                .toList();
    }

    /** A string that the format refuses. */
    public Optional<String> wrong(String format) {
        return told(format).map(told -> told.wrong().textValue());
    }

    /** Whether each string of the one format is one of the other. */
    public boolean isWithin(String format, String other) {
        return format.equals(other) || WITHIN.getOrDefault(format, Set.of()).contains(other);
    }

    /** An expression that each string of the format matches, if one is known. */
    public Optional<String> shape(String format) {
        return Optional.ofNullable(SHAPES.get(format));
    }

    /** Whether the strings that match {@link #shape} are those of the format. */
    public boolean isRegular(String format) {
        return REGULAR.contains(format);
    }

    public boolean accepts(String format, String value) {
        return told(format).orElseThrow().accepts(TextNode.valueOf(value));
    }

    /** The format of whole numbers within bounds that has a name, if there is one. */
    public static Optional<NumberFormat> bounded(String name) {
        return KnownFormat.named(name).filter(NumberFormat.class::isInstance).map(NumberFormat.class::cast);
    }

    /** Whether a format, or none, takes every value. */
    public static boolean isRemark(String name) {
        return told(name).isEmpty() && bounded(name).isEmpty() && !name.equals(SINGLE);
    }

    private static Optional<TextFormat> told(String name) {
        return KnownFormat.named(name)
                .filter(format -> !format.wrong().isMissingNode())
                .filter(TextFormat.class::isInstance)
                .map(TextFormat.class::cast);
    }
}
