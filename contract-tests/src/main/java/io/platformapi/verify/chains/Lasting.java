package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.check.OneWay;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a resource stays as it is while nobody changes that. Numbers that no client writes do not: ranks, places in
 * an order, shares of a total, counts of what was done. What is owned does.
 */
final class Lasting {

    private static final Pattern OWNED = Pattern.compile("(?i).*(balance|amount|stock|quantity|price|paid).*");

    private Lasting() {}

    /** What stays of what is shown of a resource. */
    static JsonNode of(Scene scene, JsonNode shown) {
        JsonNode kept = Likeness.ofKept().without(Identity.resource(shown));
        return withoutMoving(kept, writable(scene, Act.CREATE, Act.REPLACE, Act.CHANGE));
    }

    /** What stays where the same is sent again: a server may keep a history of that (RFC 9110, section 9.2.2). */
    static JsonNode withoutHistory(Scene scene, JsonNode shown) {
        Set<String> written = writable(scene, Act.CREATE, Act.REPLACE, Act.CHANGE);
        JsonNode lasting = of(scene, shown);
        if (lasting instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isArray() && !written.contains(member.getKey()));
        }
        return lasting;
    }

    /** The members that clients may write, by what bodies are documented to have. */
    static Set<String> writable(Scene scene, Act... roles) {
        return Stream.of(roles)
                .flatMap(role -> scene.family().operation(role).stream())
                .flatMap(operation -> operation.body().stream())
                .flatMap(body -> body.contents().stream())
                .map(Content::schema)
                .map(Applied::of)
                .flatMap(schema ->
                        schema.declared().stream().filter(name -> !OneWay.READ_ONLY.marks(schema.member(name))))
                .collect(Collectors.toSet());
    }

    /** An object without the numbers, and what is another each time, that are none of some members, at any depth. */
    private static JsonNode withoutMoving(JsonNode value, Set<String> written) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode left = object.objectNode();
        object.properties().stream()
                .filter(member -> written.contains(member.getKey())
                        || OWNED.matcher(member.getKey()).matches()
                        || !member.getValue().isNumber() && !Likeness.moves(member.getKey()))
                .forEach(member -> left.set(
                        member.getKey(),
                        written.contains(member.getKey())
                                ? member.getValue()
                                : withoutMoving(member.getValue(), written)));
        return left;
    }

    /**
     * Whether a resource is as it was, but for what another took from it: one of all is the first, or in use.
     *
     * @param other what is lasting of the other, as it is now; missing where that is not known
     */
    static boolean isKept(JsonNode before, JsonNode after, JsonNode other) {
        if (!before.isObject() || !after.isObject()) {
            return before.equals(after);
        }
        return Stream.concat(before.properties().stream(), after.properties().stream())
                .map(member -> member.getKey())
                .allMatch(name -> {
                    JsonNode old = before.path(name);
                    JsonNode now = after.path(name);
                    boolean unset = old.isBoolean() && old.asBoolean() && !now.asBoolean();
                    return old.equals(now) || unset || !old.isMissingNode() && old.equals(other.path(name));
                });
    }
}
