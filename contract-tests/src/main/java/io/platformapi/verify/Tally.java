package io.platformapi.verify;

import io.platformapi.verify.cases.RunPhase;
import java.util.List;

/** How much was left out of what could have been sent, and by which option. */
final class Tally {

    private int withheld;
    private int left;
    private List<RunPhase> leftOut = List.of();

    /** Takes how many requests more may not be sent, because they may change something. */
    synchronized void withheld(int cases) {
        withheld += cases;
    }

    synchronized int withheld() {
        return withheld;
    }

    /** Takes which phases are not wanted. */
    synchronized void leftOut(List<RunPhase> phases) {
        leftOut = phases;
    }

    synchronized List<RunPhase> leftOut() {
        return leftOut;
    }

    /** Takes how many more ways to break a request are left out, because no more may be sent. */
    synchronized void left(int ways) {
        left += ways;
    }

    synchronized int left() {
        return left;
    }
}
