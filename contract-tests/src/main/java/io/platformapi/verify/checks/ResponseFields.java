package io.platformapi.verify.checks;

import io.platformapi.contract.http.Headers;
import io.platformapi.verify.cases.CheckId;
import java.net.URI;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The fields that HTTP itself gives a meaning are spelled as HTTP has them, and are not missing where they must be. */
final class ResponseFields implements Check {

    private static final int NO_CONTENT = 204;
    private static final int PARTIAL = 206;

    @Override
    public List<Failure> failures(Exchange exchange) {
        List<Failure> failures = new ArrayList<>();
        Headers headers = exchange.answer().headers();
        int status = exchange.answer().status();
        if (headers.has("Retry-After") && !isTime(headers.text("Retry-After"))) {
            failures.add(failure(
                    exchange,
                    "Retry-After is neither a number of seconds nor a date.",
                    "such as 120 (RFC 9110, section 10.2.3)",
                    headers.text("Retry-After")));
        }
        if (headers.has("Last-Modified") && !isDate(headers.text("Last-Modified"))) {
            failures.add(failure(
                    exchange,
                    "Last-Modified is no date of HTTP.",
                    "such as Sun, 06 Nov 1994 08:49:37 GMT (RFC 9110, section 8.8.2)",
                    headers.text("Last-Modified")));
        }
        if (exchange.answer().isRedirect() && !headers.has("Location")) {
            failures.add(failure(
                    exchange,
                    "A redirect does not say where to.",
                    "a header Location (RFC 9110, section 15.4)",
                    status + " without it"));
        }
        if (headers.has("Location") && !isReference(headers.text("Location"))) {
            failures.add(failure(
                    exchange,
                    "Location is no reference to a resource.",
                    "a URI reference (RFC 9110, section 10.2.2)",
                    headers.text("Location")));
        }
        if (status == NO_CONTENT && !headers.text("Content-Length").matches("0*")) {
            failures.add(failure(
                    exchange,
                    "An answer without content says that it has some.",
                    "no Content-Length (RFC 9110, section 8.6)",
                    "Content-Length: " + headers.text("Content-Length")));
        }
        boolean several = headers.text("Content-Type").startsWith("multipart/byteranges");
        boolean part = status == PARTIAL && exchange.asked().request().headers().has("Range");
        if (part && !several && !headers.has("Content-Range")) {
            failures.add(failure(
                    exchange,
                    "A part does not say which it is.",
                    "a header Content-Range (RFC 9110, section 15.3.7.1)",
                    "206 without it"));
        }
        return failures;
    }

    private static boolean isTime(String text) {
        return text.strip().matches("\\d+") || isDate(text);
    }

    private static boolean isDate(String text) {
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip());
            return text.strip().endsWith("GMT");
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isReference(String text) {
        try {
            return !URI.create(text.strip()).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Failure failure(Exchange exchange, String cause, String expected, String received) {
        return new Failure(
                CheckId.RESPONSE_FIELDS.id(),
                exchange.asked(),
                cause,
                expected,
                received,
                exchange.asked().documented());
    }
}
