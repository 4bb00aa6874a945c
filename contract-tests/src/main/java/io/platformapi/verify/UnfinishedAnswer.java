package io.platformapi.verify;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.Excerpt;
import java.io.IOException;

/** An answer that was begun, and did not come to its end within the limits. */
final class UnfinishedAnswer extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 120;

    private final Ending ending;

    UnfinishedAnswer(HttpResponse begun, Ending ending, String limit) {
        super("an answer that goes on " + limit + ": " + shown(begun));
        this.ending = ending;
    }

    /** Whether the time ran out, not the size. */
    boolean isSlow() {
        return ending == Ending.TIME;
    }

    private static String shown(HttpResponse begun) {
        String head = begun.status()
                + begun.headers().first("Content-Type").map(type -> " " + type).orElse("");
        String text = begun.text().replaceAll("\\p{Cntrl}+", " ");
        String shown = Excerpt.of(text, LONGEST);
        return head + ", " + begun.body().length + " bytes so far" + (shown.isBlank() ? "" : ": " + shown.strip());
    }
}
