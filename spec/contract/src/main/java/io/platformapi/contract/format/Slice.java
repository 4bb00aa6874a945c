package io.platformapi.contract.format;

/** A part of a text, not copied: whoever reads it must not change it. */
record Slice(char[] text, int from, int to) {

    static Slice of(String text) {
        return new Slice(text.toCharArray(), 0, text.length());
    }

    boolean isEmpty() {
        return from == to;
    }

    @Override
    public String toString() {
        return new String(text, from, to - from);
    }
}
