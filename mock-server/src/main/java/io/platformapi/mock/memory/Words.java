package io.platformapi.mock.memory;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Names as documents vary them: {@code petId}, {@code pet_id} and {@code PetID} are one, {@code pets} is many a pet.
 */
final class Words {

    private Words() {}

    /** A name without what spellings differ in. */
    static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** A plain noun for one of what a plain noun names. */
    static String one(String noun) {
        String plain = plain(noun);
        if (plain.endsWith("ies") && plain.length() > 4) {
            return plain.substring(0, plain.length() - 3) + "y";
        }
        if (Stream.of("sses", "xes", "ches", "shes", "zes").anyMatch(plain::endsWith)) {
            return plain.substring(0, plain.length() - 2);
        }
        return plain.endsWith("s") && !plain.endsWith("ss") && plain.length() > 2
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }

    /** Whether two nouns are one, in whatever number. */
    static boolean sameNoun(String one, String other) {
        return one(one).equals(one(other));
    }
}
