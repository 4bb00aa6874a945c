package io.platformapi.contract.layout;

import io.platformapi.contract.schema.Shown;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a parameter or header has to be, beside what its fields are. */
final class ParameterFacts {

    /** The styles by the place that a parameter has. */
    private static final Map<String, List<String>> STYLES = Map.of(
            "path", List.of("simple", "label", "matrix"),
            "query", List.of("form", "spaceDelimited", "pipeDelimited", "deepObject"),
            "header", List.of("simple"),
            "cookie", List.of("form", "cookie"));

    private ParameterFacts() {}

    /** A parameter of the path that does not say that it is always there, in whatever version. */
    static Optional<Slip> notRequired(Node parameter) {
        boolean missing = parameter.text("in", "").equals("path")
                && !parameter.json().path("required").asBoolean(false);
        return missing
                ? Optional.of(new Slip(
                        parameter,
                        "path-parameter-required",
                        "a parameter in: path is always there; write required: true"))
                : Optional.empty();
    }

    static Stream<Slip> parameter(Node parameter, String version) {
        String in = parameter.text("in", "");
        List<Slip> slips = new ArrayList<>();
        notRequired(parameter).ifPresent(slips::add);
        Node style = parameter.member("style");
        if (style.exists()
                && isKnown(style)
                && STYLES.containsKey(in)
                && !STYLES.get(in).contains(text(style))) {
            slips.add(new Slip(
                    style,
                    "field-value",
                    "\"style\" of a parameter in: " + in + " takes " + String.join(" or ", STYLES.get(in)) + ", not "
                            + Shown.of(style.json())));
        }
        if (parameter.member("allowEmptyValue").exists() && !in.equals("query") && STYLES.containsKey(in)) {
            slips.add(new Slip(
                    parameter.member("allowEmptyValue"),
                    "field-conflict",
                    "\"allowEmptyValue\" is for parameters in: query, not in: " + in + "; leave it out"));
        }
        if (in.equals("querystring")) {
            Stream.of("schema", "style", "explode", "allowReserved")
                    .map(parameter::member)
                    .filter(Node::exists)
                    .map(field -> new Slip(
                            field,
                            "field-conflict",
                            "\"" + field.name()
                                    + "\" is not for a parameter in: querystring; describe it by \"content\""))
                    .forEach(slips::add);
        }
        if (version.equals("3.1") && STYLES.containsKey(in) && !in.equals("query")) {
            Stream.of(parameter.member("allowReserved"))
                    .filter(Node::exists)
                    .map(field -> new Slip(
                            field,
                            "field-conflict",
                            "\"allowReserved\" is for parameters in: query, not in: " + in + "; leave it out"))
                    .forEach(slips::add);
        }
        Stream<Slip> beside =
                in.equals("querystring") ? Stream.empty() : besideContent(Kind.PARAMETER, parameter, version);
        return Stream.concat(slips.stream(), Stream.concat(beside, single(Kind.PARAMETER, parameter)));
    }

    static Stream<Slip> header(Node header, String version) {
        return Stream.concat(besideContent(Kind.HEADER, header, version), single(Kind.HEADER, header));
    }

    /** What goes with a schema, where the content is described by its type. */
    private static Stream<Slip> besideContent(Kind kind, Node object, String version) {
        if (!object.json().has("content") || object.json().has("schema")) {
            return Stream.empty();
        }
        Stream<String> shown = version.equals("3.2") ? Stream.empty() : Stream.of("example", "examples");
        return Stream.concat(Stream.of("style", "explode", "allowReserved"), shown)
                .map(object::member)
                .filter(Node::exists)
                .map(field -> new Slip(
                        field,
                        "field-conflict",
                        "\"" + field.name() + "\" of " + kind.oneOf() + " goes with \"schema\", not with \"content\"; "
                                + (field.name().startsWith("example")
                                        ? "write it into the media type"
                                        : "leave it out")));
    }

    private static boolean isKnown(Node style) {
        return STYLES.values().stream().anyMatch(styles -> styles.contains(text(style)));
    }

    private static String text(Node node) {
        return node.json().asText();
    }

    /** The content of a parameter or header is in one type. */
    static Stream<Slip> single(Kind kind, Node object) {
        Node content = object.member("content");
        Stream<Slip> several = content.isObject() && content.json().size() != 1
                ? Stream.of(new Slip(
                        content,
                        "content-single",
                        "\"content\" of " + kind.oneOf() + " has one media type; here are "
                                + content.json().size()))
                : Stream.empty();
        return Stream.concat(several, KindFacts.mediaTypes(object));
    }

    /** What a list of parameters has to be: none twice, and one query string at most, without other queries. */
    static Stream<Slip> list(List<Node> parameters, List<Node> around) {
        List<Slip> slips = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Node parameter : parameters) {
            String in = parameter.text("in", "");
            String name = in + " parameter \"" + parameter.text("name", "") + "\"";
            String known = in.equals("header") ? name.toLowerCase(Locale.ROOT) : name;
            if (names.contains(known)) {
                slips.add(new Slip(parameter, "parameter-unique", "the " + name + " stands twice; remove one"));
            }
            names.add(known);
        }
        List<Node> all = Stream.concat(around.stream(), parameters.stream()).toList();
        List<Node> whole = in(all, "querystring");
        if (whole.size() > 1) {
            slips.add(new Slip(whole.get(1), "querystring-single", "there is one parameter in: querystring at most"));
        }
        if (!whole.isEmpty() && !in(all, "query").isEmpty()) {
            slips.add(new Slip(
                    whole.get(0),
                    "querystring-single",
                    "a parameter in: querystring is the whole query; leave out those in: query, or this one"));
        }
        return slips.stream();
    }

    private static List<Node> in(List<Node> parameters, String place) {
        return parameters.stream()
                .filter(parameter -> parameter.text("in", "").equals(place))
                .toList();
    }
}
