package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.check.OneWay;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is {@code readOnly} is the server's: who sends it all the same is refused, or not heeded (JSON Schema Validation
 * 2020-12, section 9.4). Looked at where a value is sent that neither was there before nor would be by itself.
 */
final class ReadOnlyIsKept implements Relation {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long SEED = 901;

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<Exchange> read = scene.can(Act.READ) ? scene.read(scene.first()) : Optional.empty();
        if (read.filter(Scene::succeeded).isEmpty()
                || !(Identity.resource(scene.shown(read.get())) instanceof ObjectNode before)) {
            return;
        }
        Applied shown = scene.documentedOfOne(read.get());
        for (Act role : List.of(Act.CREATE, Act.REPLACE, Act.CHANGE)) {
            Optional<Operation> operation = scene.family().operation(role);
            if (operation.isPresent()) {
                tried(scene, role, others(operation.get(), shown, before));
            }
        }
    }

    /** Other values of what is read only, where it is sent or where it is shown. */
    private static ObjectNode others(Operation operation, Applied shown, ObjectNode before) {
        ObjectNode others = JSON.objectNode();
        for (Applied schemas : List.of(applied(operation), shown)) {
            schemas.declared().stream()
                    .filter(name -> OneWay.READ_ONLY.marks(schemas.member(name)))
                    .forEach(name ->
                            other(schemas.member(name), before.path(name)).ifPresent(one -> others.set(name, one)));
        }
        return others;
    }

    private static void tried(Scene scene, Act role, ObjectNode others) throws IOException {
        Optional<JsonNode> body = others.isEmpty() ? Optional.empty() : body(scene, role);
        if (body.isEmpty() || !(body.get() instanceof ObjectNode sent)) {
            return;
        }
        ObjectNode whole = sent.deepCopy();
        whole.setAll(others);
        Optional<Exchange> done = scene.ask(role, scene.first(), whole).filter(Scene::succeeded);
        Optional<Exchange> shown = done.isPresent() && role != Act.CREATE ? scene.read(scene.first()) : done;
        if (shown.isPresent()) {
            compare(scene, done.get(), others, Identity.resource(scene.shown(shown.get())));
        }
    }

    private static Applied applied(Operation operation) {
        return new Applied(operation.body().stream()
                .flatMap(body -> body.contents().stream())
                .map(Content::schema)
                .flatMap(schema -> Applied.of(schema).schemas().stream())
                .toList());
    }

    /** A body like no other; of a change, nothing but what is read only. */
    private static Optional<JsonNode> body(Scene scene, Act role) {
        return role == Act.CHANGE
                ? Optional.of(JSON.objectNode())
                : scene.valid(role, SEED).map(scene.world().values()::sent);
    }

    /** Another value that its schemas allow; none where none is at hand. */
    private static Optional<JsonNode> other(Applied schemas, JsonNode value) {
        Stream<JsonNode> values = value.isTextual()
                ? Stream.of(
                                "5f0c2f0e-6a0b-4d0e-8f35-0c9d2a7be001",
                                "2001-02-03T04:05:06Z",
                                "2001-02-03",
                                "https://example.com/other",
                                value.asText() + "x")
                        .map(JSON::textNode)
                : value.isIntegralNumber()
                        ? Stream.of(JSON.numberNode(987_654_321), JSON.numberNode(value.asLong() + 1))
                        : Stream.empty();
        return values.filter(other -> schemas.schemas().stream()
                        .allMatch(schema -> schema.faults(other).isEmpty()))
                .filter(other -> !other.equals(value))
                .findFirst();
    }

    private static void compare(Scene scene, Exchange done, ObjectNode others, JsonNode shown) {
        others.properties().stream()
                .filter(member -> member.getValue().equals(shown.get(member.getKey())))
                .findFirst()
                .ifPresent(member -> scene.blame(
                        CheckId.READ_ONLY_KEPT,
                        done,
                        "What is readOnly was set by a client: " + member.getKey() + ".",
                        "a refusal, or the server's own value",
                        member.getValue().toString()));
    }
}
