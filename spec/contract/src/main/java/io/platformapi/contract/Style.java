package io.platformapi.contract;

import java.util.Optional;
import java.util.stream.Stream;

/** How the text of a parameter spells lists and objects (OpenAPI 3.1, section 4.8.12.4). */
public enum Style {
    MATRIX("matrix"),
    LABEL("label"),
    SIMPLE("simple"),
    FORM("form"),
    SPACE_DELIMITED("spaceDelimited"),
    PIPE_DELIMITED("pipeDelimited"),
    DEEP_OBJECT("deepObject");

    private final String keyword;

    Style(String keyword) {
        this.keyword = keyword;
    }

    public String keyword() {
        return keyword;
    }

    public static Optional<Style> named(String keyword) {
        return Stream.of(values())
                .filter(style -> style.keyword.equals(keyword))
                .findFirst();
    }

    public static Style usual(In in) {
        return in == In.QUERY || in == In.COOKIE ? FORM : SIMPLE;
    }
}
