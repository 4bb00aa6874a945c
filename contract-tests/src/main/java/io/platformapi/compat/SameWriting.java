package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.reading.References.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether two values are written the same, wherever that stands which they refer to: in another file, by another name,
 * or where it is used. What both lead to by references is noted, for whoever asks to look at.
 */
final class SameWriting {

    private static final String DISCRIMINATOR = "discriminator";
    private static final String MAPPING = "mapping";
    private static final Set<String> SETS = Set.of("required", "type");

    private final List<Step> led = new ArrayList<>();

    /** Two places that references lead to. */
    record Step(Located was, Located is) {}

    private SameWriting() {}

    /** Where both lead to; empty where they are written otherwise. */
    static Optional<List<Step>> of(WrittenValue was, WrittenValue is) {
        SameWriting writing = new SameWriting();
        return writing.isSame(was, is) ? Optional.of(writing.led) : Optional.empty();
    }

    private boolean isSame(WrittenValue was, WrittenValue is) {
        if (was.json().equals(is.json())) {
            return was.references().stream().allMatch(each -> leadOn(was.referred(each), is.referred(each)));
        } else if (was.isReference() && is.isReference()) {
            return was.beside().equals(is.beside()) && was.target().isPresent() && leadOn(was.target(), is.target());
        } else if (was.json().isArray() && is.json().isArray()) {
            return haveSameItems(was.items(), is.items());
        }
        return was.json().isObject() && is.json().isObject() && haveSameMembers(was.members(), is.members());
    }

    private boolean leadOn(Optional<WrittenValue> was, Optional<WrittenValue> is) {
        if (was.isPresent() && is.isPresent()) {
            led.add(new Step(was.get().place(), is.get().place()));
        }
        return was.isPresent() == is.isPresent();
    }

    private boolean haveSameItems(List<WrittenValue> was, List<WrittenValue> is) {
        boolean same = was.size() == is.size();
        for (int i = 0; same && i < was.size(); i++) {
            same = isSame(was.get(i), is.get(i));
        }
        return same;
    }

    private boolean haveSameMembers(Map<String, WrittenValue> was, Map<String, WrittenValue> is) {
        return was.keySet().equals(is.keySet())
                && was.entrySet().stream()
                        .allMatch(each ->
                                isSame(each.getKey(), each.getValue(), Objects.requireNonNull(is.get(each.getKey()))))
                && (!was.containsKey(DISCRIMINATOR) || standForTheSame(words(was), words(is)));
    }

    private boolean isSame(String name, WrittenValue was, WrittenValue is) {
        boolean set = SETS.contains(name) && was.json().isArray() && is.json().isArray();
        boolean words =
                name.equals(DISCRIMINATOR) && was.json().isObject() && is.json().isObject();
        return set && set(was.json()).equals(set(is.json()))
                || (words ? haveSameMembers(withoutMapping(was), withoutMapping(is)) : isSame(was, is));
    }

    private static Map<String, WrittenValue> withoutMapping(WrittenValue discriminator) {
        Map<String, WrittenValue> members = discriminator.members();
        members.remove(MAPPING);
        return members;
    }

    private static Set<JsonNode> set(JsonNode list) {
        Set<JsonNode> items = new HashSet<>();
        list.forEach(items::add);
        return items;
    }

    /** Whether the words of two discriminators are the same, and what each leads to. */
    private boolean standForTheSame(Map<String, Optional<WrittenValue>> was, Map<String, Optional<WrittenValue>> is) {
        return was.keySet().equals(is.keySet())
                && was.entrySet().stream()
                        .allMatch(each -> leadOn(each.getValue(), Objects.requireNonNull(is.get(each.getKey()))));
    }

    /**
     * What the words of a discriminator stand for: by its mapping, and for branches that it leaves out by their names.
     */
    private static Map<String, Optional<WrittenValue>> words(Map<String, WrittenValue> schema) {
        Map<String, Optional<WrittenValue>> words = new LinkedHashMap<>();
        Set<String> mapped = new HashSet<>();
        Optional.ofNullable(schema.get(DISCRIMINATOR))
                .map(discriminator -> discriminator.members().get(MAPPING))
                .ifPresent(mapping -> mapping.members().forEach((word, target) -> {
                    words.put(word, target.mapped());
                    target.mapped().ifPresent(found -> mapped.add(found.place().pointer()));
                }));
        Stream.of("oneOf", "anyOf")
                .map(schema::get)
                .filter(Objects::nonNull)
                .flatMap(union -> union.items().stream())
                .filter(WrittenValue::isReference)
                .filter(branch -> branch.target()
                        .filter(found -> mapped.contains(found.place().pointer()))
                        .isEmpty())
                .forEach(branch -> words.putIfAbsent(
                        branch.json().get("$ref").textValue().replaceFirst(".*/", ""), branch.target()));
        return words;
    }
}
