package io.platformapi.contract.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads an ECMA-262 regular expression (without flags) by recursive descent. */
public final class RegexReader {

    private static final int MOST = 5000;
    private static final List<RegexTerm.Range> DIGIT = List.of(new RegexTerm.Range('0', '9'));
    private static final List<RegexTerm.Range> WORD = List.of(
            new RegexTerm.Range('a', 'z'),
            new RegexTerm.Range('A', 'Z'),
            new RegexTerm.Range('0', '9'),
            new RegexTerm.Range('_', '_'));
    private static final List<RegexTerm.Range> SPACE = ranges("\t\r  \u00A0\u00A0\u1680\u1680\u2000\u200A"
            + "\u2028\u2029\u202F\u202F\u205F\u205F\u3000\u3000\uFEFF\uFEFF");
    private static final List<RegexTerm.Range> LINE_END = ranges("\n\n\r\r\u2028\u2029");

    private final String text;
    private int at;

    public RegexReader(String text) {
        this.text = text;
    }

    private static List<RegexTerm.Range> ranges(String pairs) {
        List<RegexTerm.Range> ranges = new ArrayList<>();
        for (int i = 0; i < pairs.length(); i += 2) {
            ranges.add(new RegexTerm.Range(pairs.charAt(i), pairs.charAt(i + 1)));
        }
        return ranges;
    }

    public RegexTerm read() {
        RegexTerm term = choice();
        if (at < text.length()) {
            throw new UnreadableRegex("an unbalanced )");
        }
        return term;
    }

    private RegexTerm choice() {
        List<RegexTerm> terms = new ArrayList<>(List.of(sequence()));
        while (take('|')) {
            terms.add(sequence());
        }
        return terms.size() == 1 ? terms.get(0) : new RegexTerm.Choice(terms);
    }

