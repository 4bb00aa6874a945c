package io.platformapi.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.http.Methods;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The OpenAPI 3.0 document that a Swagger 2.0 document stands for.
 *
 * <ol>
 *   <li>{@code host}, {@code basePath} and {@code schemes} become {@code servers}.
 *   <li>Each operation's body and form fields become its request body in each type it {@code consumes}, its responses
 *       get a content for each type it {@code produces}, and its other parameters a schema and a style.
 *   <li>{@code definitions} and {@code securityDefinitions} become components.
 * </ol>
 *
 * <p>References to {@code parameters} and {@code responses} are followed, since what they mean hangs on the operation.
 */
public final class Upgrade {

    private static final Set<String> REPLACED = Set.of(
            "swagger",
            "host",
            "basePath",
            "schemes",
            "consumes",
            "produces",
            "paths",
            "definitions",
            "parameters",
            "responses",
            "securityDefinitions");

    private final JsonNode document;
    private final Copies copies;
    private final Parameters parameters;
    private final RequestBodies bodies;
    private final SwaggerResponses responses;

    private Upgrade(JsonNode document) {
        this.document = document;
        Set<String> definitions = new TreeSet<>();
        document.path("definitions").fieldNames().forEachRemaining(definitions::add);
        this.copies = new Copies(definitions);
        this.parameters = new Parameters(copies);
        this.bodies = new RequestBodies(copies, parameters);
        this.responses = new SwaggerResponses(copies, parameters, document);
    }

    /** The root of the upgraded document, at the same place. */
    public static Node of(Node swagger) {
        Upgrade upgrade = new Upgrade(swagger.json());
        return swagger.derived(upgrade.root(), upgrade.copies.origins());
    }

    private ObjectNode root() {
        ObjectNode root = copies.like(document).put("openapi", "3.0.3");
        document.properties().stream()
                .filter(member -> !REPLACED.contains(member.getKey()))
                .forEach(member -> root.set(member.getKey(), member.getValue()));
        root.set("servers", Servers.of(document));
        root.set("paths", copies.members(document.path("paths"), this::pathItem));
        ObjectNode components = root.putObject("components");
        components.set("schemas", copies.members(document.path("definitions"), copies::schema));
        components.set(
                "securitySchemes", copies.members(document.path("securityDefinitions"), new SecuritySchemes(copies)));
        return root;
    }

    private JsonNode pathItem(JsonNode written) {
        ObjectNode item = copies.like(written);
        written.properties().forEach(member -> {
            boolean operation = Methods.OF_SWAGGER.contains(member.getKey())
                    && member.getValue().isObject();
            if (operation) {
                item.set(member.getKey(), operation(member.getValue(), written));
            } else if (!member.getKey().equals("parameters")) {
                item.set(member.getKey(), member.getValue());
            }
        });
        return item;
    }

    private JsonNode operation(JsonNode written, JsonNode item) {
        ObjectNode operation = copies.like(written);
        written.properties().stream()
                .filter(member -> !Set.of("consumes", "produces", "schemes", "parameters", "responses")
                        .contains(member.getKey()))
                .forEach(member -> operation.set(member.getKey(), member.getValue()));
        List<JsonNode> given = given(item, written);
        ArrayNode others = operation.putArray("parameters");
        given.stream()
                .filter(parameter -> !RequestBodies.isPart(parameter))
                .map(parameters::parameter)
                .forEach(others::add);
        bodies.of(given, types(written, "consumes")).ifPresent(body -> operation.set("requestBody", body));
        List<String> produces = types(written, "produces");
        operation.set(
                "responses",
                copies.members(written.path("responses"), response -> responses.response(response, produces)));
        return operation;
    }

    /** The parameters of the operation, and those of its path that it does not replace; references followed. */
    private List<JsonNode> given(JsonNode item, JsonNode operation) {
        List<JsonNode> own = Local.all(document, operation.path("parameters"));
        List<JsonNode> given = new ArrayList<>(own);
        Set<String> names = new TreeSet<>();
        own.forEach(parameter -> names.add(key(parameter)));
        Local.all(document, item.path("parameters")).stream()
                .filter(parameter -> !names.contains(key(parameter)))
                .forEach(given::add);
        return given;
    }

    private static String key(JsonNode parameter) {
        String in = parameter.path("in").asText();
        return in.equals("body") ? in : in + " " + parameter.path("name").asText();
    }

    private List<String> types(JsonNode operation, String keyword) {
        JsonNode types = operation.has(keyword) ? operation.get(keyword) : document.path(keyword);
        List<String> found = new ArrayList<>();
        types.forEach(type -> found.add(type.asText()));
        return found;
    }
}
