package io.platformapi.contract.dto;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Names as programs write them, each given once. Not for several threads. */
final class DtoNames {

    private static final Pattern PART = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_]");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private final Set<String> given = new HashSet<>();

    /** The first of a name and its numbered likes that nobody has. */
    String unique(String name) {
        return first(name, UnaryOperator.identity());
    }

    /**
     * The same, letter case apart: classes are files, too, and Kotlin has a getter for {@code Type} and {@code type}.
     */
    String uniqueInAnyCase(String name) {
        return first(name, each -> each.toLowerCase(Locale.ROOT));
    }

    private String first(String name, UnaryOperator<String> key) {
        String found = name;
        for (int number = 2; !given.add(key.apply(found)); number++) {
            found = name + number;
        }
        return found;
    }

    /** The names of members as a language writes them, by their names on the wire. */
    static Map<String, String> of(List<DtoMember> members, Function<String, String> written) {
        DtoNames names = new DtoNames();
        Map<String, String> found = new HashMap<>();
        members.forEach(member -> found.put(member.wire(), names.uniqueInAnyCase(written.apply(member.wire()))));
        return found;
    }

    /** As types are written: {@code page-of_pets} is {@code PageOfPets}. */
    static String pascal(String text) {
        StringBuilder name = new StringBuilder();
        for (String part : PART.split(text)) {
            name.append(capital(part));
        }
        return startingWithLetter(name.toString(), "T");
    }

    /** {@code ContactId} is {@code contactId}. */
    static String camel(String text) {
        String name = pascal(text);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code RolePrimaryImageURL} is {@code role_primary_image_url}. */
    static String snake(String text) {
        String humps = HUMP.matcher(text).replaceAll("_").toLowerCase(Locale.ROOT);
        String name = PART.matcher(humps).replaceAll("_").replaceAll("^_+|_+$", "");
        return startingWithLetter(name, "t");
    }

    /** The text itself where programs can write it, with {@code _} for what they cannot. */
    static String plain(String text) {
        return startingWithLetter(OTHER.matcher(text).replaceAll("_"), "_");
    }

    /** A word that the language keeps for itself, told apart by a last {@code _}. */
    static Function<String, String> beside(Set<String> keywords) {
        return name -> keywords.contains(name) ? name + "_" : name;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String startingWithLetter(String name, String start) {
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? start + name : name;
    }
}
