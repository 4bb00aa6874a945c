package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.verify.cases.RequestValues.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The values of a request without one of them each: a parameter, the body, a member or an item of it. */
final class SmallerValues {

    private SmallerValues() {}

    /** The inputs, those that leave out most first; whether they are valid, the contract says. */
    static List<RequestValues> of(RequestValues input) {
        List<RequestValues> smaller = new ArrayList<>();
        input.arguments().stream()
                .map(Argument::parameter)
                .filter(parameter -> !parameter.required())
                .forEach(parameter -> smaller.add(input.without(parameter)));
        if (input.hasBody()) {
            smaller.add(input.requiredBody());
            inside(input.body(), input::withBody, smaller);
        }
        return smaller.stream().filter(other -> !other.equals(input)).toList();
    }

    private static void inside(JsonNode value, Function<JsonNode, RequestValues> around, List<RequestValues> smaller) {
        if (value instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> smaller.add(around.apply(object.deepCopy().without(name))));
            names.forEach(name -> inside(
                    object.get(name), inner -> around.apply(object.deepCopy().set(name, inner)), smaller));
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                ArrayNode less = array.deepCopy();
                less.remove(i);
                smaller.add(around.apply(less));
            }
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                inside(
                        array.get(i),
                        inner -> {
                            ArrayNode changed = array.deepCopy();
                            changed.remove(at);
                            return around.apply(changed.insert(at, inner));
                        },
                        smaller);
            }
        }
    }
}
