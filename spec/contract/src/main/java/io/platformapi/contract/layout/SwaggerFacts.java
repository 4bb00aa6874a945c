package io.platformapi.contract.layout;

import io.platformapi.contract.schema.Shown;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What objects of 2.0 have to be, beside what their fields are. */
final class SwaggerFacts {

    private static final Map<String, List<String>> OF_FLOW = Map.of(
            "implicit", List.of("authorizationUrl", "scopes"),
            "password", List.of("tokenUrl", "scopes"),
            "application", List.of("tokenUrl", "scopes"),
            "accessCode", List.of("authorizationUrl", "tokenUrl", "scopes"));

    private static final List<String> OF_SOME_TYPE =
            List.of("name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes");
    private static final List<String> OF_VALUES = List.of(
            "items",
            "format",
            "collectionFormat",
            "default",
            "enum",
            "pattern",
            "maximum",
            "minimum",
            "maxLength",
            "minLength",
            "maxItems",
            "minItems",
            "uniqueItems",
            "multipleOf",
            "allowEmptyValue");
    private static final String FORMS = "multipart/form-data|application/x-www-form-urlencoded";

    private SwaggerFacts() {}

    static Stream<Slip> document(Node document, String version) {
        List<Slip> slips = new ArrayList<>();
        Node host = document.member("host");
        if (host.json().isTextual() && !host.json().asText().matches("[^{}/ :\\\\]+(:\\d+)?|\\[[^\\]]*](:\\d+)?")) {
            slips.add(new Slip(
                    host,
                    "field-value",
                    "\"host\" takes a name and a port, not " + Shown.of(host.json())
                            + "; the rest goes into \"schemes\" and \"basePath\""));
        }
        Node base = document.member("basePath");
        if (base.json().isTextual() && !base.json().asText().startsWith("/")) {
            slips.add(new Slip(
                    base, "field-value", "\"basePath\" takes a path that begins with /, not " + Shown.of(base.json())));
        }
        return slips.stream();
    }

    static Stream<Slip> parameter(Node parameter, String version) {
        String in = parameter.text("in", "");
        List<Slip> slips = new ArrayList<>();
        ParameterFacts.notRequired(parameter).ifPresent(slips::add);
        if (parameter.json().has("type") && in.equals("body")) {
            slips.add(conflict(parameter.member("type"), "a parameter in: body has a \"schema\", not a \"type\""));
        }
        if (parameter.json().has("schema") && !in.equals("body")) {
            slips.add(
                    conflict(parameter.member("schema"), "only a parameter in: body has a \"schema\"; write \"type\""));
        }
        if (parameter.text("type", "").equals("file") && !in.equals("formData")) {
            slips.add(conflict(parameter.member("type"), "only a parameter in: formData is a file"));
        }
        if (parameter.text("collectionFormat", "").equals("multi") && !in.matches("query|formData")) {
            slips.add(conflict(
                    parameter.member("collectionFormat"), "\"multi\" is for parameters in: query and in: formData"));
        }
        if (in.equals("body")) {
            SchemeFacts.foreign(parameter, OF_VALUES, List.of(), "a parameter in: body")
                    .forEach(slips::add);
        }
        if (parameter.json().has("allowEmptyValue") && in.matches("path|header")) {
            slips.add(conflict(
                    parameter.member("allowEmptyValue"),
                    "\"allowEmptyValue\" is for parameters in: query and in: formData; leave it out"));
        }
        return Stream.concat(slips.stream(), items(parameter, version));
    }

    private static Slip conflict(Node node, String message) {
        return new Slip(node, "field-conflict", message);
    }

    static Stream<Slip> items(Node object, String version) {
        return object.text("type", "").equals("array")
                ? SchemeFacts.missing(object, List.of("items"), "what has type: array")
                : Stream.empty();
    }

    static Stream<Slip> scheme(Node scheme, String version) {
        String type = scheme.text("type", "");
        String flow = scheme.text("flow", "");
        Stream<Slip> ofFlow = type.equals("oauth2")
                ? SchemeFacts.missing(scheme, OF_FLOW.getOrDefault(flow, List.of()), "the flow " + flow)
                : Stream.empty();
        List<String> ofType =
                type.equals("apiKey") ? List.of("name", "in") : type.equals("oauth2") ? List.of("flow") : List.of();
        List<String> ofBoth = type.equals("oauth2")
                ? Stream.concat(Stream.of("flow"), OF_FLOW.getOrDefault(flow, OF_SOME_TYPE).stream())
                        .toList()
                : ofType;
        String what = type.equals("oauth2") ? "the flow " + flow : "a security scheme of type " + type;
        Stream<Slip> foreign = type.matches("basic|apiKey|oauth2")
                ? SchemeFacts.foreign(scheme, OF_SOME_TYPE, ofBoth, what)
                : Stream.empty();
        return Stream.of(SchemeFacts.missing(scheme, ofType, "a security scheme of type " + type), ofFlow, foreign)
                .flatMap(slips -> slips);
    }

    /** A file travels in a form, and its operation has to say so. */
    static Stream<Slip> files(Node operation, List<Node> parameters) {
        Node own = operation.member("consumes");
        Node consumes = own.exists() ? own : operation.root().member("consumes");
        boolean form = consumes.items().stream()
                .anyMatch(type -> type.json().asText().split(";")[0].strip().matches(FORMS));
        return parameters.stream()
                .filter(parameter -> !form
                        && parameter.text("type", "").equals("file")
                        && parameter.text("in", "").equals("formData"))
                .limit(1)
                .map(parameter -> conflict(
                        parameter.member("type"),
                        "a file is sent in a form; write consumes: [multipart/form-data] into the operation"));
    }

    /** What belongs to the body is one parameter, or some fields of a form. */
    static Stream<Slip> body(List<Node> parameters) {
        List<Node> bodies = parameters.stream()
                .filter(parameter -> parameter.text("in", "").equals("body"))
                .toList();
        boolean form = parameters.stream()
                .anyMatch(parameter -> parameter.text("in", "").equals("formData"));
        return bodies.size() > 1 || !bodies.isEmpty() && form
                ? Stream.of(conflict(
                        bodies.get(bodies.size() - 1),
                        "a request has one parameter in: body, or some in: formData; leave out the rest"))
                : Stream.empty();
    }
}
