package io.platformapi.compat;

import io.platformapi.contract.Content;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Style;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Type;

/** How two values of a parameter look on the wire (OpenAPI 3.1, section 4.8.12.4). */
final class ParameterForms {

    private ParameterForms() {}

    static String of(Parameter parameter) {
        String name = parameter.name();
        boolean object = parameter.schema().is(Type.OBJECT);
        if (!object && !parameter.schema().is(Type.ARRAY)) {
            return single(parameter);
        }
        if (parameter.content() != null) {
            MediaType type = parameter.content().type();
            boolean form = type.subtype().equals("x-www-form-urlencoded");
            return form ? "a=1&b=2" : prefix(parameter) + written(type, object);
        }
        if (parameter.style() == Style.DEEP_OBJECT) {
            return name + "[a]=1&" + name + "[b]=2";
        }
        String separator = switch (parameter.style()) {
            case SPACE_DELIMITED -> "%20";
            case PIPE_DELIMITED -> "|";
            default -> ",";
        };
        return switch (parameter.style()) {
            case FORM, COOKIE, SPACE_DELIMITED, PIPE_DELIMITED ->
                parameter.explode()
                        ? String.join(
                                parameter.style() == Style.COOKIE ? "; " : "&",
                                object ? "a=1" : name + "=1",
                                object ? "b=2" : name + "=2")
                        : name + "=" + list(object, separator);
            case MATRIX ->
                parameter.explode()
                        ? object ? ";a=1;b=2" : ";" + name + "=1;" + name + "=2"
                        : ";" + name + "=" + list(object, ",");
            case LABEL -> "." + (parameter.explode() ? object ? "a=1.b=2" : "1.2" : list(object, ","));
            default -> parameter.explode() && object ? "a=1,b=2" : list(object, ",");
        };
    }

    private static String written(MediaType type, boolean object) {
        return switch (type.syntax()) {
            case "json" -> object ? "{\"a\":1,\"b\":2}" : "[1,2]";
            case "xml" -> object ? "<o><a>1</a><b>2</b></o>" : "<o><a>1</a><a>2</a></o>";
            default -> "(" + type.essence() + ")";
        };
    }

    /** A value that is no list and no object: a text is in quotes where it is written as JSON. */
    private static String single(Parameter parameter) {
        Content content = parameter.content();
        boolean number =
                parameter.schema().is(Type.INTEGER) || parameter.schema().is(Type.NUMBER);
        String value = number ? "1" : parameter.schema().is(Type.BOOLEAN) ? "true" : "a";
        boolean quoted = content != null && content.type().syntax().equals("json") && value.equals("a");
        return prefix(parameter) + (quoted ? "\"a\"" : value);
    }

    private static String prefix(Parameter parameter) {
        return switch (parameter.in()) {
            case HEADER -> "";
            case QUERYSTRING -> "?";
            case PATH ->
                switch (parameter.style()) {
                    case LABEL -> ".";
                    case MATRIX -> ";" + parameter.name() + "=";
                    default -> "";
                };
            default -> parameter.name() + "=";
        };
    }

    private static String list(boolean object, String separator) {
        return object ? String.join(separator, "a", "1", "b", "2") : "1" + separator + "2";
    }
}
