package io.platformapi.contract.layout;

import io.platformapi.contract.http.Methods;
import io.platformapi.contract.layout.Writing.Fact;
import io.platformapi.contract.schema.Shown;
import io.platformapi.contract.source.Node;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What objects of a kind have to be, beside what their fields are. */
final class KindFacts {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[^\\s/;]+/[^\\s/;]+\\s*(;.*)?");
    private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|XX)|default");
    private static final Pattern SWAGGER_STATUS = Pattern.compile("[1-5]\\d\\d|default");
    private static final Fact NONE = (object, version) -> Stream.empty();
    private static final Map<Kind, Fact> FACTS = facts();

    private KindFacts() {}

    static Fact of(Kind kind) {
        return FACTS.getOrDefault(kind, NONE);
    }

    private static Map<Kind, Fact> facts() {
        Map<Kind, Fact> facts = new EnumMap<>(Kind.class);
        facts.put(Kind.DOCUMENT, KindFacts::document);
        facts.put(Kind.SERVER, ServerFacts::server);
        facts.put(Kind.SERVER_VARIABLE, ServerFacts::variable);
        facts.put(Kind.COMPONENTS, KindFacts::components);
        facts.put(Kind.PATH_ITEM, KindFacts::pathItem);
        facts.put(Kind.PARAMETER, ParameterFacts::parameter);
        facts.put(Kind.HEADER, ParameterFacts::header);
        facts.put(Kind.REQUEST_BODY, (object, version) -> mediaTypes(object));
        facts.put(Kind.RESPONSE, (object, version) -> mediaTypes(object));
        facts.put(Kind.RESPONSES, KindFacts::responses);
        facts.put(Kind.SWAGGER_RESPONSES, KindFacts::responses);
        facts.put(Kind.SECURITY_SCHEME, SchemeFacts::scheme);
        facts.put(Kind.SCHEMA, SchemaFacts::schema);
        facts.put(Kind.SWAGGER_SCHEMA, SchemaFacts::schema);
        facts.put(Kind.CALLBACK, Expressions::callback);
        facts.put(Kind.LINK, Expressions::link);
        facts.put(Kind.EXAMPLE, KindFacts::example);
        facts.put(Kind.FLOWS, SchemeFacts::flows);
        facts.put(Kind.FLOW, SchemeFacts::flow);
        facts.put(Kind.SWAGGER, SwaggerFacts::document);
        facts.put(Kind.SWAGGER_PARAMETER, SwaggerFacts::parameter);
        facts.put(Kind.SWAGGER_HEADER, SwaggerFacts::items);
        facts.put(Kind.SWAGGER_ITEMS, SwaggerFacts::items);
        facts.put(Kind.SWAGGER_SECURITY_SCHEME, SwaggerFacts::scheme);
        return facts;
    }

    private static Stream<Slip> document(Node document, String version) {
        Node openapi = document.member("openapi");
        Node self = document.member("$self");
        Stream<Slip> fragment = self.json().asText().contains("#")
                ? Stream.of(new Slip(
                        self, "field-value", "\"$self\" takes an address without a fragment; leave out what follows #"))
                : Stream.empty();
        return Stream.concat(fragment, version(openapi, version));
    }

    private static Stream<Slip> version(Node openapi, String version) {
        return openapi.json().isTextual() && !openapi.json().asText().matches("\\d+\\.\\d+\\.\\d+(-.+)?")
                ? Stream.of(new Slip(
                        openapi,
                        "field-value",
                        "\"openapi\" takes a version of three numbers, not " + Shown.of(openapi.json())
                                + "; write openapi: " + version + ".0"))
                : Stream.empty();
    }

    private static Stream<Slip> components(Node components, String version) {
        return components.members().values().stream()
                .filter(map -> !Layout.isExtension(map.name()))
                .flatMap(map -> map.members().values().stream())
                .filter(component -> !component.name().matches("[A-Za-z0-9._-]+"))
                .map(component -> new Slip(
                        component,
                        "component-name",
                        "the component's name \"" + component.name()
                                + "\" has other characters than letters, digits, \".\", \"-\" and \"_\""));
    }

    private static Stream<Slip> pathItem(Node item, String version) {
        Collection<Node> others = item.member("additionalOperations").members().values();
        return Stream.concat(
                others.stream()
                        .filter(operation -> !Methods.isOne(operation.name()))
                        .map(operation -> new Slip(
                                operation,
                                "additional-method",
                                "\"" + operation.name() + "\" is no method, and is passed over; a method is one word"
                                        + " such as COPY")),
                fixed(others));
    }

    private static Stream<Slip> fixed(Collection<Node> others) {
        return others.stream()
                .filter(operation -> Methods.ALL.contains(operation.name().toLowerCase(Locale.ROOT)))
                .map(operation -> new Slip(
                        operation,
                        "additional-method",
                        "\"" + operation.name() + "\" has a field of its own; write it as \""
                                + operation.name().toLowerCase(Locale.ROOT) + "\" of the path item"));
    }

    private static Stream<Slip> example(Node example, String version) {
        return Stream.of("value", "externalValue", "dataValue", "serializedValue")
                        .noneMatch(example.json()::has)
                ? Stream.of(new Slip(
                        example,
                        "example-empty",
                        "the example \"" + example.name() + "\" has no \"value\"; it shows nothing"))
                : Stream.empty();
    }

    static Stream<Slip> mediaTypes(Node owner) {
        return owner.member("content").members().values().stream()
                .filter(content -> !MEDIA_TYPE.matcher(content.name()).matches())
                .filter(content -> !content.name().equals("$ref") && !Layout.isExtension(content.name()))
                .map(content -> new Slip(
                        content,
                        "media-type-form",
                        "\"" + content.name() + "\" is no media type, and is passed over; write one such as"
                                + " application/json"));
    }

    private static Stream<Slip> responses(Node responses, String version) {
        Pattern statuses = version.equals("2.0") ? SWAGGER_STATUS : STATUS;
        return responses.members().values().stream()
                .filter(response -> !statuses.matcher(response.name()).matches())
                .filter(response -> !response.name().equals("$ref") && !Layout.isExtension(response.name()))
                .map(response -> new Slip(
                        response,
                        "response-status",
                        "\"" + response.name() + "\" is no status; write one such as 200, 4XX or default"));
    }
}
