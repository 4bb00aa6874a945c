package io.platformapi.server.mail;

import java.time.Duration;

/** What a thread waits for: that somebody rings, that a time is over, or the end. Safe for many threads. */
final class Bell {

    private boolean rung;
    private boolean over;

    /** Ends the waiting for something, or the next one. */
    synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Ends all waiting, for ever. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Waits until somebody rings, or has rung since. */
    synchronized void await(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!rung && !over && pause(end)) {
            // until one of them
        }
        rung = false;
    }

    /** Waits whoever rings. */
    synchronized void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (!over && pause(end)) {
            // until one of them
        }
    }

    private boolean pause(long end) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            return false;
        }
        try {
            wait(left);
            return true;
        } catch (InterruptedException e) {
            over = true;
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
