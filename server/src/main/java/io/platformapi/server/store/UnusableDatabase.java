package io.platformapi.server.store;

import java.net.UnknownHostException;

/** What is thrown when a database cannot be reached, does not keep its word, or is not of this version. */
public final class UnusableDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableDatabase(String problem) {
        super(problem);
    }

    UnusableDatabase(String problem, Throwable cause) {
        super(problem, cause);
    }

    /** The first line of what is behind a failure. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof UnusableDatabase)) {
            root = root.getCause();
        }
        String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        if (root instanceof UnknownHostException) {
            return "there is no host " + reason;
        }
        return reason.startsWith("No suitable driver")
                ? "there is none of that kind; write jdbc:h2:./NAME or jdbc:postgresql://HOST/NAME"
                : reason;
    }
}
