package io.platformapi.mock;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command on the API that requests are handed on to. */
final class UpstreamSettings {

    private static final int LONGEST = 3600;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            description = "Hand requests on to the API there, and hold both sides to the document.")
    private @Nullable String address;

    @Option(
            names = "--strict",
            description = "With --upstream: refuse requests that break the document, and answer 502 instead of answers"
                    + " that do.")
    private boolean strict;

    @Option(
            names = "--mock-missing",
            description = "With --upstream: mock what it does not answer: 501, 404 or 405 that are not documented,"
                    + " and nothing at all.")
    private boolean mocked;

    @Option(
            names = "--upstream-timeout",
            paramLabel = "SECONDS",
            description = "With --upstream: how long an answer may take (default: 30).")
    private @Nullable Integer seconds;

    /** Whether the mock answers what the API does not. */
    boolean isMocked() {
        return mocked;
    }

    /** Where requests are handed on to; empty where they are not. */
    Optional<Forwarding> forwarding(Function<String, RuntimeException> refused) {
        String upstream = address;
        Integer patience = seconds;
        if (upstream == null) {
            if (strict || mocked || patience != null) {
                throw refused.apply("--strict, --mock-missing and --upstream-timeout go with --upstream URL");
            }
            return Optional.empty();
        }
        if (patience != null && (patience < 1 || patience > LONGEST)) {
            throw refused.apply("--upstream-timeout takes 1 to " + LONGEST + " seconds, not " + patience);
        }
        try {
            return Optional.of(Forwarding.to(
                    URI.create(upstream),
                    Duration.ofSeconds(patience == null ? 30 : patience),
                    strict ? Forwarding.Breaches.REFUSED : Forwarding.Breaches.TOLD,
                    mocked ? Forwarding.Gaps.MOCKED : Forwarding.Gaps.PASSED));
        } catch (IllegalArgumentException e) {
            throw refused.apply("--upstream: " + e.getMessage());
        }
    }
}
