package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/**
 * A format of texts.
 *
 * @param words what would be right, as a phrase
 * @param test whether a text is right
 * @param refused a text that is not; empty where every text is right
 * @param sample makes a right text: it asks for numbers from 0 up to, not including, the bound it gives
 * @param others right texts of other shapes and lengths
 */
public record TextFormat(
        String name, String words, Predicate<String> test, String refused, Sample sample, List<String> others)
        implements KnownFormat {

    private static final List<String> WORDS = List.of(
            "amber", "birch", "cedar", "dune", "ember", "fjord", "grove", "harbour", "island", "juniper", "kelp",
            "lagoon", "meadow", "north", "ocean", "prairie", "quartz", "river", "summit", "tundra");

    /** Makes a text of numbers that it asks for. */
    @FunctionalInterface
    public interface Sample {
        String text(LongUnaryOperator pick);
    }

    public TextFormat {
        others = List.copyOf(others);
    }

    /** A short word of small letters. */
    public static String word(LongUnaryOperator pick) {
        return WORDS.get((int) pick.applyAsLong(WORDS.size()));
    }

    @Override
    public boolean accepts(JsonNode value) {
        return !value.isTextual() || test.test(value.textValue());
    }

    @Override
    public JsonNode wrong() {
        return refused.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(refused);
    }
}
