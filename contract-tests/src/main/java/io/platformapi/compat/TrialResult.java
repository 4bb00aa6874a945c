package io.platformapi.compat;

import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a running server made of a break.
 *
 * @param words what exactly happened, or why nothing was sent
 * @param command what sends the same; empty where nothing was sent
 */
record TrialResult(Outcome outcome, String words, Optional<String> command) {

    private static final String EVIDENCE = "replay";

    /** What became of the request that shows a break. */
    enum Outcome {
        /** The server refuses what was allowed: the break is real there. */
        REFUSED("refused"),
        /** The server takes it all the same. */
        ACCEPTED("accepted anyway"),
        /** Neither, so that nothing is known. */
        OTHERWISE("answered otherwise"),
        /** There is no such request, or it must not be sent. */
        NOT_SENT("not sent");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static TrialResult notSent(String why) {
        return new TrialResult(Outcome.NOT_SENT, why, Optional.empty());
    }

    /** The finding with what became of it. */
    Finding told(Finding finding) {
        Evidence replay = new Evidence(EVIDENCE, outcome + ": " + words + ".");
        Finding told = finding.provedBy(
                Stream.concat(finding.evidence().stream(), Stream.of(replay)).toList());
        return command.map(told::reproducedBy).orElse(told);
    }
}
