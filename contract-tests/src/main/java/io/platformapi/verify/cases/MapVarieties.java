package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.example.PatternWays;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Maps of other sizes: none, and as many members as may be. */
final class MapVarieties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LETTERS = 26;

    private MapVarieties() {}

    /** The values by words for each; none where a schema is of no map, or its members may have to be there. */
    static Map<String, JsonNode> of(Schema schema, JsonNode value) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        int most = schema.keyword("maxProperties").asInt(3);
        if (!value.isObject() || most > ValueVarieties.MOST) {
            return found;
        }
        schema.additionalProperties().ifPresent(each -> {
            found.put("no members", JSON.objectNode());
            many(each, names(most)).ifPresent(all -> found.put("as many members as may be", all));
        });
        schema.keyword("patternProperties")
                .fieldNames()
                .forEachRemaining(pattern -> many(schema.below("patternProperties", pattern), names(pattern, most))
                        .ifPresent(all -> found.putIfAbsent("as many members as may be by a pattern", all)));
        return found;
    }

    private static Optional<JsonNode> many(Schema each, List<String> names) {
        if (ValueVarieties.mayRefer(each)) {
            return Optional.empty();
        }
        ObjectNode many = JSON.objectNode();
        for (String name : names) {
            boolean nought = !each.is(Type.BOOLEAN)
                    && many.isEmpty()
                    && each.faults(JSON.numberNode(0)).isEmpty();
            JsonNode made = nought
                    ? JSON.numberNode(0)
                    : Sampler.ofRequests(Whim.seeded(many.size())).valid(each).orElse(JSON.nullNode());
            many.set(name, made);
        }
        return Optional.of(many);
    }

    private static List<String> names(int most) {
        return IntStream.range(0, most)
                .mapToObj(i -> (char) ('a' + i % LETTERS) + (i < LETTERS ? "" : String.valueOf(i / LETTERS)))
                .toList();
    }

    /** Names that a pattern allows: what it allows, with other letters or digits at one place. */
    private static List<String> names(String pattern, int most) {
        List<String> names = new ArrayList<>();
        for (String text : PatternWays.of(pattern, 1, ValueVarieties.MOST)) {
            RegexFinder finder = RegexFinder.of(pattern);
            IntStream.range(0, text.length())
                    .boxed()
                    .flatMap(at -> "abcxyzABCXYZ0123456789"
                            .chars()
                            .mapToObj(sign -> text.substring(0, at) + (char) sign + text.substring(at + 1)))
                    .filter(name -> finder.finds(name) && !names.contains(name))
                    .limit(Math.max(0, most - names.size()))
                    .forEach(names::add);
        }
        return names;
    }
}
