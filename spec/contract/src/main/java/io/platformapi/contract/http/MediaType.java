package io.platformapi.contract.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A media type or range (RFC 9110, section 8.3.1).
 *
 * @param type the type in lower case, or {@code *}
 * @param subtype the subtype in lower case, or {@code *}
 * @param parameters the parameters, names in lower case
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {

    private static final Pattern TYPE = Pattern.compile("\\s*([^\\s/;,]+)/([^\\s/;,]+)\\s*");

    /** Possessive, so that neither stack nor time grows with what is sent. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?:^|;)\\s*+([^\\s=;]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;]*+))");

    /** Types that are read over and over, as they are usually written. */
    private static final Map<String, Optional<MediaType>> USUAL = Stream.of(
                    "*/*",
                    "application/json",
                    "application/json; charset=utf-8",
                    "application/json;charset=utf-8",
                    "application/json;charset=UTF-8",
                    "application/problem+json",
                    "application/x-www-form-urlencoded",
                    "application/xml",
                    "text/csv",
                    "text/html",
                    "text/plain",
                    "text/xml")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), MediaType::read));

    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    /** Reads {@code application/json; charset=utf-8}; empty for what is no media type. */
    public static Optional<MediaType> parse(String text) {
        Optional<MediaType> usual = USUAL.get(text);
        return usual == null ? read(text) : usual;
    }

    private static Optional<MediaType> read(String text) {
        int semicolon = text.indexOf(';');
        Matcher type = TYPE.matcher(semicolon < 0 ? text : text.substring(0, semicolon));
        if (!type.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(semicolon < 0 ? "" : text.substring(semicolon + 1));
        while (parameter.find()) {
            String quoted = parameter.group(2);
            String value = quoted == null ? parameter.group(3).strip() : quoted.replaceAll("\\\\(.)", "$1");
            parameters.putIfAbsent(lower(parameter.group(1)), value);
        }
        return Optional.of(new MediaType(lower(type.group(1)), lower(type.group(2)), parameters));
    }

    /** A media type written in a program. */
    public static MediaType of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no media type"));
    }

    /** The type without parameters: {@code application/json}. */
    public String essence() {
        return type + "/" + subtype;
    }

    /** The structured syntax suffix ({@code json} of {@code application/problem+json}), else the subtype (RFC 6839). */
    public String syntax() {
        return subtype.substring(subtype.lastIndexOf('+') + 1);
    }

    /** Whether this range takes in the other type; parameters other than {@code q} do not matter. */
    public boolean includes(MediaType other) {
        return (type.equals("*") || type.equals(other.type))
                && (subtype.equals("*")
                        || subtype.equals(other.subtype)
                        || subtype.startsWith("*+") && other.subtype.endsWith(subtype.substring(1)));
    }

    /** This type with a parameter, in the place of one of that name. */
    public MediaType with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new MediaType(type, subtype, more);
    }

    public boolean isRange() {
        return type.equals("*") || subtype.startsWith("*");
    }

    /** How exact a range is: 0 for any, 1 for a type, 2 for a subtype. */
    int precision() {
        return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(essence());
        parameters.forEach(
                (name, value) -> text.append(';').append(name).append('=').append(value));
        return text.toString();
    }
}
