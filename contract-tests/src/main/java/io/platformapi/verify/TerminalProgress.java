package io.platformapi.verify;

import java.io.PrintWriter;

/** Shows on a terminal how far a verification is: one line, written over and over. */
final class TerminalProgress implements Verification.Progress {

    private static final int WIDTH = 70;

    private final PrintWriter terminal;

    TerminalProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(int done, int of, String subject) {
        if (System.console() == null) {
            return;
        }
        String line = done == of ? "" : "[" + (done + 1) + "/" + of + "] " + subject;
        String cut = line.substring(0, Math.min(WIDTH, line.length()));
        terminal.print("\r" + cut + " ".repeat(WIDTH - cut.length()) + "\r");
        terminal.flush();
    }
}
