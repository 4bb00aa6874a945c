package io.platformapi.contract;

import java.util.Optional;
import java.util.stream.Stream;

/** How the text of a parameter spells lists and objects (OpenAPI 3.2, section 4.12.3). */
public enum Style {
    MATRIX("matrix"),
    LABEL("label"),
    SIMPLE("simple"),
    FORM("form"),
    SPACE_DELIMITED("spaceDelimited"),
    PIPE_DELIMITED("pipeDelimited"),
    DEEP_OBJECT("deepObject"),
    /** As form, but with cookies of their own for items and members, and nothing encoded. */
    COOKIE("cookie");

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

    /** Whether each item or member is spelled by itself where the document does not say. */
    public boolean isUsuallyExploded() {
        return this == FORM || this == COOKIE;
    }

    public static Style usual(In in) {
        return in == In.QUERY || in == In.COOKIE ? FORM : SIMPLE;
    }
}
