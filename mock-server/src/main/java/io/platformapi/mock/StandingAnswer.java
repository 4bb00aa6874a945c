package io.platformapi.mock;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operation is answered with from now on, where requests do not prefer something themselves. */
final class StandingAnswer {

    private final Preference preference;
    private final boolean always;
    private final AtomicInteger left;

    /** @param times so often and no more; 0 for always */
    StandingAnswer(Preference preference, int times) {
        this.preference = preference;
        this.always = times == 0;
        this.left = new AtomicInteger(times);
    }

    /** The preference, if it is not used up. */
    Optional<Preference> next() {
        return always || left.getAndUpdate(count -> Math.max(0, count - 1)) > 0
                ? Optional.of(preference)
                : Optional.empty();
    }

    /** What is preferred, as long as that is not used up. */
    Optional<Preference> preference() {
        return always || left.get() > 0 ? Optional.of(preference) : Optional.empty();
    }

    /** How often it is still given; empty for always. */
    Optional<Integer> left() {
        return always ? Optional.empty() : Optional.of(left.get());
    }
}
