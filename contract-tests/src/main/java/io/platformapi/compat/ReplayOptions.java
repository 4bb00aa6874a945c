package io.platformapi.compat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.verify.Inquiry;
import io.platformapi.verify.InquiryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that try breaks at a running server, as a picocli mixin. */
final class ReplayOptions {

    private static final String REPLAY = "--replay";
    private static final String ALLOW_WRITES = "--allow-writes";

    @Option(
            names = REPLAY,
            paramLabel = "URL",
            description = "Sends the request that shows a break to the server there, and says of each whether it is"
                    + " refused, accepted anyway, answered otherwise or not sent. Paths are appended.")
    private String url = "";

    @Option(
            names = ALLOW_WRITES,
            description = "With --replay: also sends what may change something, whatever is no GET, HEAD, OPTIONS,"
                    + " TRACE or QUERY.")
    private boolean allowWrites;

    @Mixin
    private InquiryOptions asking = new InquiryOptions();

    boolean isGiven() {
        return !url.isEmpty();
    }

    /**
     * Looks at what the options say before anything is done.
     *
     * @throws ParameterException if one says something that cannot be, or nothing without a server
     */
    void tryOut(CommandLine command) {
        if (isGiven()) {
            asking.tryOut(command, REPLAY, url);
            return;
        }
        List<String> idle = new ArrayList<>(asking.given(command));
        if (allowWrites) {
            idle.add(ALLOW_WRITES);
        }
        if (!idle.isEmpty()) {
            throw new ParameterException(command, idle.get(0) + " is for a running server; name it by --replay URL.");
        }
    }

    /**
     * The server, where one is named.
     *
     * @param config the file of settings, which may say what to send
     */
    Optional<RunningServer> server(
            CommandLine command, Contract old, Contract fresh, Gate gate, @Nullable String config) {
        if (!isGiven()) {
            return Optional.empty();
        }
        Inquiry inquiry = asking.inquiry(command, REPLAY, url, old, fresh, config);
        TrialRequests.Writes writes = allowWrites ? TrialRequests.Writes.ALLOWED : TrialRequests.Writes.FORBIDDEN;
        return Optional.of(new RunningServer(url, fresh, new TrialRequests(old, inquiry, writes), inquiry, gate));
    }
}