    private RegexTerm sequence() {
        List<RegexTerm> terms = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            terms.add(quantified(atom()));
        }
        return new RegexTerm.Sequence(terms);
    }

    private RegexTerm quantified(RegexTerm term) {
        RegexTerm result = term;
        if (take('*')) {
            result = new RegexTerm.Repeat(term, 0, -1);
        } else if (take('+')) {
            result = new RegexTerm.Repeat(term, 1, -1);
        } else if (take('?')) {
            result = new RegexTerm.Repeat(term, 0, 1);
        } else if (peek('{') && text.substring(at).matches("(?s)\\{\\d+(,\\d*)?}.*")) {
            result = counted(term);
        } else {
            return term;
        }
        take('?');
        if (peek('+') || peek('*')) {
            throw new UnreadableRegex("a possessive quantifier");
        }
        return result;
    }

    private RegexTerm counted(RegexTerm term) {
        int close = text.indexOf('}', at);
        String[] bounds = text.substring(at + 1, close).split(",", -1);
        at = close + 1;
        int least = number(bounds[0]);
        int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? -1 : number(bounds[1]);
        if (most >= 0 && most < least) {
            throw new UnreadableRegex("a quantifier out of order");
        }
        return new RegexTerm.Repeat(term, least, most);
    }

    private static int number(String digits) {
        if (digits.length() > 6 || Integer.parseInt(digits) > MOST) {
            throw new UnreadableRegex("a quantifier above " + MOST);
        }
        return Integer.parseInt(digits);
    }

    private RegexTerm atom() {
        char next = text.charAt(at++);
        return switch (next) {
            case '^' -> new RegexTerm.Start();
            case '$' -> new RegexTerm.End();
            case '.' -> new RegexTerm.Characters(complement(LINE_END));
            case '(' -> group();
            case '[' -> new RegexTerm.Characters(bracket());
            case '\\' -> escape();
            case '*', '+', '?' -> throw new UnreadableRegex("a quantifier after nothing");
            default -> new RegexTerm.Characters(List.of(range(next, next)));
        };
    }

    private RegexTerm group() {
        RegexTerm term;
        if (take("?=")) {
            term = new RegexTerm.Look(choice(), false);
        } else if (take("?!")) {
            term = new RegexTerm.Look(choice(), true);
        } else if (peek("?<=") || peek("?<!")) {
            throw new UnreadableRegex("a lookbehind");
        } else {
            if (take("?<")) {
                at = text.indexOf('>', at) + 1;
            } else if (!take("?:") && peek('?')) {
                throw new UnreadableRegex("a group with flags");
            }
            term = choice();
        }
        if (!take(')')) {
            throw new UnreadableRegex("an unbalanced (");
        }
        return term;
    }

    private RegexTerm escape() {
        if (peek('b') || peek('B')) {
            throw new UnreadableRegex("a word boundary");
        }
        if (at < text.length() && text.charAt(at) >= '1' && text.charAt(at) <= '9' || peek('k')) {
            throw new UnreadableRegex("a back reference");
        }
        return new RegexTerm.Characters(escaped());
    }

    private List<RegexTerm.Range> bracket() {
        boolean negative = take('^');
        List<RegexTerm.Range> ranges = new ArrayList<>();
        while (!take(']')) {
            if (at >= text.length()) {
                throw new UnreadableRegex("an unbalanced [");
            }
            List<RegexTerm.Range> from = member();
            boolean single =
                    from.size() == 1 && from.get(0).min() == from.get(0).max();
            if (single && peek('-') && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                at++;
                List<RegexTerm.Range> to = member();
                if (to.size() != 1 || to.get(0).min() < from.get(0).min()) {
                    throw new UnreadableRegex("a character range out of order");
                }
                ranges.add(range(from.get(0).min(), to.get(0).max()));
            } else {
                ranges.addAll(from);
            }
        }
        return negative ? complement(ranges) : ranges;
    }

    private List<RegexTerm.Range> member() {
        char next = text.charAt(at++);
        if (next != '\\') {
            return List.of(range(next, next));
        }
        if (take('b')) {
            return List.of(new RegexTerm.Range('\b', '\b'));
        }
        return escaped();
    }

    private List<RegexTerm.Range> escaped() {
        if (at >= text.length()) {
            throw new UnreadableRegex("a \\ at the end");
        }
        char next = text.charAt(at++);
        return switch (next) {
            case 'd' -> DIGIT;
            case 'D' -> complement(DIGIT);
            case 'w' -> WORD;
            case 'W' -> complement(WORD);
            case 's' -> SPACE;
            case 'S' -> complement(SPACE);
            case 'p', 'P' -> property(next);
            case 't' -> one('\t');
            case 'n' -> one('\n');
            case 'r' -> one('\r');
            case 'f' -> one('\f');
            case 'v' -> one('\u000B');
            case '0' -> one('\0');
            case 'x' -> code(2);
            case 'u' -> code(4);
            default -> literal(next);
        };
    }

    private static List<RegexTerm.Range> literal(char next) {
        if (Character.isLetterOrDigit(next)) {
            throw new UnreadableRegex("the escape \\" + next);
        }
        return one(next);
    }

    private static List<RegexTerm.Range> one(char character) {
        return List.of(new RegexTerm.Range(character, character));
    }

    private static RegexTerm.Range range(char min, char max) {
        if (Character.isSurrogate(min) || Character.isSurrogate(max)) {
            throw new UnreadableRegex("characters beyond the basic plane");
        }
        return new RegexTerm.Range(min, max);
    }

    private List<RegexTerm.Range> code(int digits) {
        if (!text.substring(at).matches("(?s)[0-9a-fA-F]{" + digits + "}.*")) {
            throw new UnreadableRegex("a malformed character code");
        }
        char character = (char) Integer.parseInt(text.substring(at, at + digits), 16);
        at += digits;
        return List.of(range(character, character));
    }

    private List<RegexTerm.Range> property(char kind) {
        int close = text.indexOf('}', at);
        if (!peek('{') || close < 0) {
            throw new UnreadableRegex("the escape \\" + kind);
        }
        String name = text.substring(at, close + 1);
        at = close + 1;
        try {
            Pattern property = Pattern.compile("\\" + kind + name);
            List<RegexTerm.Range> ranges = new ArrayList<>();
            for (char c = 0; c < Character.MAX_VALUE; c++) {
                if (!Character.isSurrogate(c)
                        && property.matcher(String.valueOf(c)).matches()) {
                    ranges.add(new RegexTerm.Range(c, c));
                }
            }
            return complement(complement(ranges));
        } catch (PatternSyntaxException e) {
            throw new UnreadableRegex("the property " + name);
        }
    }

    private static List<RegexTerm.Range> complement(List<RegexTerm.Range> ranges) {
        List<RegexTerm.Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(RegexTerm.Range::min));
        List<RegexTerm.Range> result = new ArrayList<>();
        int next = 0;
        for (RegexTerm.Range range : sorted) {
            if (range.min() > next) {
                result.add(new RegexTerm.Range((char) next, (char) (range.min() - 1)));
            }
            next = Math.max(next, range.max() + 1);
        }
        if (next <= Character.MAX_VALUE) {
            result.add(new RegexTerm.Range((char) next, Character.MAX_VALUE));
        }
        return result;
    }

    private boolean peek(char character) {
        return at < text.length() && text.charAt(at) == character;
    }

    private boolean peek(String characters) {
        return text.startsWith(characters, at);
    }

    private boolean take(char character) {
        boolean found = peek(character);
        at += found ? 1 : 0;
        return found;
    }

    private boolean take(String characters) {
        boolean found = peek(characters);
        at += found ? characters.length() : 0;
        return found;
    }
}
