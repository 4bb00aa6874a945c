package io.platformapi.mock.memory;

import io.platformapi.contract.check.Applied;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The declared members of schemas, those of unions included, and what they tell of a thing. */
final class ThingMembers {

    private static final List<String> IDS =
            List.of("id", "uuid", "guid", "key", "slug", "code", "name", "number", "sid");

    private static final List<String> ENDS = List.of("id", "key", "uuid", "code", "slug");

    private ThingMembers() {}

    static Set<String> names(Schema schema) {
        return Applied.of(schema).declared();
    }

    /** The schema of a member, the first where several speak of it. */
    static Optional<Schema> schema(Schema owner, String name) {
        return Applied.of(owner).member(name).schemas().stream().findFirst();
    }

    /** Whether a value of the schema is a thing: has members. */
    static boolean isThing(Schema schema) {
        return Applied.of(schema).is(Type.OBJECT) || !names(schema).isEmpty();
    }

    static boolean isScalar(Schema schema) {
        Applied all = Applied.of(schema);
        return !all.is(Type.OBJECT) && !all.is(Type.ARRAY);
    }

    /** Whether two schemas speak of the same things: one definition, or half of the members of either. */
    static boolean alike(Schema one, Schema other) {
        if (one.name().isPresent() && one.name().equals(other.name())
                || one.node().json() == other.node().json()) {
            return one.node().exists();
        }
        Set<String> names = names(one);
        Set<String> others = names(other);
        Set<String> shared = new HashSet<>(names);
        shared.retainAll(others);
        return !shared.isEmpty() && shared.size() * 2 >= Math.min(names.size(), others.size());
    }

    /** The member that a variable of a path stands for: by its own name, by that after the noun, or by custom. */
    static Optional<String> meant(Schema thing, String variable, String noun) {
        Set<String> names = names(thing);
        String plain = Words.plain(variable);
        String one = Words.one(noun);
        String rest = plain.startsWith(one) ? plain.substring(one.length()) : plain;
        return Stream.concat(Stream.of(plain, rest), ends(plain))
                .flatMap(wanted -> named(thing, names, wanted))
                .findFirst()
                .or(() -> IDS.stream()
                        .flatMap(custom -> named(thing, names, custom))
                        .findFirst())
                .or(() -> named(thing, names, one + "id").findFirst())
                .or(() -> only(thing));
    }

    /** The only member that a thing has to have and that is called as ids are: {@code catKey}. */
    private static Optional<String> only(Schema thing) {
        List<String> called = Applied.of(thing).required().stream()
                .filter(name -> ENDS.stream().anyMatch(Words.plain(name)::endsWith))
                .filter(name ->
                        schema(thing, name).filter(ThingMembers::isScalar).isPresent())
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    private static Stream<String> ends(String plain) {
        return IDS.stream().filter(plain::endsWith);
    }

    private static Stream<String> named(Schema thing, Set<String> names, String wanted) {
        return names.stream()
                .filter(name -> !wanted.isEmpty() && Words.plain(name).equals(wanted))
                .filter(name ->
                        schema(thing, name).filter(ThingMembers::isScalar).isPresent());
    }

    /** The member that says to which of another kind a thing belongs: {@code ownerId}, not {@code id}. */
    static Optional<String> belonging(Schema thing, String variable, String noun) {
        String plain = Words.plain(variable);
        String one = Words.one(noun);
        Set<String> names = names(thing);
        return Stream.of(plain, one + plain, one + "id")
                .filter(wanted -> !IDS.contains(wanted))
                .flatMap(wanted -> named(thing, names, wanted))
                .findFirst();
    }
}
