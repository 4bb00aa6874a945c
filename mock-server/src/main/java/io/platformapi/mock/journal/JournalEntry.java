package io.platformapi.mock.journal;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One request and its answer: one that the mock was asked, or one that it sent by itself.
 *
 * @param number its place among all of its journal, from 1
 * @param at when the answer was decided
 * @param request what was asked, its body perhaps cut off
 * @param response what was answered, its body perhaps cut off, and none to HEAD; of status 0 where no answer came
 * @param operation the id of the operation that was asked for; empty where none was found
 * @param why why this was the answer, in a few words
 * @param validity whether the request keeps the document
 * @param violations what is wrong with the request by the document, and with an answer from elsewhere; the first of
 *     many
 * @param took from the request's last byte to the decision, without any delay that was asked for
 * @param direction who sent the request
 */
public record JournalEntry(
        long number,
        Instant at,
        HttpRequest request,
        HttpResponse response,
        Optional<String> operation,
        Supplier<String> why,
        Validity validity,
        List<ViolationNote> violations,
        Duration took,
        Direction direction) {

    /** How many bytes of a body are told; one more is kept, which says that there were more. */
    static final int MOST_BYTES = 1 << 14;

    public JournalEntry {
        request = kept(request);
        response = kept(request.method().equals("HEAD") ? response.withoutBody() : response);
        violations = List.copyOf(violations);
    }

    /** Whether a body that was kept is not all of it. */
    static boolean isCut(byte[] body) {
        return body.length > MOST_BYTES;
    }

    /** What is told of a body that was kept. */
    static String text(byte[] body) {
        return new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.UTF_8);
    }

    private static HttpRequest kept(HttpRequest request) {
        byte[] body = request.body();
        return !isCut(body)
                ? request
                : new HttpRequest(
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        Arrays.copyOf(body, MOST_BYTES + 1));
    }

    private static HttpResponse kept(HttpResponse response) {
        byte[] body = response.body();
        return !isCut(body)
                ? response
                : new HttpResponse(response.status(), response.headers(), Arrays.copyOf(body, MOST_BYTES + 1));
    }
}
