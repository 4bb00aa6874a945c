package io.platformapi.contract.format;

import java.util.concurrent.atomic.AtomicReference;

/** Gives out texts to write to, and keeps one that is done for the next writer. Thread-safe. */
final class Outputs {

    private final AtomicReference<Output> spare = new AtomicReference<>();

    /** An empty text. */
    Output next() {
        Output kept = spare.getAndSet(null);
        return kept == null ? new Output() : kept;
    }

    /** The bytes of a text that is done; whoever wrote it lets go of it. */
    byte[] done(Output output) {
        byte[] bytes = output.utf8();
        if (output.isSmall()) {
            output.cut(0);
            spare.set(output);
        }
        return bytes;
    }
}
