package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.mock.journal.JournalEntry;
import io.platformapi.mock.journal.Redaction;
import io.platformapi.mock.journal.RequestPattern;
import java.util.Comparator;
import java.util.List;

/**
 * What a test expects to have been asked.
 *
 * @param pattern which requests it means
 * @param count how many of them
 */
record ExpectedRequests(RequestPattern pattern, Count count) {

    private static final int NEAREST = 3;

    /** How many, both ends included. */
    record Count(int least, int most) {

        boolean includes(int number) {
            return least <= number && number <= most;
        }

        @Override
        public String toString() {
            if (most == Integer.MAX_VALUE) {
                return "at least " + requests(least);
            }
            return least == most ? "exactly " + requests(least) : "between " + least + " and " + requests(most);
        }

        private static String requests(int number) {
            return number + (number == 1 ? " request" : " requests");
        }
    }

    private record Near(JournalEntry entry, List<String> misses) {}

    /** Whether that is what a journal holds, whatever was not looked at; if not, what comes nearest. */
    JsonNode verdict(List<JournalEntry> entries, Redaction redaction) {
        List<Near> judged = entries.stream()
                .map(entry -> new Near(entry, pattern.misses(entry)))
                .toList();
        int number =
                (int) judged.stream().filter(near -> near.misses().isEmpty()).count();
        int open = (int) entries.stream().filter(pattern::mayMean).count();
        boolean passes = count.includes(number) && count.includes(number + open);
        ObjectNode verdict = JsonNodeFactory.instance
                .objectNode()
                .put("passes", passes)
                .put("count", number)
                .put(
                        "message",
                        "Expected " + count + ", and there " + (number == 1 ? "was 1" : "were " + number) + "."
                                + (open == 0 ? "" : " Of " + open + " more the body was not looked at."));
        ArrayNode nearest = verdict.putArray("nearest");
        if (!passes) {
            judged.stream()
                    .filter(near -> !near.misses().isEmpty())
                    .sorted(Comparator.comparing((Near near) -> near.misses().size())
                            .thenComparing(near -> -near.entry().number()))
                    .limit(NEAREST)
                    .forEach(near -> nearest.add(told(near, redaction)));
        }
        return verdict;
    }

    private static ObjectNode told(Near near, Redaction redaction) {
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("number", near.entry().number())
                .put("method", near.entry().request().method())
                .put("target", redaction.target(near.entry().request()));
        ArrayNode misses = told.putArray("misses");
        near.misses().forEach(misses::add);
        return told;
    }
}
