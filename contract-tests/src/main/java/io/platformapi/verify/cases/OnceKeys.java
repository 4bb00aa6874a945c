package io.platformapi.verify.cases;

import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import java.util.List;
import java.util.Locale;

/**
 * Keeps keys that let a server take a request once from being used for another one.
 *
 * <p>A server refuses another request by the same {@code Idempotency-Key} (409 or 422, as
 * draft-ietf-httpapi-idempotency-key-header-07, section 2.7, wants it): that tells nothing of what is in it.
 */
final class OnceKeys {

    private OnceKeys() {}

    private static boolean isOne(Parameter parameter) {
        return parameter.in() == In.HEADER
                && parameter.name().toLowerCase(Locale.ROOT).contains("idempotency");
    }

    /** Whether a request of such values has a key. */
    static boolean areIn(RequestValues input) {
        return input.arguments().stream().anyMatch(given -> isOne(given.parameter()));
    }

    /**
     * An input without such keys, or by others where there have to be some.
     *
     * @param usual those that were used
     * @param seed where others come from
     */
    static RequestValues fresh(RequestValues input, RequestValues usual, long seed) {
        List<Parameter> used = input.arguments().stream()
                .filter(given -> isOne(given.parameter()))
                .filter(given -> usual.value(given.parameter())
                        .filter(given.value()::equals)
                        .isPresent())
                .map(RequestValues.Argument::parameter)
                .toList();
        RequestValues fresh = input;
        for (Parameter key : used) {
            fresh = key.required()
                    ? Sampler.ofRequests(Whim.seeded(seed))
                            .valid(key.schema(), value -> RequestWriter.isSendable(key, value))
                            .map(value -> input.with(key, value))
                            .orElse(fresh)
                    : fresh.without(key);
        }
        return fresh;
    }
}
