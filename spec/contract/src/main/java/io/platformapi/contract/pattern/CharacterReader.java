package io.platformapi.contract.pattern;

import org.jspecify.annotations.Nullable;

/** Reads what stands for one character: escapes, and brackets with what is in them. */
final class CharacterReader {

    private static final CharacterSet DIGIT = CharacterSet.ranges("09");
    static final CharacterSet WORD = CharacterSet.ranges("09AZ__az");
    private static final CharacterSet SPACE =
            CharacterSet.ranges("\t\r  \u00A0\u00A0\u1680\u1680\u2000\u200A\u2028\u2029\u202F\u202F\u205F\u205F"
                    + "\u3000\u3000\uFEFF\uFEFF");
    private static final CharacterSet LINE_END = CharacterSet.ranges("\n\n\r\r\u2028\u2029");
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private final Letters letters;
    private final Alphabet alphabet;
    private final Groups groups;

    CharacterReader(Letters letters, Alphabet alphabet, Groups groups) {
        this.letters = letters;
        this.alphabet = alphabet;
        this.groups = groups;
    }

    private boolean isStrict() {
        return alphabet == Alphabet.CODE_POINTS;
    }

    /** All but the ends of lines. */
    CharacterSet any() {
        return LINE_END.complement(alphabet);
    }

    /** What is in a bracket that was opened. */
    CharacterSet bracket() {
        boolean negative = letters.take("^");
        CharacterSet set = CharacterSet.none();
        while (!letters.take("]")) {
            CharacterSet from = member();
            int start = letters.at();
            if (letters.take("-") && letters.peek() != ']') {
                set = set.or(range(from, member()));
            } else {
                letters.backTo(start);
                set = set.or(from);
            }
        }
        return negative ? set.complement(alphabet) : set;
    }

    private CharacterSet range(CharacterSet from, CharacterSet to) {
        if (from.only() < 0 || to.only() < 0) {
            if (isStrict()) {
                throw new UnreadableRegex("a range of more than characters");
            }
            return from.or(CharacterSet.of('-')).or(to);
        } else if (to.only() < from.only()) {
            throw new UnreadableRegex("a range out of order");
        }
        return CharacterSet.range(from.only(), to.only());
    }

    private CharacterSet member() {
        if (!letters.areLeft()) {
            throw new UnreadableRegex("a [ without its ]");
        }
        int letter = letters.next();
        if (letter != '\\') {
            return CharacterSet.of(letter);
        } else if (letters.take("b")) {
            return CharacterSet.of('\b');
        } else if (isStrict() && letters.take("-")) {
            return CharacterSet.of('-');
        } else if (!isStrict() && letters.take("c")) {
            int control = letters.peek();
            boolean lenient = Character.digit(control, 10) >= 0 && control < 128 || control == '_';
            letters.backTo(letters.at() - 1);
            if (lenient) {
                letters.take("c");
                return CharacterSet.of(letters.next() % 32);
            }
        }
        return escaped();
    }

    /** What stands after a backslash, in a bracket or not. */
    CharacterSet escaped() {
        if (!letters.areLeft()) {
            throw new UnreadableRegex("a \\ at the end");
        }
        int letter = letters.next();
        return switch (letter) {
            case 'd' -> DIGIT;
            case 'D' -> DIGIT.complement(alphabet);
            case 'w' -> WORD;
            case 'W' -> WORD.complement(alphabet);
            case 's' -> SPACE;
            case 'S' -> SPACE.complement(alphabet);
            case 'p', 'P' -> property(letter);
            case 't' -> CharacterSet.of('\t');
            case 'n' -> CharacterSet.of('\n');
            case 'v' -> CharacterSet.of(0x0B);
            case 'f' -> CharacterSet.of('\f');
            case 'r' -> CharacterSet.of('\r');
            default -> CharacterSet.of(character(letter));
        };
    }

    private CharacterSet property(int letter) {
        int start = letters.at();
        @Nullable String name = letters.take("{") ? letters.before('}') : null;
        if (name == null || !name.matches("[A-Za-z0-9_=]+")) {
            letters.backTo(start);
            return CharacterSet.of(itself(letter));
        }
        String written = "\\" + (char) letter + "{" + name + "}";
        if (!isStrict()) {
            throw new UnreadableRegex(written + " without the u flag");
        }
        CharacterSet set = Property.named(name);
        return letter == 'p' ? set : not(set);
    }

    private CharacterSet not(CharacterSet set) {
        return set.properties().isEmpty()
                ? set.complement(alphabet)
                : CharacterSet.of(set.properties().get(0).not());
    }

    private int character(int letter) {
        return switch (letter) {
            case 'c' -> control();
            case 'x' -> {
                @Nullable Integer code = code(2);
                yield code == null ? itself('x') : code;
            }
            case 'u' -> unicode();
            default -> letter >= '0' && letter <= '7' ? octal(letter) : itself(letter);
        };
    }

    private int control() {
        int letter = letters.peek();
        if (letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z') {
            return letters.next() % 32;
        } else if (isStrict()) {
            throw new UnreadableRegex("a \\c without a letter");
        }
        letters.backTo(letters.at() - 1);
        return '\\';
    }

    /** A code of so many hexadecimal digits; null, and nothing is taken, if there are not so many. */
    private @Nullable Integer code(int count) {
        int start = letters.at();
        String digits = letters.digits(16, count);
        if (digits.length() < count) {
            letters.backTo(start);
            return null;
        }
        return Integer.parseInt(digits, 16);
    }

    private int unicode() {
        int start = letters.at();
        if (letters.take("{")) {
            String digits = letters.digits(16, Integer.MAX_VALUE).replaceFirst("^0+(?=.)", "");
            boolean closed = letters.take("}");
            if (closed && !digits.isEmpty() && !isStrict()) {
                throw new UnreadableRegex("\\u{" + digits + "} without the u flag");
            } else if (closed && !digits.isEmpty() && digits.length() <= 6) {
                int code = Integer.parseInt(digits, 16);
                return code > Character.MAX_CODE_POINT ? itself('u') : code;
            }
            letters.backTo(start);
            return itself('u');
        }
        @Nullable Integer code = code(4);
        return code == null ? itself('u') : isStrict() ? pair(code) : code;
    }

    /** With the flag two escapes of surrogates are one character. */
    private int pair(int high) {
        int start = letters.at();
        if (Character.isBmpCodePoint(high) && Character.isHighSurrogate((char) high) && letters.take("\\u")) {
            @Nullable Integer low = code(4);
            if (low != null && Character.isLowSurrogate((char) (int) low)) {
                return Character.toCodePoint((char) high, (char) (int) low);
            }
        }
        letters.backTo(start);
        return high;
    }

    /** Without the flag {@code \101} is an A. */
    private int octal(int first) {
        boolean zero = first == '0' && Character.digit(letters.peek(), 10) < 0;
        if (zero || isStrict()) {
            return zero ? 0 : itself(first);
        }
        return Integer.parseInt((char) first + letters.digits(8, first <= '3' ? 2 : 1), 8);
    }

    private int itself(int letter) {
        boolean refused = isStrict() ? SYNTAX.indexOf(letter) < 0 : letter == 'k' && groups.haveNames();
        if (refused) {
            throw new UnreadableRegex("the escape \\" + Character.toString(letter));
        }
        return letter;
    }
}
