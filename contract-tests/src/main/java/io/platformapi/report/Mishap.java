package io.platformapi.report;

import io.platformapi.contract.source.Excerpt;
import java.util.Arrays;
import java.util.stream.Stream;

/** A mistake of our own as one line: what was thrown, and where in our code. */
public final class Mishap {

    private static final int LONGEST = 300;

    private Mishap() {}

    /** {@code StackOverflowError at io.platformapi.verify.cases.Values.value(Values.java:60)}. */
    public static String of(Throwable thrown) {
        String message =
                thrown.getMessage() == null ? "" : ": " + thrown.getMessage().replaceAll("\\s+", " ");
        String what = thrown.getClass().getSimpleName() + Excerpt.of(message, LONGEST);
        return frames(thrown)
                .filter(frame -> frame.getClassName().startsWith("io.platformapi."))
                .findFirst()
                .or(() -> frames(thrown).findFirst())
                .map(frame -> what + " at " + frame.getClassName() + "." + frame.getMethodName() + "("
                        + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse(what);
    }

    private static Stream<StackTraceElement> frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace());
    }
}
