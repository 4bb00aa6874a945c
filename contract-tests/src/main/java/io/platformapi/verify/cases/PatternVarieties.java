package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.example.PatternWays;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Other texts that a pattern allows, each of another shape than the one that was accepted. */
final class PatternVarieties {

    private static final int MOST = 4;
    private static final int TRIES = 8;
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String CAPITAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private PatternVarieties() {}

    /**
     * A text, and what tells why it was refused, as in {@link Proof}.
     *
     * @param usual other texts of the shape of the accepted one; none where there is none
     * @param alike other texts of the shape of this one; none where there is none
     */
    record Shaped(JsonNode text, List<JsonNode> usual, List<JsonNode> alike) {}

    /** The texts of one place, by the text that is there, or would be. */
    static List<Shaped> of(Applied schemas, JsonNode value) {
        return value.isTextual()
                ? patterned(schemas)
                        .flatMap(schema -> of(schema, value.asText()))
                        .toList()
                : List.of();
    }

    /** The schemas of a place that have a pattern that tells more than that people write as they like. */
    static Stream<Schema> patterned(Applied schemas) {
        return schemas.schemas().stream()
                .filter(schema -> schema.keyword("pattern").isTextual())
                .filter(schema ->
                        schema.format().isEmpty() && schema.keyword("enum").isMissingNode())
                .filter(schema -> !ValueVarieties.isOfPeople(schema));
    }

    private static Stream<Shaped> of(Schema schema, String there) {
        String pattern = schema.keyword("pattern").asText();
        int least = schema.keyword("minLength").asInt(0);
        int most = schema.keyword("maxLength").asInt(Integer.MAX_VALUE);
        return PatternWays.of(pattern, least, most).stream()
                .filter(text -> isRight(schema, text) && !text.equals(there))
                .filter(text -> !shape(text).equals(shape(there)) || pattern.contains("|"))
                .limit(MOST)
                .map(text -> new Shaped(TextNode.valueOf(text), others(schema, there), others(schema, text)));
    }

    private static boolean isRight(Schema schema, String text) {
        return schema.faults(TextNode.valueOf(text)).isEmpty();
    }

    /** Which kind of characters stands where. */
    private static String shape(String text) {
        return text.replaceAll("[a-z]", "a").replaceAll("[A-Z]", "A").replaceAll("[0-9]", "0");
    }

    /** Two right texts of the shape of one, as far as there are any. */
    private static List<JsonNode> others(Schema schema, String text) {
        return LongStream.range(0, TRIES)
                .mapToObj(seed -> other(schema, text, new Random(seed)))
                .filter(other -> !other.equals(text))
                .distinct()
                .limit(2)
                .<JsonNode>map(TextNode::valueOf)
                .toList();
    }

    /** The text with each letter and digit replaced by another, as far as that is right. */
    private static String other(Schema schema, String text, Random random) {
        String other = text;
        for (int i = 0; i < text.length(); i++) {
            for (String kind : List.of(SMALL, CAPITAL, DIGITS)) {
                if (kind.indexOf(text.charAt(i)) >= 0) {
                    String changed =
                            other.substring(0, i) + kind.charAt(random.nextInt(kind.length())) + other.substring(i + 1);
                    other = isRight(schema, changed) ? changed : other;
                }
            }
        }
        return other;
    }
}
