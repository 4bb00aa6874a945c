package io.platformapi.compat;

import io.platformapi.contract.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a change of a discriminator's mapping is told: by the values that tell variants apart. */
record MappingWords(Node was, Node is) {

    /** What follows the name of the keyword; both whole where more than the mapping changed. */
    String sentence() {
        List<String> said = Stream.of(
                        listed("gained", beyond(is, was)), listed("lost", beyond(was, is)), listed("has", elsewhere()))
                .filter(each -> !each.isEmpty())
                .toList();
        boolean alone = was.member("propertyName")
                .json()
                .equals(is.member("propertyName").json());
        return alone && !said.isEmpty()
                ? String.join(", and ", said) + "."
                : Contrast.of(was, is).sentence();
    }

    private static String listed(String verb, Map<String, String> values) {
        return values.isEmpty()
                ? ""
                : verb + " "
                        + values.entrySet().stream()
                                .map(each -> "\"" + each.getKey() + "\" for " + each.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> beyond(Node one, Node other) {
        Map<String, String> values = new LinkedHashMap<>();
        one.member("mapping").members().forEach((value, target) -> {
            if (!other.member("mapping").member(value).exists()) {
                values.put(value, name(target));
            }
        });
        return values;
    }

    private Map<String, String> elsewhere() {
        Map<String, String> values = new LinkedHashMap<>();
        was.member("mapping").members().forEach((value, target) -> {
            Node now = is.member("mapping").member(value);
            if (now.exists() && !now.json().equals(target.json())) {
                values.put(value, name(now) + " instead of " + name(target));
            }
        });
        return values;
    }

    private static String name(Node target) {
        String reference = target.json().asText();
        return "`" + reference.substring(reference.lastIndexOf('/') + 1) + "`";
    }
}
