package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.reading.References.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two values are written the same, wherever that stands which they refer to: in another file, by another name,
 * or where it is used. What both lead to by references is noted, for whoever asks to look at.
 */
final class SameWriting {

    private static final String DISCRIMINATOR = "discriminator";
    private static final String MAPPING = "mapping";
    private static final List<String> UNIONS = List.of("oneOf", "anyOf");
    private static final Set<String> SETS = Set.of("required", "type", "enum");

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

    /** Branches of a union say the same in any order: where both have the same ones, those belong together. */
    private boolean haveSameBranches(List<WrittenValue> was, List<WrittenValue> is) {
        List<WrittenValue> olds = byLooks(was);
        List<WrittenValue> freshes = byLooks(is);
        boolean same = olds.stream()
                .map(SameWriting::looks)
                .toList()
                .equals(freshes.stream().map(SameWriting::looks).toList());
        return same ? haveSameItems(olds, freshes) : haveSameItems(was, is);
    }

    private static List<WrittenValue> byLooks(List<WrittenValue> branches) {
        return branches.stream()
                .sorted(Comparator.comparing(SameWriting::looks))
                .toList();
    }

    /** What a branch is called, or a number that those have which say the same in any order. */
    private static String looks(WrittenValue branch) {
        return branch.isReference() ? name(branch) : String.valueOf(number(branch.json()));
    }

    private static int number(JsonNode value) {
        int sum = value.size();
        for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
            sum += number(item);
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            sum += member.getKey().hashCode() ^ number(member.getValue());
        }
        return value.isContainerNode() ? sum : value.hashCode();
    }

    private static String name(WrittenValue reference) {
        return reference.json().get("$ref").textValue().replaceFirst(".*/", "");
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
        boolean union =
                UNIONS.contains(name) && was.json().isArray() && is.json().isArray();
        if (union) {
            return haveSameBranches(was.items(), is.items());
        }
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
        UNIONS.stream()
                .map(schema::get)
                .filter(Objects::nonNull)
                .flatMap(union -> union.items().stream())
                .filter(WrittenValue::isReference)
                .filter(branch -> branch.target()
                        .filter(found -> mapped.contains(found.place().pointer()))
                        .isEmpty())
                .forEach(branch -> words.putIfAbsent(name(branch), branch.target()));
        return words;
    }
}
