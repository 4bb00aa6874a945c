package io.platformapi.server.data;

import java.io.PrintWriter;

/** Who is told how far work has come. */
@FunctionalInterface
public interface Progress {

    /** Nobody. */
    Progress UNSEEN = (step, percent) -> {};

    /**
     * Tells of a step.
     *
     * @param percent how much of it is done; 100 exactly once, at its end
     */
    void at(String step, int percent);

    /** Somebody at a terminal: one line for each step, written over as it goes. */
    static Progress on(PrintWriter terminal) {
        return (step, percent) -> {
            terminal.print("\r" + step + ": " + percent + " %" + (percent == 100 ? "\n" : ""));
            terminal.flush();
        };
    }
}
