package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Style;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spells the values of parameters as their style says (OpenAPI 3.1, section 4.8.12.4): the other direction of
 * {@link ParameterReader}. For clients and tests; pure functions.
 */
public final class ParameterWriter {

    private static final Map<Style, String> DELIMITERS =
            Map.of(Style.SPACE_DELIMITED, "%20", Style.PIPE_DELIMITED, "%7C", Style.LABEL, ".");

    /** The reserved characters that may stand in a value of a query without ending it. */
    private static final String IN_QUERY = ":/?@!$'()*,;";

    /** Those that may stand in a segment of a path. */
    private static final String IN_PATH = ":@!$&'()*,;=";

    private final Parameter parameter;
    private final JsonNode value;
    private final UnaryOperator<String> encoding;

    private ParameterWriter(Parameter parameter, JsonNode value, UnaryOperator<String> encoding) {
        this.parameter = parameter;
        this.value = value;
        this.encoding = encoding;
    }

    /** The text of a header or cookie, unencoded. */
    public static String plain(Parameter parameter, JsonNode value) {
        return new ParameterWriter(parameter, value, UnaryOperator.identity()).simple();
    }

    /** The text of a path variable, percent-encoded. */
    public static String inPath(Parameter parameter, JsonNode value) {
        ParameterWriter text = new ParameterWriter(parameter, value, encoding(parameter, IN_PATH));
        return switch (parameter.style()) {
            case LABEL -> "." + (parameter.explode() ? text.joined(".", "=") : text.simple());
            case MATRIX -> text.matrix();
            default -> text.simple();
        };
    }

    /** The cookies of a value: {@code name=value}. */
    public static List<String> inCookies(Parameter parameter, JsonNode value) {
        return parameter.style() == Style.COOKIE
                ? new ParameterWriter(parameter, value, UnaryOperator.identity()).pairs()
                : List.of(parameter.name() + "=" + plain(parameter, value));
    }

    /** The pairs of a query, percent-encoded: {@code name=value}. */
    public static List<String> inQuery(Parameter parameter, JsonNode value) {
        return new ParameterWriter(parameter, value, encoding(parameter, IN_QUERY)).pairs();
    }

    /** Encodes what has to be: of reserved characters all, or those that would mean something else. */
    private static UnaryOperator<String> encoding(Parameter parameter, String kept) {
        return parameter.allowReserved()
                        && !parameter.schema().is(Type.ARRAY)
                        && !parameter.schema().is(Type.OBJECT)
                ? text -> Percent.encoded(text, kept)
                : Percent::encoded;
    }

    private List<String> pairs() {
        String name = encoding.apply(parameter.name());
        if (parameter.content() == null && parameter.style() == Style.DEEP_OBJECT) {
            List<String> pairs = new ArrayList<>();
            deep(name, value, pairs);
            return pairs;
        }
        if (parameter.content() == null && parameter.explode() && value.isArray()) {
            return items().map(item -> name + "=" + item).toList();
        }
        if (parameter.content() == null && parameter.explode() && value.isObject()) {
            return members("=").toList();
        }
        return List.of(name + "=" + delimited());
    }

    private void deep(String name, JsonNode at, List<String> pairs) {
        if (at.isObject()) {
            at.properties()
                    .forEach(member ->
                            deep(name + "%5B" + encoding.apply(member.getKey()) + "%5D", member.getValue(), pairs));
        } else if (at.isArray()) {
            for (int i = 0; i < at.size(); i++) {
                deep(name + "%5B" + (at.get(i).isContainerNode() ? i : "") + "%5D", at.get(i), pairs);
            }
        } else {
            pairs.add(name + "=" + text(at));
        }
    }

    private String delimited() {
        String delimiter = DELIMITERS.getOrDefault(parameter.style(), ",");
        return parameter.content() == null && value.isContainerNode() ? joined(delimiter, delimiter) : text(value);
    }

    private String simple() {
        return joined(",", parameter.explode() ? "=" : ",");
    }

    private String matrix() {
        String name = encoding.apply(parameter.name());
        if (!parameter.explode() || !value.isContainerNode()) {
            return ";" + name + "=" + joined(",", ",");
        }
        return value.isArray()
                ? items().map(item -> ";" + name + "=" + item).collect(Collectors.joining())
                : members("=").map(member -> ";" + member).collect(Collectors.joining());
    }

    private String joined(String delimiter, String equals) {
        if (parameter.content() != null || !value.isContainerNode()) {
            return text(value);
        }
        return (value.isArray() ? items() : members(equals)).collect(Collectors.joining(delimiter));
    }

    private Stream<String> items() {
        return Stream.iterate(0, i -> i < value.size(), i -> i + 1).map(i -> text(value.get(i)));
    }

    private Stream<String> members(String equals) {
        return value.properties().stream()
                .map(member -> encoding.apply(member.getKey()) + equals + text(member.getValue()));
    }

    private String text(JsonNode scalar) {
        boolean json = scalar.isContainerNode()
                || parameter.content() != null
                        && parameter.content().type().syntax().equals("json");
        return encoding.apply(json ? scalar.toString() : scalar.asText());
    }
}
