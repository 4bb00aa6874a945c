package io.platformapi.compat;

/** Which breaks fail a run. */
enum Gate {
    /** Every break. */
    ALL("waived"),
    /** A break that hits a consumer. */
    CONSUMERS("hitting no consumer"),
    /** A break that is real at the running server, or could not be tried there. */
    REPLAY("accepted anyway");

    private final String excuse;

    Gate(String excuse) {
        this.excuse = excuse;
    }

    /** What a break is called that passes. */
    String excuse() {
        return excuse;
    }
}
