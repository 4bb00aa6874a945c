package io.platformapi.contract.layout;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a plain field takes: a kind of value, or one of some words.
 *
 * @param form the kind of value; a text where it is one of some words
 * @param words the words, each with the versions that know it; none where any value of the kind will do
 */
public record Takes(Plain form, Map<String, Field.Versions> words) {

    /** As the table of {@link Layout} writes it: {@code text}, or {@code (a|b|c@3.2)}. */
    static Takes of(String written) {
        if (!written.startsWith("(")) {
            return new Takes(Plain.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_')), Map.of());
        }
        Map<String, Field.Versions> words = new LinkedHashMap<>();
        Arrays.stream(written.substring(1, written.length() - 1).split("\\|"))
                .map(word -> word.split("@"))
                .forEach(word -> words.put(word[0], Field.Versions.of(word.length == 1 ? null : word[1])));
        return new Takes(Plain.TEXT, words);
    }

    /** Whether it is true or false. */
    public boolean isFlag() {
        return form == Plain.FLAG;
    }

    /** Whether a value is one that a version takes. */
    public boolean accepts(JsonNode value, String version) {
        return form.accepts(value) && (words.isEmpty() || known(version).contains(value.asText()));
    }

    /** What it takes, such as {@code true or false}. */
    String phrase(String version) {
        List<String> known = known(version);
        int last = known.size() - 1;
        return switch (known.size()) {
            case 0 -> form.phrase();
            case 1 -> known.get(0);
            default -> String.join(", ", known.subList(0, last)) + " or " + known.get(last);
        };
    }

    /** What would be right in place of a value, as the end of a sentence; nothing where nobody knows. */
    String meant(String name, JsonNode value, String version) {
        if (!words.isEmpty()) {
            return value.isTextual() ? Suggestion.of(value.asText(), known(version)) : "";
        }
        return form.meant(value).map(right -> "; write " + name + ": " + right).orElse("");
    }

    /** The words that a version knows. */
    private List<String> known(String version) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().include(version))
                .map(Map.Entry::getKey)
                .toList();
    }
}
