package io.platformapi.contract;

import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an object of a document is, and with that which of its members our reader looks at or knows to say nothing about
 * messages. Whatever else is written there is <em>unread</em>: nobody may say that it was tested or compared. This is
 * the one place that knows.
 */
public enum Kind {
    DOCUMENT("openapi info servers security tags externalDocs paths webhooks components jsonSchemaDialect"),
    SECURITY_SCHEME("type description name in scheme bearerFormat flows openIdConnectUrl"),
    PATH_ITEM("summary description servers parameters get put post delete options head patch trace query"),
    OPERATION("tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated"
            + " security servers"),
    PARAMETER(
            "name in description required deprecated allowEmptyValue style explode allowReserved schema content example"
                    + " examples"),
    REQUEST_BODY("description content required"),
    RESPONSE("summary description headers content links"),
    MEDIA_TYPE("schema example examples encoding"),
    SCHEMA("$id $schema $anchor $dynamicRef $dynamicAnchor $recursiveRef $recursiveAnchor $vocabulary $comment $defs"
            + " definitions type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength"
            + " minLength pattern format maxItems minItems uniqueItems maxContains minContains contains items"
            + " prefixItems additionalItems unevaluatedItems maxProperties minProperties required"
            + " dependentRequired properties patternProperties additionalProperties propertyNames"
            + " unevaluatedProperties dependentSchemas allOf anyOf oneOf not if then else contentEncoding"
            + " contentMediaType title description default deprecated readOnly writeOnly example examples"
            + " discriminator externalDocs xml"),
    DISCRIMINATOR("propertyName mapping");

    private static final List<String> SCHEMAS_BY_NAME = List.of("properties", "patternProperties", "dependentSchemas");
    private static final List<String> SCHEMA_LISTS = List.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final List<String> SCHEMAS = List.of(
            "items",
            "additionalItems",
            "unevaluatedItems",
            "contains",
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
            "not",
            "if",
            "then",
            "else");

    private final Set<String> read;

    Kind(String read) {
        this.read = Set.of(read.split(" "));
    }

    /**
     * An object inside another.
     *
     * @param step how one comes to it from there; equal for objects that mean the same in two editions
     */
    public record Inside(String step, Kind kind, Node node) {}

    /** The members of an object of this kind that nobody looks at. */
    public List<Node> unread(Node object) {
        List<Node> unread = new ArrayList<>();
        if (object.isObject()) {
            object.json().fieldNames().forEachRemaining(name -> {
                boolean known = read.contains(name) || name.startsWith("x-") || name.equals("$ref");
                boolean meant = this == SCHEMA && name.equals("nullable") && isOld(object);
                if (!known && !meant || isBeyondUs(name, object)) {
                    unread.add(object.member(name));
                }
            });
        }
        return unread;
    }

    private static boolean isOld(Node object) {
        return object.root().text("openapi", "3.0").startsWith("3.0");
    }

    /** Values that OpenAPI 3.2 knows and we do not. */
    private boolean isBeyondUs(String name, Node object) {
        return this == PARAMETER
                && (name.equals("in") && In.ofParameter(object.text("in", "")).isEmpty()
                        || name.equals("style")
                                && Style.named(object.text("style", "")).isEmpty());
    }

    /** The objects inside an object of this kind, operations not: they are found by method and path. */
    public List<Inside> inside(Node object) {
        List<Inside> inside = new ArrayList<>();
        switch (this) {
            case DOCUMENT -> named(object.member("components"), "securitySchemes", SECURITY_SCHEME, inside);
            case PATH_ITEM -> parameters(object, inside);
            case OPERATION -> {
                parameters(object, inside);
                one(object, "requestBody", REQUEST_BODY, inside);
                named(object, "responses", RESPONSE, inside);
            }
            case PARAMETER -> {
                one(object, "schema", SCHEMA, inside);
                named(object, "content", MEDIA_TYPE, inside);
            }
            case REQUEST_BODY -> named(object, "content", MEDIA_TYPE, inside);
            case RESPONSE -> {
                named(object, "headers", PARAMETER, inside);
                named(object, "content", MEDIA_TYPE, inside);
            }
            case MEDIA_TYPE -> one(object, "schema", SCHEMA, inside);
            case SCHEMA -> schemas(object, inside);
            case SECURITY_SCHEME, DISCRIMINATOR -> {}
        }
        return inside;
    }

    private static void parameters(Node object, List<Inside> inside) {
        for (Node item : object.member("parameters").resolved().items()) {
            Node parameter = item.resolved();
            String in = parameter.text("in", "");
            String name = parameter.text("name", "");
            String same = in.equals("header") ? name.toLowerCase(Locale.ROOT) : name;
            inside.add(new Inside(in + " parameter " + same, PARAMETER, parameter));
        }
    }

    private static void one(Node object, String name, Kind kind, List<Inside> inside) {
        if (object.member(name).exists()) {
            inside.add(new Inside(name, kind, object.member(name).resolved()));
        }
    }

    private static void named(Node object, String map, Kind kind, List<Inside> inside) {
        object.member(map).resolved().members().forEach((name, node) -> {
            if (!name.startsWith("x-")) {
                inside.add(new Inside(map + "/" + name, kind, node.resolved()));
            }
        });
    }

    private static void schemas(Node object, List<Inside> inside) {
        SCHEMAS_BY_NAME.forEach(map -> named(object, map, SCHEMA, inside));
        SCHEMAS.forEach(name -> one(object, name, SCHEMA, inside));
        SCHEMA_LISTS.forEach(list -> {
            List<Node> items = object.member(list).items();
            for (int i = 0; i < items.size(); i++) {
                inside.add(new Inside(list + "/" + i, SCHEMA, items.get(i).resolved()));
            }
        });
        one(object, "discriminator", DISCRIMINATOR, inside);
    }
}
