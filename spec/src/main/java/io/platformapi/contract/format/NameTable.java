package io.platformapi.contract.format;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Known names, found by their characters: a reader that meets one needs no text of its own for it. Immutable.
 *
 * <p>A hash table with open addressing, at most half full, hashed as {@link String#hashCode()} does it.
 */
final class NameTable {

    private final @Nullable String[] slots;
    private final int mask;

    NameTable(Collection<String> names) {
        int size = Integer.highestOneBit(Math.max(4, names.size() * 2)) << 1;
        this.slots = new String[size];
        this.mask = size - 1;
        for (String name : names) {
            int slot = slot(name.hashCode());
            while (slots[slot] != null) {
                slot = slot + 1 & mask;
            }
            slots[slot] = name;
        }
    }

    /** The name in a part of a text: a known one if it is known. */
    String name(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        for (int slot = slot(hash); slots[slot] != null; slot = slot + 1 & mask) {
            String known = slots[slot];
            if (known.length() == to - from && stands(known, text, from)) {
                return known;
            }
        }
        return new String(text, from, to - from);
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & mask;
    }

    private static boolean stands(String name, char[] text, int from) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
