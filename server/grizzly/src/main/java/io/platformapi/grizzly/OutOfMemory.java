package io.platformapi.grizzly;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.charset.StandardCharsets;

/**
 * The end of a program that has no memory left. Going on would be worse: threads die by it one after the other, and a
 * server that still holds its port but answers nobody is restarted by nobody.
 */
public final class OutOfMemory implements UncaughtExceptionHandler {

    /** The exit status, that of the JVM's own {@code ExitOnOutOfMemoryError}. */
    private static final int STATUS = 3;

    /** How many causes are looked through; a chain may lead back to itself. */
    private static final int DEPTH = 20;

    private final byte[] message;
    private final UncaughtExceptionHandler others;

    private OutOfMemory(String program, UncaughtExceptionHandler others) {
        this.message = (program + ": there is no memory left; ends. Give it more by java -Xmx\n")
                .getBytes(StandardCharsets.UTF_8);
        this.others = others;
    }

    /**
     * From now on the program ends at once where any thread dies of it, or tells of it.
     *
     * @param program its name, for the line on the standard error
     */
    public static void ends(String program) {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        UncaughtExceptionHandler others = before == null ? (thread, failure) -> failure.printStackTrace() : before;
        Thread.setDefaultUncaughtExceptionHandler(new OutOfMemory(program, others));
    }

    /** Tells of a failure that somebody caught, and that may come of it: a caught one kills no thread by itself. */
    public static void tell(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < DEPTH && cause != null; i++) {
            if (cause instanceof OutOfMemoryError) {
                UncaughtExceptionHandler everybodys = Thread.getDefaultUncaughtExceptionHandler();
                if (everybodys != null) { // a thread may have one of its own, which knows nothing of this
                    everybodys.uncaughtException(Thread.currentThread(), cause);
                }
                return;
            }
            cause = cause.getCause();
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (!(failure instanceof OutOfMemoryError)) {
            others.uncaughtException(thread, failure);
            return;
        }
        try (FileOutputStream err = new FileOutputStream(FileDescriptor.err)) {
            err.write(message);
        } catch (IOException nobodyReads) {
            // it ends all the same
        } finally {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
