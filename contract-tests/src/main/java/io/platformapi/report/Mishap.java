package io.platformapi.report;

import io.platformapi.contract.source.Excerpt;
import java.util.Arrays;
import java.util.stream.Stream;

/** A mistake of our own as one line: what was thrown, and where in our code. */
public final class Mishap {

    private static final int LONGEST = 300;

    private static final long MEGABYTE = 1L << 20;

    private Mishap() {}

    /**
     * {@code StackOverflowError at io.platformapi.verify.cases.Values.value(Values.java:60)}; of a heap that is full,
     * how it is given more.
     */
    public static String of(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return full(thrown);
        }
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

    private static String full(Throwable thrown) {
        long heap = Runtime.getRuntime().maxMemory() / MEGABYTE;
        return "there is not enough memory (" + thrown.getMessage() + "): the heap has " + heap
                + " MB; give it more, such as JAVA_TOOL_OPTIONS=-Xmx" + 2 * heap + "m";
    }

    private static Stream<StackTraceElement> frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace());
    }
}
