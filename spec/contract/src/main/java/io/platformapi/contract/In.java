package io.platformapi.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of a message that a value stands in. */
public enum In {
    PATH,
    QUERY,
    /** The whole query, whatever is in it. */
    QUERYSTRING,
    HEADER,
    COOKIE,
    BODY,
    /** The status of a response. */
    STATUS;

    /** The name in a document and in messages, such as {@code query}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The place a parameter may have; {@code body} and {@code status} are none. */
    public static Optional<In> ofParameter(String keyword) {
        return Stream.of(PATH, QUERY, QUERYSTRING, HEADER, COOKIE)
                .filter(in -> in.keyword().equals(keyword))
                .findFirst();
    }
}
