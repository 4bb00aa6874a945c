package io.platformapi.compat;

/** How the value of a part of a message is written. */
enum Wire {
    /** As text, as parameters and header fields are: a number cannot be told from a word. */
    TEXT,
    /** So that numbers, words and lists are told apart. */
    TYPED
}
