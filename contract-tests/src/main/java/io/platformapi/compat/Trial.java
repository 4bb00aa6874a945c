package io.platformapi.compat;

import java.util.Arrays;

/** What a request has to be like to show a break to a running server, as the table of kinds says it for each. */
enum Trial {
    /** The part has the value of the witness. */
    VALUE,
    /** The part is left out. */
    WITHOUT,
    /** The part is given. An answer does not tell whether it is heeded. */
    GIVEN,
    /** The body is of the type. */
    TYPE,
    /** Any request of the operation. */
    ANY,
    /** Any request of the operation, by somebody without credentials. */
    STRANGER,
    /** No request, because the server may take it and understand something else. */
    NONE;

    /** The one that the table names. */
    static Trial of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(java.util.Locale.ROOT).equals(word))
                .findFirst()
                .orElse(NONE);
    }
}
