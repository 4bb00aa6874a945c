package io.platformapi.verify;

import java.util.List;

/** Names in a row, cut to what one reads. */
final class NameList {

    private static final int MOST = 5;

    private NameList() {}

    /** {@code a, b, c, d, e and 3 more}. */
    static String some(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() <= MOST ? some : some + " and " + (names.size() - MOST) + " more";
    }
}
