package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The least and the largest whole number of a place, each with one on the way there. */
final class BoundVarieties {

    private BoundVarieties() {}

    /** Each bound that a number is not, and right numbers between both, for a {@link Proof}. */
    static Map<JsonNode, List<JsonNode>> of(Applied schemas, JsonNode value) {
        Map<JsonNode, List<JsonNode>> bounds = new LinkedHashMap<>();
        if (value.isIntegralNumber()) {
            schemas.schemas().stream()
                    .filter(schema -> schema.is(Type.INTEGER))
                    .forEach(schema -> Stream.of("minimum", "maximum")
                            .map(schema::keyword)
                            .filter(bound -> bound.isIntegralNumber() && bound.longValue() != value.longValue())
                            .forEach(bound -> bounds.putIfAbsent(bound, between(schema, value, bound))));
        }
        bounds.values().removeIf(List::isEmpty);
        return bounds;
    }

    private static List<JsonNode> between(Schema schema, JsonNode value, JsonNode bound) {
        BigInteger from = value.bigIntegerValue();
        BigInteger way = bound.bigIntegerValue().subtract(from);
        return Stream.of(2, 3)
                .map(part -> from.add(way.divide(BigInteger.valueOf(part))))
                .filter(number -> !number.equals(from))
                .<JsonNode>map(BigIntegerNode::valueOf)
                .filter(number -> schema.faults(number).isEmpty())
                .toList();
    }
}
