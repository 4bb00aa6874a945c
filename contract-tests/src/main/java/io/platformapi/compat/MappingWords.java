package io.platformapi.compat;

import io.platformapi.contract.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a change of what a discriminator tells apart is told: by the values that stand for variants.
 *
 * @param was the schema that had the discriminator
 * @param is the schema that has it now
 */
record MappingWords(Node was, Node is) {

    private static final String KEYWORD = "discriminator";

    /** The words for two discriminators, each in its schema. */
    static MappingWords of(Node before, Node after) {
        return new MappingWords(before.parent(), after.parent());
    }

    /** What follows the name of the keyword; both whole where more than the mapping changed. */
    String sentence() {
        List<String> said = said();
        boolean alone = discriminator(was)
                .member("propertyName")
                .json()
                .equals(discriminator(is).member("propertyName").json());
        return alone && !said.isEmpty()
                ? String.join(", and ", said) + "."
                : Contrast.of(discriminator(was), discriminator(is)).sentence();
    }

    /** Whether values stand for other variants. */
    boolean tellsVariants() {
        return !said().isEmpty();
    }

    private List<String> said() {
        Map<String, String> before = values(was);
        Map<String, String> after = values(is);
        return Stream.of(
                        listed("gained", beyond(after, before)),
                        listed("lost", beyond(before, after)),
                        listed("has", elsewhere(before, after)))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Node discriminator(Node schema) {
        return schema.member(KEYWORD);
    }

    private static String listed(String verb, Map<String, String> values) {
        return values.isEmpty()
                ? ""
                : verb + " "
                        + values.entrySet().stream()
                                .map(each -> "\"" + each.getKey() + "\" for " + each.getValue())
                                .collect(Collectors.joining(", "));
    }

    /** What each value stands for: by the mapping, and for the branches that it leaves out by their names. */
    private static Map<String, String> values(Node schema) {
        Map<String, String> values = new LinkedHashMap<>();
        discriminator(schema).member("mapping").members().forEach((value, target) -> values.put(value, name(target)));
        for (String keyword : List.of("oneOf", "anyOf")) {
            schema.member(keyword).items().stream()
                    .filter(Node::isReference)
                    .map(branch -> name(branch.member("$ref")))
                    .filter(name -> !values.containsValue(name))
                    .forEach(name -> values.put(name.substring(1, name.length() - 1), name));
        }
        return values;
    }

    private static Map<String, String> beyond(Map<String, String> one, Map<String, String> other) {
        Map<String, String> values = new LinkedHashMap<>(one);
        values.keySet().removeAll(other.keySet());
        return values;
    }

    private static Map<String, String> elsewhere(Map<String, String> before, Map<String, String> after) {
        Map<String, String> values = new LinkedHashMap<>();
        before.forEach((value, target) -> {
            String now = after.getOrDefault(value, target);
            if (!now.equals(target)) {
                values.put(value, now + " instead of " + target);
            }
        });
        return values;
    }

    private static String name(Node target) {
        String reference = target.json().asText();
        return "`" + reference.substring(reference.lastIndexOf('/') + 1) + "`";
    }
}
