package io.platformapi.mock.recording;

import io.platformapi.mock.recording.UsedApi.Call;
import java.util.Optional;

/** What an exchange shows of its client. */
sealed interface Sighting {

    /**
     * A use of an operation.
     *
     * @param unread why the answer shows nothing; empty if it does
     */
    record Use(Call call, UsedOperation operation, Optional<String> unread) implements Sighting {}

    /** A request that the contract does not allow, and why, without any value of its bodies. */
    record Misuse(String why) implements Sighting {}

    /** Nothing: a question for the methods of a path. */
    record Nothing() implements Sighting {}
}
