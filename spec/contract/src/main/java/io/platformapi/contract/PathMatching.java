package io.platformapi.contract;

/** How exactly a path must be spelled. */
public enum PathMatching {
    /** As documented: letter case counts, and so does every slash. */
    EXACT,
    /** Letter case of literals, empty segments and a trailing slash do not count. */
    LENIENT
}
