package io.platformapi.contract.schema;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules for host names that are read from right to left (RFC 5893, section 2, rules 1 and 4). */
final class Bidi {

    private static final Set<Byte> FROM_THE_RIGHT = Set.of(
            Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
            Character.DIRECTIONALITY_ARABIC_NUMBER);
    private static final Set<Byte> FIRST = Set.of(
            Character.DIRECTIONALITY_LEFT_TO_RIGHT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);

    private Bidi() {}

    static boolean isReadable(String... labels) {
        boolean bidi =
                Stream.of(labels).anyMatch(label -> directions(label).stream().anyMatch(FROM_THE_RIGHT::contains));
        return !bidi || Stream.of(labels).allMatch(Bidi::isReadable);
    }

    private static boolean isReadable(String label) {
        Set<Byte> all = directions(label);
        boolean bothKindsOfDigits = all.contains(Character.DIRECTIONALITY_EUROPEAN_NUMBER)
                && all.contains(Character.DIRECTIONALITY_ARABIC_NUMBER);
        return FIRST.contains(Character.getDirectionality(label.codePointAt(0))) && !bothKindsOfDigits;
    }

    private static Set<Byte> directions(String label) {
        return label.codePoints().mapToObj(Character::getDirectionality).collect(Collectors.toSet());
    }
}
