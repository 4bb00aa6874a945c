package io.platformapi.contract.format;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Known names, found by their characters: a reader that meets one needs no text of its own for it. Immutable.
 *
 * <p>A hash table with open addressing, at most half full. The hash looks at three characters and the length, for names
 * are compared at once, and nobody but the document fills the table.
 */
final class NameTable {

    private final @Nullable Name[] slots;
    private final int mask;

    private record Name(String name, char[] characters) {

        boolean stands(char[] text, int from, int to) {
            return Arrays.equals(characters, 0, characters.length, text, from, to);
        }
    }

    NameTable(Collection<String> names) {
        int size = Integer.highestOneBit(Math.max(4, names.size() * 2)) << 1;
        this.slots = new Name[size];
        this.mask = size - 1;
        names.forEach(this::enter);
    }

    private void enter(String name) {
        char[] characters = name.toCharArray();
        int slot = slot(characters, 0, characters.length);
        while (slots[slot] != null) {
            slot = slot + 1 & mask;
        }
        slots[slot] = new Name(name, characters);
    }

    /** The name in a part of a text: a known one if it is known. */
    String name(char[] text, int from, int to) {
        int slot = slot(text, from, to);
        for (Name known = slots[slot]; known != null; known = slots[slot]) {
            if (known.stands(text, from, to)) {
                return known.name();
            }
            slot = slot + 1 & mask;
        }
        return new String(text, from, to - from);
    }

    private int slot(char[] text, int from, int to) {
        if (from == to) {
            return 0;
        }
        int hash = to - from;
        hash = 31 * hash + text[from];
        hash = 31 * hash + text[from + to >>> 1];
        hash = 31 * hash + text[to - 1];
        return (hash ^ hash >>> 7) & mask;
    }
}
