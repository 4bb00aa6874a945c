package io.platformapi.compat;

import java.util.Set;

/** How much is told of what harms nobody. */
public enum Telling {
    /** What clients notice on the wire. */
    NOTICED,
    /** Also what is deprecated, what has another default, and what is only written in another way. */
    EVERYTHING,
    /** Also texts and examples. */
    DESCRIPTIONS;

    private static final Set<String> TEXTS = Set.of(
            "title",
            "version",
            "summary",
            "description",
            "example",
            "examples",
            "externalDocs",
            "$comment",
            "termsOfService");

    boolean isEverything() {
        return this != NOTICED;
    }

    /** Whether a change of a keyword that no message shows is told. */
    boolean tells(String keyword) {
        return this == DESCRIPTIONS || isEverything() && !TEXTS.contains(keyword);
    }
}
