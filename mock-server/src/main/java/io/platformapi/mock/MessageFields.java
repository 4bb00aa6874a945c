package io.platformapi.mock;

import java.util.Locale;
import java.util.Set;

/**
 * The header fields that say how a message is sent: how it is framed, coded and signed, and when. Who writes the
 * message knows them; copied from a document they would be untrue of it (RFC 9110, sections 6.4 to 6.6, 7.6.1 and 8).
 */
final class MessageFields {

    private static final Set<String> NAMES = Set.of(
            "connection",
            "content-digest",
            "content-encoding",
            "content-length",
            "content-md5",
            "content-type",
            "date",
            "digest",
            "keep-alive",
            "proxy-connection",
            "repr-digest",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private MessageFields() {}

    /** Whether a field is one of them, in any case of letters. */
    static boolean include(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
