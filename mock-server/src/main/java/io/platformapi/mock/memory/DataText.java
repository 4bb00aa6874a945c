package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.PathTemplate.Segment;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.schema.Fault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered as JSON: things in a list by the path of their collection, an only one by its own; by their keys,
 * where they do not hold them themselves. A variable of a path has its value, or stands as it is where it may be
 * anything.
 */
final class DataText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DataText() {}

    /** What is wrong, and where: a JSON pointer. */
    record Problem(String pointer, String text) {}

    /** A state, and what of it cannot be remembered. */
    record Read(State state, List<Problem> problems) {}

    static ObjectNode written(State state, MemoryPlan plan) {
        ObjectNode told = JSON.objectNode();
        for (Holding holding : plan.holdings()) {
            if (!holding.isSingle() && holding.depth() == 0) {
                place(told, holding, new Address(List.of(), ""));
            }
            state.of(holding).forEach((address, value) -> {
                String path = path(holding.path(), address.scope());
                if (holding.isSingle()) {
                    told.set(path, value);
                } else if (holding.id().isPresent()) {
                    told.withArray("/" + path.replace("~", "~0").replace("/", "~1"))
                            .add(value);
                } else {
                    told.withObject("/" + path.replace("~", "~0").replace("/", "~1"))
                            .set(address.key(), value);
                }
            });
        }
        return told;
    }

    private static void place(ObjectNode told, Holding holding, Address address) {
        told.set(
                path(holding.path(), address.scope()), holding.id().isPresent() ? JSON.arrayNode() : JSON.objectNode());
    }

    private static String path(PathTemplate template, List<String> scope) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (Segment segment : template.segments()) {
            String part = segment.text();
            for (String variable : segment.variables()) {
                String value = scope.get(next++);
                part = value.equals(Address.ANY)
                        ? part
                        : part.replace(
                                "{" + variable + "}",
                                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
            }
            text.append('/').append(part);
        }
        return text.toString();
    }

    static Read read(JsonNode told, MemoryPlan plan) {
        List<Problem> problems = new ArrayList<>();
        State state = State.EMPTY;
        for (Map.Entry<String, JsonNode> entry : told.properties()) {
            String pointer = "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
            Optional<Place> place = place(entry.getKey(), plan);
            if (place.isEmpty()) {
                problems.add(
                        new Problem(pointer, "nothing is remembered at " + entry.getKey() + "; --list says where"));
            } else {
                state = read(state, place.get(), entry.getValue(), pointer, problems);
            }
        }
        return new Read(state, problems);
    }

    /** A collection, or an only one, with the values of its path. */
    private record Place(Holding holding, List<String> scope) {}

    private static Optional<Place> place(String path, MemoryPlan plan) {
        return plan.holdings().stream()
                .flatMap(holding -> scope(holding, path).map(scope -> new Place(holding, scope)).stream())
                .findFirst()
                .or(() -> plan.holdings().stream()
                        .filter(holding -> holding.noun().equals(path) && holding.depth() == 0)
                        .map(holding -> new Place(holding, List.of()))
                        .findFirst());
    }

    private static Optional<List<String>> scope(Holding holding, String path) {
        String[] parts = path.replaceFirst("^/", "").split("/", -1);
        List<Segment> segments = holding.path().segments();
        if (parts.length != segments.size()) {
            return Optional.empty();
        }
        List<String> scope = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Segment segment = segments.get(i);
            if (Inference.isVariable(segment)) {
                boolean any = parts[i].startsWith("{") && parts[i].endsWith("}");
                scope.add(any ? Address.ANY : decoded(parts[i]));
            } else if (!segment.text().equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(scope);
    }

    private static String decoded(String text) {
        return Query.of("a=" + text.replace("+", "%2B")).pairs().get(0).value();
    }

    private static State read(State so, Place place, JsonNode value, String pointer, List<Problem> problems) {
        Holding holding = place.holding();
        if (holding.isSingle()) {
            check(holding, value, pointer, problems);
            return so.with(holding, new Address(place.scope(), ""), value.isNull() ? NullNode.getInstance() : value);
        }
        State state = so;
        boolean keyed = holding.id().isEmpty();
        if (keyed ? !value.isObject() : !value.isArray()) {
            problems.add(new Problem(
                    pointer,
                    keyed ? "things without an id of their own stand by their keys" : "things stand in a list"));
            return so;
        }
        Making making = new Making(holding, Instant.EPOCH);
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        for (int i = 0; i < value.size(); i++) {
            String name = keyed ? names.get(i) : String.valueOf(i);
            JsonNode thing = keyed ? value.path(name) : value.path(i);
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            Optional<String> key = keyed
                    ? Optional.of(name)
                    : thing instanceof ObjectNode object ? making.ownKey(object) : Optional.empty();
            check(holding, thing, at, problems);
            if (key.isEmpty()) {
                problems.add(new Problem(
                        at, "it has no " + holding.id().orElse("key") + ", which tells it from the others"));
            } else {
                Address address = new Address(place.scope(), key.get());
                if (state.of(holding).containsKey(address)) {
                    problems.add(new Problem(
                            at, "another one has the " + holding.id().orElse("key") + " " + key.get()));
                }
                state = state.with(holding, address, thing);
            }
        }
        return state;
    }

    private static void check(Holding holding, JsonNode thing, String pointer, List<Problem> problems) {
        if (thing.isNull() && holding.isSingle()) {
            return;
        }
        List<Fault> faults = OneWay.WRITE_ONLY.faults(holding.schema(), thing);
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            problems.add(new Problem(
                    pointer + first.pointer(), "expected " + first.expected() + ", received " + first.received()));
        }
    }
}
