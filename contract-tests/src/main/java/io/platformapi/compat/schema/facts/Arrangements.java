package io.platformapi.compat.schema.facts;

/** The ways to choose so many indexes below a length, one after another, the lowest first. */
final class Arrangements {

    private final int length;
    private final int[] chosen;

    Arrangements(int length, int count) {
        this.length = length;
        this.chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = i;
        }
    }

    int[] chosen() {
        return chosen.clone();
    }

    /** Goes to the next choice; false if there is none. */
    boolean advance() {
        int at = chosen.length - 1;
        while (at >= 0 && chosen[at] == length - chosen.length + at) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        chosen[at]++;
        for (int i = at + 1; i < chosen.length; i++) {
            chosen[i] = chosen[i - 1] + 1;
        }
        return true;
    }
}
