package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The members that an object of a request has, and those that it might have.
 *
 * @param refers by which names nothing is made up: they may name what has to be there
 */
record ObjectMembers(Applied schemas, ObjectNode object, Predicate<String> refers) {

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        schemas.declared().stream()
                .filter(name -> !OneWay.READ_ONLY.marks(schemas.member(name)))
                .forEach(names::add);
        return names;
    }

    /** The value of a member, or one that it may have; empty where there is none. */
    Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name))
                .or(() -> refers.test(name)
                        ? Optional.empty()
                        : schemas.member(name).schemas().stream().findFirst().flatMap(ObjectMembers::madeUp));
    }

    /** What the document shows, or any that is right: a made-up code of a country may be none. */
    static Optional<JsonNode> madeUp(Schema schema) {
        return Stream.of(schema.keyword("example"), schema.keyword("examples").path(0), schema.keyword("default"))
                .filter(shown -> !shown.isMissingNode() && ReadOnly.isValid(schema, shown))
                .findFirst()
                .or(() -> Sampler.ofRequests(Whim.seeded(5)).valid(schema));
    }

    /** Only what has to be there. */
    ObjectNode required() {
        ObjectNode required = JsonNodeFactory.instance.objectNode();
        schemas.required().stream().filter(object::has).forEach(name -> required.set(name, object.get(name)));
        return required;
    }

    /** The object with another member, or another value of one. */
    static ObjectNode with(ObjectNode object, String name, JsonNode value) {
        ObjectNode changed = object.deepCopy();
        changed.set(name, value);
        return changed;
    }

    /** The object with another value of one of its members, or a further member with what that asks for beside it. */
    ObjectNode with(String name, JsonNode value) {
        ObjectNode changed = with(object, name, value);
        schemas.dependents(changed).stream()
                .filter(dependent -> !changed.has(dependent))
                .forEach(dependent -> value(dependent).ifPresent(beside -> changed.set(dependent, beside)));
        return changed;
    }

    /** The object without a member. */
    ObjectNode without(String name) {
        ObjectNode changed = object.deepCopy();
        changed.remove(name);
        return changed;
    }
}
