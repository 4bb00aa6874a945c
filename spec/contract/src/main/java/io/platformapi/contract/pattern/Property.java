package io.platformapi.contract.pattern;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A property of characters in Unicode, of the version that Java has.
 *
 * @param inJava how it is written in Java's expressions
 */
public record Property(String inJava) {

    private static final Map<String, String> CATEGORIES = byName("""
            L=Letter LC=Cased_Letter Lu=Uppercase_Letter Ll=Lowercase_Letter Lt=Titlecase_Letter Lm=Modifier_Letter
            Lo=Other_Letter M=Mark=Combining_Mark Mn=Nonspacing_Mark Mc=Spacing_Mark Me=Enclosing_Mark N=Number
            Nd=Decimal_Number=digit Nl=Letter_Number No=Other_Number P=Punctuation=punct Pc=Connector_Punctuation
            Pd=Dash_Punctuation Ps=Open_Punctuation Pe=Close_Punctuation Pi=Initial_Punctuation Pf=Final_Punctuation
            Po=Other_Punctuation S=Symbol Sm=Math_Symbol Sc=Currency_Symbol Sk=Modifier_Symbol So=Other_Symbol
            Z=Separator Zs=Space_Separator Zl=Line_Separator Zp=Paragraph_Separator C=Other Cc=Control=cntrl Cf=Format
            Cs=Surrogate Co=Private_Use Cn=Unassigned""");

    /** Those of yes or no that Java has, too; the emoji since 21. */
    private static final Map<String, String> BINARY = byName("""
            Alphabetic=Alpha Lowercase=Lower Uppercase=Upper White_Space=space Ideographic=Ideo Join_Control=Join_C
            Noncharacter_Code_Point=NChar Emoji Emoji_Presentation=EPres Emoji_Modifier=EMod Emoji_Modifier_Base=EBase
            Emoji_Component=EComp Extended_Pictographic=ExtPict""");

    /** Those that are ranges: the first and last character of each. */
    private static final Map<String, String> RANGES = Map.of(
            "ASCII", "\0\u007F",
            "ASCII_Hex_Digit", "09AFaf",
            "AHex", "09AFaf",
            "Hex_Digit", "09AFaf\uFF10\uFF19\uFF21\uFF26\uFF41\uFF46",
            "Hex", "09AFaf\uFF10\uFF19\uFF21\uFF26\uFF41\uFF46");

    private static Map<String, String> byName(String table) {
        Map<String, String> byName = new HashMap<>();
        Stream.of(table.split("\\s+"))
                .map(row -> row.split("="))
                .forEach(names -> Stream.of(names).forEach(name -> byName.put(name, names[0])));
        return Map.copyOf(byName);
    }

    /**
     * The characters of {@code \p{NAME}}.
     *
     * @throws UnreadableRegex if there is no such property, or Java does not know it
     */
    static CharacterSet named(String name) {
        String[] pair = name.split("=", -1);
        if (pair.length == 2 && (pair[0].equals("Script") || pair[0].equals("sc")) && isScript(pair[1])) {
            return of("script=" + pair[1]);
        } else if (pair.length == 2 && (pair[0].equals("General_Category") || pair[0].equals("gc"))) {
            return category(pair[1], name);
        } else if (name.equals("Any")) {
            return CharacterSet.range(0, Character.MAX_CODE_POINT);
        } else if (name.equals("Assigned")) {
            return CharacterSet.of(new Property("\\P{Cn}"));
        } else if (RANGES.containsKey(name)) {
            return CharacterSet.ranges(RANGES.get(name));
        } else if (BINARY.containsKey(name)) {
            return of("Is" + BINARY.get(name));
        }
        return category(name, name);
    }

    private static CharacterSet category(String category, String name) {
        if (!CATEGORIES.containsKey(category)) {
            throw unknown(name);
        }
        return of(CATEGORIES.get(category));
    }

    private static CharacterSet of(String name) {
        try {
            Pattern.compile("\\p{" + name + "}");
            return CharacterSet.of(new Property("\\p{" + name + "}"));
        } catch (PatternSyntaxException e) {
            throw unknown(name);
        }
    }

    private static UnreadableRegex unknown(String name) {
        return new UnreadableRegex("the property " + name + ", which is not known here");
    }

    /** Java takes a name in any case, ECMA-262 only as Unicode spells it. */
    private static boolean isScript(String name) {
        try {
            String script = UnicodeScript.forName(name).name();
            boolean shorter = name.matches("[A-Z][a-z]{3}") && !name.equalsIgnoreCase(script);
            return shorter || name.equals("SignWriting") || name.equals(spelled(script));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String spelled(String script) {
        StringBuilder name = new StringBuilder();
        for (String word : script.split("_")) {
            name.append(name.isEmpty() ? "" : "_")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    /** The characters that do not have it. */
    Property not() {
        return new Property((inJava.charAt(1) == 'p' ? "\\P" : "\\p") + inJava.substring(2));
    }

    /** Tells which characters have it. */
    IntPredicate test() {
        Pattern property = Pattern.compile(inJava);
        return character -> property.matcher(Character.toString(character)).matches();
    }
}
