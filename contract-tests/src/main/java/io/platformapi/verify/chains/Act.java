package io.platformapi.verify.chains;

/** What an operation does to resources of its family. */
public enum Act {
    /** Makes one. */
    CREATE,
    /** Shows many. */
    LIST,
    /** Shows one. */
    READ,
    /** Gives one another content. */
    REPLACE,
    /** Gives one other values of some members. */
    CHANGE,
    /** Takes one away. */
    REMOVE
}
