package io.platformapi.server.mail;

import java.time.Duration;

/**
 * How fast mail is sent, and sent again.
 *
 * @param look how often somebody looks whether another server has left mail
 * @param first the pause after a first failure, which doubles with each
 * @param longest the longest pause
 * @param outage the longest pause while no mail can be sent at all
 * @param lease for how long a mail is taken; longer than sending it can last
 * @param tries how often a mail is tried before it is given up
 */
public record Pace(Duration look, Duration first, Duration longest, Duration outage, Duration lease, int tries) {

    /** Thirty tries in three and a half days. */
    public static final Pace USUAL = new Pace(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofHours(4),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            30);

    /** The pause after a mail was tried so often. */
    Duration afterTries(int number) {
        return doubled(number, longest);
    }

    /** The pause after nobody was there so often in a row. */
    Duration afterOutages(int number) {
        return doubled(number, outage);
    }

    private Duration doubled(int number, Duration most) {
        Duration pause = first.multipliedBy(1L << Math.min(number - 1, 20));
        return pause.compareTo(most) < 0 ? pause : most;
    }
}
