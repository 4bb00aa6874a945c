package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What values at one place of messages have had: their types, their members, and which of the words of the contract
 * they were. Holds nothing but names and words that stand in the contract.
 *
 * @param types the types there have been; all of them where nothing is known
 * @param members what the contract declares by name and was there
 * @param always those of them that each object had
 * @param others whether objects had members of which the contract says nothing
 * @param rest the values of members whose names are data, as those of a map
 * @param items the items of lists
 * @param words the values that an enumeration of the contract has, by their text
 * @param free whether there were values that no enumeration has
 * @param cut whether it lies too deep to be looked into
 */
record UsedValue(
        Set<Type> types,
        SortedMap<String, UsedValue> members,
        SortedSet<String> always,
        boolean others,
        Optional<UsedValue> rest,
        Optional<UsedValue> items,
        SortedMap<String, JsonNode> words,
        boolean free,
        boolean cut) {

    /** How deep values are looked into. */
    static final int DEEPEST = 24;

    /** A value that was never there. */
    static final UsedValue NONE = new UsedValue(
            EnumSet.noneOf(Type.class),
            Collections.emptySortedMap(),
            Collections.emptySortedSet(),
            false,
            Optional.empty(),
            Optional.empty(),
            Collections.emptySortedMap(),
            false,
            false);

    /** A value that may have been anything. */
    static final UsedValue ANY = new UsedValue(
            EnumSet.allOf(Type.class),
            NONE.members,
            NONE.always,
            true,
            Optional.empty(),
            Optional.empty(),
            NONE.words,
            true,
            false);

    /** What one value shows, at a place that a schema describes. */
    static UsedValue of(JsonNode value, Schema schema) {
        return of(value, Applied.of(schema), 0);
    }

    private static UsedValue of(JsonNode value, Applied schemas, int depth) {
        if (depth > DEEPEST) {
            return ANY.deep();
        }
        return switch (Type.of(value)) {
            case OBJECT -> object(value, schemas, depth);
            case ARRAY -> list(value, schemas, depth);
            default -> scalar(value, schemas);
        };
    }

    private static UsedValue object(JsonNode value, Applied schemas, int depth) {
        Set<String> declared = schemas.declared();
        SortedMap<String, UsedValue> members = new TreeMap<>();
        Optional<UsedValue> rest = Optional.empty();
        boolean others = false;
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Applied own = schemas.member(member.getKey());
            boolean unknown = own.schemas().isEmpty();
            if (declared.contains(member.getKey())) {
                members.put(member.getKey(), of(member.getValue(), own, depth + 1));
            } else if (unknown) {
                others = true;
            } else {
                rest = joined(rest, Optional.of(of(member.getValue(), own, depth + 1)), Presence.IN_BOTH);
            }
        }
        return new UsedValue(
                EnumSet.of(Type.OBJECT),
                members,
                new TreeSet<>(members.keySet()),
                others,
                rest,
                Optional.empty(),
                NONE.words,
                true,
                false);
    }

    private static UsedValue list(JsonNode value, Applied schemas, int depth) {
        Optional<UsedValue> items = Optional.empty();
        for (int i = 0; i < value.size(); i++) {
            items = joined(items, Optional.of(of(value.get(i), schemas.item(i), depth + 1)), Presence.IN_BOTH);
        }
        return new UsedValue(
                EnumSet.of(Type.ARRAY),
                NONE.members,
                NONE.always,
                false,
                Optional.empty(),
                items,
                NONE.words,
                true,
                false);
    }

    /** A number is a whole one only where the contract speaks of such. */
    private static UsedValue scalar(JsonNode value, Applied schemas) {
        Type type = Type.of(value) == Type.INTEGER && !schemas.is(Type.INTEGER) ? Type.NUMBER : Type.of(value);
        boolean word = schemas.schemas().stream().anyMatch(schema -> isWord(value, schema));
        SortedMap<String, JsonNode> words = new TreeMap<>();
        if (word) {
            words.put(value.toString(), value);
        }
        return new UsedValue(
                EnumSet.of(type),
                NONE.members,
                NONE.always,
                false,
                Optional.empty(),
                Optional.empty(),
                words,
                !word,
                false);
    }

    private static boolean isWord(JsonNode value, Schema schema) {
        for (JsonNode word : schema.keyword("enum")) {
            if (word.equals(value)) {
                return true;
            }
        }
        return schema.keyword("const").equals(value);
    }

    /** What both show together, of values that were one or the other. */
    UsedValue with(UsedValue other) {
        return with(other, Presence.IN_BOTH);
    }

    /** What both show together, of values that both speak of. */
    UsedValue beside(UsedValue other) {
        return with(other, Presence.IN_EITHER);
    }

    /** Where a member has to be always there, to be so altogether. */
    private enum Presence {
        IN_BOTH,
        IN_EITHER
    }

    private UsedValue with(UsedValue other, Presence presence) {
        if (types.isEmpty() || equals(other)) {
            return other;
        }
        if (other.types.isEmpty()) {
            return this;
        }
        Set<Type> all = EnumSet.copyOf(types);
        all.addAll(other.types);
        SortedMap<String, UsedValue> both = new TreeMap<>(members);
        other.members.forEach((name, value) -> both.merge(name, value, (one, another) -> one.with(another, presence)));
        SortedMap<String, JsonNode> spoken = new TreeMap<>(words);
        spoken.putAll(other.words);
        return new UsedValue(
                all,
                both,
                alwaysWith(other, presence),
                others || other.others,
                joined(rest, other.rest, presence),
                joined(items, other.items, presence),
                spoken,
                free || other.free,
                cut || other.cut);
    }

    /** Of values of which one was never an object, what the objects had. */
    private SortedSet<String> alwaysWith(UsedValue other, Presence presence) {
        SortedSet<String> both = new TreeSet<>(always);
        boolean bothObjects = types.contains(Type.OBJECT) && other.types.contains(Type.OBJECT);
        if (bothObjects && presence == Presence.IN_BOTH) {
            both.retainAll(other.always);
        } else {
            both.addAll(other.always);
        }
        return both;
    }

    private static Optional<UsedValue> joined(Optional<UsedValue> one, Optional<UsedValue> other, Presence presence) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().with(other.get(), presence))
                : one.or(() -> other);
    }

    /** The enumeration it keeps to; empty where it keeps to none. */
    Optional<SortedMap<String, JsonNode>> enumeration() {
        return free || words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** Whether nothing is known of its types. */
    boolean isAnything() {
        return types.equals(ANY.types);
    }

    /** The same, of what lies too deep. */
    UsedValue deep() {
        return new UsedValue(types, members, always, others, rest, items, words, free, true);
    }
}
