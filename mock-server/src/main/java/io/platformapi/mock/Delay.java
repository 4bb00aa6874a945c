package io.platformapi.mock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long answers take: always the same time, or any between two.
 *
 * @param least the shortest time, in milliseconds
 * @param most the longest time, in milliseconds
 */
public record Delay(int least, int most) {

    /** Answers are sent at once. */
    public static final Delay NONE = new Delay(0, 0);

    /** What a text should have been, for messages. */
    static final String FORM = "300 or 100-800, in milliseconds up to 300000";

    private static final int LONGEST = 300_000;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    public Delay {
        if (least < 0 || least > most || most > LONGEST) {
            throw new IllegalArgumentException("no delay: " + least + "-" + most);
        }
    }

    /** The delay that a text such as {@code 300} or {@code 100-800} spells; empty if it spells none. */
    static Optional<Delay> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int least = Integer.parseInt(matcher.group(1));
        int most = matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2));
        return least <= most && most <= LONGEST ? Optional.of(new Delay(least, most)) : Optional.empty();
    }

    /** How long one answer takes. */
    Duration once() {
        return most == 0
                ? Duration.ZERO
                : Duration.ofMillis(ThreadLocalRandom.current().nextInt(least, most + 1));
    }

    /** As it is spelled: {@code 300} or {@code 100-800}. */
    @Override
    public String toString() {
        return least == most ? String.valueOf(least) : least + "-" + most;
    }
}
