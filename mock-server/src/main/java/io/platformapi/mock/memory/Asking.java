package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was let in, as the memory sees it.
 *
 * @param task what its operation is to the memory
 * @param values the texts of the path's variables, in order
 * @param bound what it says, typed
 * @param sent the request itself
 * @param now when
 */
record Asking(Task task, List<String> values, BoundRequest bound, HttpRequest sent, Instant now) {

    static Asking of(Task task, Map<String, String> path, BoundRequest bound, HttpRequest sent, Instant now) {
        List<String> values = task.operation().path().variables().stream()
                .map(name -> path.getOrDefault(name, ""))
                .toList();
        return new Asking(task, values, bound, sent, now);
    }

    Operation operation() {
        return task.operation();
    }

    Holding holding() {
        return task.holding();
    }

    /** Where the things are that are meant. */
    List<String> scope() {
        return task.isView() ? List.of() : values.subList(0, Math.min(holding().depth(), values.size()));
    }

    /** The key that the path gives; empty where it gives none. */
    Optional<String> key() {
        int depth = holding().depth();
        return !holding().isSingle() && !task.isView() && values.size() > depth
                ? Optional.of(values.get(depth))
                : Optional.empty();
    }

    /** The body as one value; missing where there is none. */
    JsonNode body() {
        JsonNode whole = bound.body();
        if (!whole.isMissingNode()) {
            return whole;
        }
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        bound.parts().stream()
                .filter(part ->
                        part.in() == In.BODY && part.isGiven() && !part.name().isEmpty())
                .forEach(part -> members.set(part.name(), part.value()));
        return members.isEmpty() ? whole : members;
    }

    /** What the body may be, in the type that was sent. */
    Optional<Schema> bodySchema() {
        return operation()
                .body()
                .flatMap(body -> sent.contentType()
                        .flatMap(body::content)
                        .or(() -> body.contents().stream().findFirst()))
                .map(Content::schema);
    }

    /** The thing that the body tells of, without what only answers have. */
    ObjectNode thing() {
        JsonNode body = body();
        Optional<Schema> schema = bodySchema();
        JsonNode clean =
                schema.map(each -> OneWay.READ_ONLY.without(each, body)).orElse(body);
        JsonNode inner = schema.flatMap(
                        each -> Inlay.thing(each, holding().noun(), holding().schema()))
                .map(inlay -> clean.at(inlay.pointer()))
                .filter(JsonNode::isObject)
                .orElse(clean);
        return inner instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    boolean isPatch() {
        return body().isArray()
                || sent.contentType()
                        .filter(type -> type.essence().equals("application/json-patch+json"))
                        .isPresent();
    }

    /** What the path of the request has before that of its operation. */
    String prefix() {
        int own = operation().path().segments().size();
        String[] all = sent.path().split("/", -1);
        int before = Math.max(1, all.length - own);
        return String.join("/", List.of(all).subList(0, before));
    }
}
