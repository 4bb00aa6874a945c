package io.platformapi.contract.pattern;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many groups an expression has, and which have names: what a back reference means hangs on those after it. */
final class Groups {

    private int count;
    private final Map<String, Integer> numbers = new HashMap<>();

    Groups(Letters letters) {
        boolean bracket = false;
        while (letters.areLeft()) {
            int letter = letters.next();
            if (letter == '\\' && letters.areLeft()) {
                letters.next();
            } else if (letter == '[' || letter == ']') {
                bracket = letter == '[';
            } else if (letter == '(' && !bracket) {
                group(letters);
            }
        }
    }

    private void group(Letters letters) {
        if (letters.peek() != '?') {
            count++;
        } else if (letters.peek("?<") && !letters.peek("?<=") && !letters.peek("?<!")) {
            letters.take("?<");
            count++;
            if (numbers.put(name(letters), count) != null) {
                throw new UnreadableRegex("two groups of one name");
            }
        }
    }

    int count() {
        return count;
    }

    boolean haveNames() {
        return !numbers.isEmpty();
    }

    /** The number of the group whose name comes now. */
    int named(Letters letters) {
        Integer number = numbers.get(name(letters));
        if (number == null) {
            throw new UnreadableRegex("a back reference to no group");
        }
        return number;
    }

    /** The name that comes now, and its closing {@code >}. */
    static String name(Letters letters) {
        @Nullable String name = letters.before('>');
        if (name == null || !isName(name)) {
            throw new UnreadableRegex("a group without a proper name");
        }
        return name;
    }

    private static boolean isName(String name) {
        int first = name.isEmpty() ? ' ' : name.codePointAt(0);
        return (Character.isUnicodeIdentifierStart(first) || first == '$' || first == '_')
                && name.codePoints().skip(1).allMatch(each -> Character.isUnicodeIdentifierPart(each) || each == '$');
    }
}
