package io.platformapi.compat;

import io.platformapi.contract.source.Node;

/** How a bound of numbers is told where one keyword said it before, and another one does now. */
record BoundWords(Node was, Node is) {

    private static final String EXCLUSIVE = "exclusive";

    /** Whether the limit itself was in and is out, or the other way round. */
    boolean isOfTwoKeywords() {
        return was.exists() && is.exists() && isOut(was) != isOut(is);
    }

    private static boolean isOut(Node bound) {
        return bound.name().startsWith(EXCLUSIVE);
    }

    String sentence() {
        return "`" + plain() + "` was " + said(was) + " and is " + said(is) + ".";
    }

    private String plain() {
        return isOut(was) ? is.name() : was.name();
    }

    private String said(Node bound) {
        Node limit = bound.json().isBoolean() ? bound.parent().member(plain()) : bound;
        String words = plain().equals("minimum") ? "more than " : "less than ";
        return (isOut(bound) ? words : "") + limit.json();
    }
}
