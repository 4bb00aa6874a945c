package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicReference;

/** Gives out texts to write to, and keeps one that is done for the next writer. Thread-safe. */
final class Outputs {

    private final AtomicReference<Output> spare = new AtomicReference<>();

    /** An empty text. */
    Output next() {
        Output kept = spare.getAndSet(null);
        return kept == null ? new Output() : kept;
    }

    /** A text in which the items of a list are told apart. */
    Output next(JsonNode open) {
        Output next = next();
        next.open(open);
        return next;
    }

    /** The parts of a text that is done, items of a list apart; whoever wrote it lets go of it. */
    OpenList done(Output output, String separator) {
        OpenList parts = output.apart(separator);
        keep(output);
        return parts;
    }

    /** The bytes of a text that is done; whoever wrote it lets go of it. */
    byte[] done(Output output) {
        byte[] bytes = output.utf8();
        keep(output);
        return bytes;
    }

    private void keep(Output output) {
        if (output.isSmall()) {
            output.cut(0);
            spare.set(output);
        }
    }
}
