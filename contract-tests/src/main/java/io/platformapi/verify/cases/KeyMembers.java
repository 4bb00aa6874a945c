package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The texts of a JSON body by which a server may tell one thing from another, such as a name or a number of an article,
 * by their JSON pointers.
 *
 * @param content what the document says of the body
 * @param body the body, which may break it
 */
record KeyMembers(Content content, JsonNode body) {

    private static final Json JSON = new Json();
    private static final int DEEPEST = 2;
    private static final int TRIES = 5;

    /** Those of a request; empty where its body is no JSON that the operation documents. */
    static Optional<KeyMembers> of(Operation operation, HttpRequest request) {
        return request.contentType()
                .filter(type -> request.hasBody() && type.syntax().equals("json"))
                .flatMap(type -> operation.body().map(RequestBody::contents).stream()
                        .flatMap(List::stream)
                        .filter(content -> content.type().includes(type))
                        .findFirst())
                .flatMap(content -> read(request).map(body -> new KeyMembers(content, body)));
    }

    private static Optional<JsonNode> read(HttpRequest request) {
        try {
            return Optional.of(JSON.read(request.body()));
        } catch (MalformedBody e) {
            return Optional.empty();
        }
    }

    /** Where any text may stand, other than one of a few. */
    List<String> pointers() {
        List<String> found = new ArrayList<>();
        collect(Applied.of(content.schema()), body, "", found);
        return found;
    }

    private static void collect(Applied schemas, JsonNode value, String pointer, List<String> found) {
        if (value.isTextual() && isFree(schemas)) {
            found.add(pointer);
        }
        if (value.isObject()
                && pointer.chars().filter(character -> character == '/').count() < DEEPEST) {
            value.properties()
                    .forEach(member -> collect(
                            schemas.member(member.getKey()),
                            member.getValue(),
                            pointer + "/" + Node.escape(member.getKey()),
                            found));
        }
    }

    private static boolean isFree(Applied schemas) {
        return !schemas.schemas().isEmpty()
                && schemas.schemas().stream()
                        .allMatch(schema -> schema.keyword("enum").isMissingNode()
                                && schema.keyword("const").isMissingNode());
    }

    /** What stands at some places; nothing for those that are not there. */
    Map<String, JsonNode> at(List<String> pointers) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        pointers.stream()
                .filter(pointer -> !body.at(pointer).isMissingNode())
                .forEach(pointer -> found.put(pointer, body.at(pointer)));
        return found;
    }

    /** The request with other texts at some places; empty where there is none at one of them. */
    Optional<HttpRequest> renamed(HttpRequest request, Collection<String> pointers, long seed) {
        JsonNode renamed = body.deepCopy();
        for (String pointer : pointers) {
            Optional<JsonNode> other = other(pointer, seed);
            if (other.isEmpty() || body.at(pointer).isMissingNode()) {
                return Optional.empty();
            }
            put(renamed, pointer, other.get());
        }
        return request.contentType().map(type -> request.with(new TypedBody(type, JSON.write(renamed))));
    }

    private Optional<JsonNode> other(String pointer, long seed) {
        Applied schemas = Applied.of(content.schema());
        for (String token : pointer.substring(1).split("/")) {
            schemas = schemas.member(Node.unescape(token));
        }
        Applied found = schemas;
        return Stream.iterate(seed, next -> next + 1)
                .limit(TRIES)
                .flatMap(next -> found.schemas().stream()
                        .flatMap(schema -> Sampler.ofRequests(Whim.seeded(next)).valid(schema).stream()))
                .filter(made -> made.isTextual() && !made.equals(body.at(pointer)))
                .filter(made -> found.schemas().stream().allMatch(schema -> ReadOnly.isValid(schema, made)))
                .findFirst();
    }

    private static void put(JsonNode root, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        String name = Node.unescape(pointer.substring(last + 1));
        JsonNode owner = root.at(pointer.substring(0, last));
        if (owner instanceof ObjectNode object) {
            object.set(name, value);
        } else if (owner instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        }
    }
}
