package io.platformapi.verify;

import io.platformapi.contract.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer to a valid request that is no success.
 *
 * @param status its status
 * @param page the title of the HTML page that it is; "HTML" for one without, empty for anything else
 * @param elsewhere where it redirects to; empty where it does not
 */
record Miss(int status, String page, String elsewhere) {

    /** Stands for an answer that misses nothing. */
    static final Miss NONE = new Miss(0, "", "");

    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>\\s*([^<]{1,60})");

    static Miss of(HttpResponse answer) {
        boolean redirects = answer.status() / 100 == 3;
        return new Miss(
                answer.status(),
                page(answer),
                redirects ? answer.headers().text("Location").replaceFirst("[?#].*", "") : "");
    }

    /** What kind of page an answer is; empty for none. */
    static String page(HttpResponse answer) {
        boolean html = answer.contentType()
                .filter(type ->
                        type.essence().equals("text/html") || type.essence().equals("application/xhtml+xml"))
                .isPresent();
        if (!html) {
            return "";
        }
        Matcher title = TITLE.matcher(answer.text());
        return title.find() ? title.group(1).replaceAll("\\s+", " ").strip() : "HTML";
    }

    @Override
    public String toString() {
        return elsewhere.isEmpty() ? String.valueOf(status) : status + " to " + elsewhere;
    }
}
