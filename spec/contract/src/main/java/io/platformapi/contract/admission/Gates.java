package io.platformapi.contract.admission;

import io.platformapi.contract.check.Refusal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a host asks of a request besides the contract, by its head alone.
 *
 * @param <C> what is known of whoever sends it
 * @param credentials tells who sends it
 * @param limits tells why it is one too many, or too large
 */
public record Gates<C>(Function<Admission.Routed, Passage<C>> credentials, Function<C, Optional<Refusal>> limits) {

    /** Gates that let everybody in. */
    public static Gates<Anyone> open() {
        return new Gates<>(request -> request.by(Anyone.ANYONE), any -> Optional.empty());
    }

    /** Whoever sends a request, where nobody is told from others. */
    public enum Anyone {
        ANYONE
    }
}
