package io.platformapi.contract.check;

import io.platformapi.contract.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A member at any depth of a value.
 *
 * @param path the names and indexes that lead to it, from the outside
 */
record Member(List<String> path) {

    /** Deeper than variants stand in variants of any document that is read by people. */
    private static final int DEEPEST = 20;

    /** The member at a JSON pointer. */
    static Member at(String pointer) {
        return new Member(
                pointer.isEmpty()
                        ? List.of()
                        : Stream.of(pointer.substring(1).split("/", -1))
                                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                                .toList());
    }

    /** What the schema of the whole value says of the member: one schema for each variant that declares it. */
    Stream<Schema> schemas(Schema whole) {
        List<Schema> at = List.of(whole);
        for (String name : path) {
            at = below(at, name);
        }
        return at.stream();
    }

    /** What the schema of the whole value says of the object that has the member; nothing for the value itself. */
    Stream<Schema> owners(Schema whole) {
        return path.isEmpty() ? Stream.empty() : new Member(path.subList(0, path.size() - 1)).schemas(whole);
    }

    String name() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    /** What schemas say of the member or item of a name: each of their variants that speaks of it. */
    static List<Schema> below(List<Schema> owners, String name) {
        Set<Schema> all = new LinkedHashSet<>();
        owners.forEach(owner -> collect(owner, all, 0));
        return all.stream().flatMap(owner -> below(owner, name)).toList();
    }

    private static void collect(Schema owner, Set<Schema> all, int depth) {
        if (depth < DEEPEST && all.add(owner)) {
            owner.parts().stream()
                    .flatMap(part -> part.variants().stream())
                    .forEach(variant -> collect(variant, all, depth + 1));
        }
    }

    private static Stream<Schema> below(Schema owner, String name) {
        if (owner.properties().containsKey(name)) {
            return Stream.of(owner.properties().get(name));
        }
        return name.matches("\\d+")
                ? Stream.concat(item(owner, name), owner.additionalProperties().stream())
                : owner.additionalProperties().stream();
    }

    private static Stream<Schema> item(Schema owner, String index) {
        List<Schema> tuple = owner.tuple();
        boolean first = index.length() < 6 && Integer.parseInt(index) < tuple.size();
        return Stream.of(first ? tuple.get(Integer.parseInt(index)) : owner.items());
    }
}
