package io.platformapi.contract.pattern;

import io.platformapi.contract.pattern.RegexTerm.Edge;
import io.platformapi.contract.pattern.RegexTerm.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a regular expression of ECMA-262 by recursive descent: with the {@code u} flag, or without it, and then as
 * lenient as its Annex B.
 */
final class RegexReader {

    private static final int DEEPEST = 200;

    private final Alphabet alphabet;
    private final Letters letters;
    private final Groups groups;
    private final CharacterReader characters;
    private int opened;
    private int depth;

    RegexReader(String text, Alphabet alphabet) {
        this.alphabet = alphabet;
        this.letters = new Letters(text, alphabet);
        this.groups = new Groups(new Letters(text, alphabet));
        this.characters = new CharacterReader(letters, alphabet, groups);
    }

    RegexTerm read() {
        RegexTerm term = choice();
        if (letters.areLeft()) {
            throw new UnreadableRegex("a ) without its (");
        }
        return term;
    }

    private RegexTerm choice() {
        if (++depth > DEEPEST) {
            throw new UnreadableRegex("groups more than " + DEEPEST + " levels deep");
        }
        List<RegexTerm> terms = new ArrayList<>(List.of(sequence()));
        while (letters.take("|")) {
            terms.add(sequence());
        }
        depth--;
        return terms.size() == 1 ? terms.get(0) : new RegexTerm.Choice(List.copyOf(terms));
    }

    private RegexTerm sequence() {
        List<RegexTerm> terms = new ArrayList<>();
        while (letters.areLeft() && letters.peek() != '|' && letters.peek() != ')') {
            RegexTerm term = term();
            terms.add(isQuantifiable(term) ? quantified(term) : term);
        }
        return terms.size() == 1 ? terms.get(0) : new RegexTerm.Sequence(List.copyOf(terms));
    }

    private boolean isQuantifiable(RegexTerm term) {
        return term instanceof RegexTerm.Look look
                ? look.side() == Side.AHEAD && alphabet == Alphabet.CODE_UNITS
                : !(term instanceof Edge);
    }

    private RegexTerm quantified(RegexTerm term) {
        @Nullable Bounds bounds = bounds();
        if (bounds == null) {
            return term;
        }
        boolean lazy = letters.take("?");
        return new RegexTerm.Repeat(term, bounds.least(), bounds.most(), lazy);
    }

    private record Bounds(int least, int most) {}

    private @Nullable Bounds bounds() {
        return letters.take("*")
                ? new Bounds(0, -1)
                : letters.take("+") ? new Bounds(1, -1) : letters.take("?") ? new Bounds(0, 1) : counted();
    }

    /** Of {@code {2}}, {@code {2,}} and {@code {2,3}}; null, and nothing is taken, if what comes is none of these. */
    private @Nullable Bounds counted() {
        int start = letters.at();
        boolean braced = letters.take("{");
        String least = letters.digits(10, Integer.MAX_VALUE);
        boolean open = letters.take(",");
        String most = open ? letters.digits(10, Integer.MAX_VALUE) : least;
        if (!braced || least.isEmpty() || !letters.take("}")) {
            letters.backTo(start);
            return null;
        }
        Bounds bounds = new Bounds(number(least), most.isEmpty() ? -1 : number(most));
        if (bounds.most() >= 0 && bounds.most() < bounds.least()) {
            throw new UnreadableRegex("a quantifier out of order");
        }
        return bounds;
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new UnreadableRegex("a quantifier above " + Integer.MAX_VALUE);
        }
    }

    private RegexTerm term() {
        int letter = letters.next();
        return switch (letter) {
            case '^' -> Edge.START;
            case '$' -> Edge.END;
            case '(' -> group();
            case '\\' -> escape();
            case '.' -> new RegexTerm.Characters(characters.any());
            case '[' -> new RegexTerm.Characters(characters.bracket());
            case '*', '+', '?' -> throw new UnreadableRegex("a quantifier after nothing");
            case '{', '}', ']' -> brace(letter);
            default -> new RegexTerm.Characters(CharacterSet.of(letter));
        };
    }

    /** Without the flag a brace that bounds nothing stands for itself. */
    private RegexTerm brace(int letter) {
        letters.backTo(letters.at() - 1);
        if (alphabet == Alphabet.CODE_POINTS || letter == '{' && counted() != null) {
            throw new UnreadableRegex("a " + (char) letter + " that stands alone");
        }
        letters.next();
        return new RegexTerm.Characters(CharacterSet.of(letter));
    }

    private RegexTerm group() {
        RegexTerm term;
        if (letters.take("?:")) {
            term = new RegexTerm.Sequence(List.of(choice())); // of an edge in it there may be several
        } else if (letters.take("?=")) {
            term = new RegexTerm.Look(Side.AHEAD, false, choice());
        } else if (letters.take("?!")) {
            term = new RegexTerm.Look(Side.AHEAD, true, choice());
        } else if (letters.take("?<=")) {
            term = new RegexTerm.Look(Side.BEHIND, false, choice());
        } else if (letters.take("?<!")) {
            term = new RegexTerm.Look(Side.BEHIND, true, choice());
        } else {
            term = remembered();
        }
        if (!letters.take(")")) {
            throw new UnreadableRegex("a ( without its )");
        }
        return term;
    }

    private RegexTerm remembered() {
        if (letters.take("?<")) {
            Groups.name(letters);
        } else if (letters.peek() == '?') {
            throw new UnreadableRegex("a group of a kind that ECMA-262 does not have, such as (?i)");
        }
        int number = ++opened;
        return new RegexTerm.Group(number, choice());
    }

    private RegexTerm escape() {
        int start = letters.at();
        if (letters.take("b")) {
            return Edge.WORD;
        } else if (letters.take("B")) {
            return Edge.NO_WORD;
        } else if (letters.peek() >= '1' && letters.peek() <= '9') {
            int number = number(letters.digits(10, 9));
            if (number <= groups.count()) {
                return new RegexTerm.BackReference(number);
            }
            letters.backTo(start);
        } else if (letters.peek() == 'k' && (groups.haveNames() || alphabet == Alphabet.CODE_POINTS)) {
            if (!letters.take("k<")) {
                throw new UnreadableRegex("a \\k without a name");
            }
            return new RegexTerm.BackReference(groups.named(letters));
        }
        return new RegexTerm.Characters(characters.escaped());
    }
}
