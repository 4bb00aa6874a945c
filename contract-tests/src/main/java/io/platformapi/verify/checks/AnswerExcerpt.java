package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.Excerpt;

/** An answer as a message shows it: status, type and the beginning of a text. */
final class AnswerExcerpt {

    private static final int LONGEST = 240;

    private AnswerExcerpt() {}

    static String of(HttpResponse answer) {
        String type = answer.headers().text("Content-Type");
        String text = answer.body().length == 0 ? "" : " " + cut(answer.text());
        return (answer.status() + " " + type).strip() + text;
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "�").strip();
        return Excerpt.of(line, LONGEST);
    }
}
