package io.platformapi.server.data;

import java.util.List;
import java.util.stream.Collectors;

/** What is thrown when data is not taken in: its message has a line for each mistake, up to a number. */
public final class UnusableData extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    UnusableData(List<String> mistakes) {
        super(told(mistakes));
    }

    private static String told(List<String> mistakes) {
        String first = mistakes.stream().limit(MOST).collect(Collectors.joining("\n"));
        return mistakes.size() <= MOST ? first : first + "\nand " + (mistakes.size() - MOST) + " more";
    }
}
