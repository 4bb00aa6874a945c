package io.platformapi.verify.cases;

import java.util.List;
import java.util.Locale;

/** A part of a run, which can be left out; within an operation they follow each other as they are wanted. */
public enum RunPhase {
    /** What the document shows, and what HTTP itself speaks of. */
    EXAMPLES,
    /** Each rule of the document broken, each thing that it allows, and what is hard on any server. */
    COVERAGE,
    /** Made-up values, valid and broken. */
    RANDOM,
    /** What one answer has to do with another. */
    STATEFUL;

    /** All of them, in their usual order. */
    public static final List<RunPhase> ALL = List.of(values());

    /** Its name, as options and reports have it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
