package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Failure.Blame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a resource is the part that was asked for, and says so (RFC 9110, section 14). A server need not answer in
 * parts; one that says that it does, or documents 206, is asked for the first byte, the last one, those from the second
 * on, those behind the end, and for a part of a version that nobody has.
 */
final class Ranges implements OperationCheck {

    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (?:(\\d{1,15})-(\\d{1,15})|\\*)/(\\d{1,15}|\\*)");
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;

    @Override
    public List<Failure> failures(List<Exchange> exchanges) {
        Optional<Exchange> first = FirstSuccess.of(exchanges, "GET")
                .or(() -> exchanges.stream().filter(Ranges::isRefusedPart).findFirst())
                .filter(Ranges::answersInParts);
        try {
            return first.isEmpty() ? List.of() : new Parts(first.get()).failures();
        } catch (IOException e) {
            return List.of(); // the check of answers tells of silence
        }
    }

    private static boolean isRefusedPart(Exchange exchange) {
        HttpRequest asked = exchange.asked().request();
        return asked.method().equals("GET")
                && asked.headers().has("Range")
                && exchange.answer().status() == NOT_SATISFIABLE;
    }

    private static boolean answersInParts(Exchange exchange) {
        boolean documented = exchange.asked()
                .answering()
                .filter(operation -> operation.responses().containsKey("206"))
                .isPresent();
        return documented
                || exchange.answer().headers().text("Accept-Ranges").strip().equalsIgnoreCase("bytes");
    }

    /** One resource, whole and in parts. */
    private static final class Parts {

        private final Exchange exchange;
        private final HttpRequest asked;
        private final HttpResponse whole;
        private final List<Failure> failures = new ArrayList<>();

        Parts(Exchange exchange) throws IOException {
            this.exchange = exchange;
            this.asked = exchange.asked().request().without("Range").without("If-Range");
            this.whole = exchange.target().answer(asked);
        }

        List<Failure> failures() throws IOException {
            int length = whole.body().length;
            if (whole.status() != OK || length < 2 || !isStable()) {
                return List.of();
            }
            part("bytes=0-0", 0, 0);
            part("bytes=1-", 1, length - 1);
            part("bytes=-1", length - 1, length - 1);
            beyond("bytes=" + length + "-");
            ofAnotherVersion();
            return failures.stream().limit(1).toList();
        }

        /** What changes by itself, or is coded anew each time, has no parts that could be compared. */
        private boolean isStable() throws IOException {
            HttpResponse again = exchange.target().answer(asked);
            return again.status() == OK && Arrays.equals(again.body(), whole.body());
        }

        private void part(String range, int from, int to) throws IOException {
            HttpRequest request = asked.with("Range", range);
            HttpResponse part = exchange.target().answer(request);
            byte[] right = Arrays.copyOfRange(whole.body(), from, to + 1);
            if (part.status() == OK) {
                if (!Arrays.equals(part.body(), whole.body())) {
                    blame(request, "A part is answered as if it were the whole.", "206, or the whole with 200", part);
                }
            } else if (part.status() == PARTIAL) {
                boolean several = part.headers().text("Content-Type").startsWith("multipart/byteranges");
                if (!several && !says(part, from, to)) {
                    blame(
                            request,
                            "A part does not say truly which it is.",
                            "Content-Range: bytes " + from + "-" + to + "/" + whole.body().length,
                            part);
                } else if (!several && !Arrays.equals(part.body(), right)) {
                    blame(
                            request,
                            "A part has other bytes than the whole.",
                            right.length + " bytes from " + from,
                            part);
                }
            } else if (!RateLimited.isIn(part)) {
                blame(request, "A part that is there is refused.", "206, or the whole with 200", part);
            }
        }

        private boolean says(HttpResponse part, int from, int to) {
            Matcher said =
                    CONTENT_RANGE.matcher(part.headers().text("Content-Range").strip());
            return said.matches()
                    && String.valueOf(from).equals(said.group(1))
                    && String.valueOf(to).equals(said.group(2))
                    && isLength(said.group(3));
        }

        private boolean isLength(String text) {
            return text.equals("*") || text.equals(String.valueOf(whole.body().length));
        }

        private void beyond(String range) throws IOException {
            HttpRequest request = asked.with("Range", range);
            HttpResponse answer = exchange.target().answer(request);
            boolean ignored = answer.status() == OK && Arrays.equals(answer.body(), whole.body());
            Matcher said =
                    CONTENT_RANGE.matcher(answer.headers().text("Content-Range").strip());
            boolean refused = answer.status() == NOT_SATISFIABLE
                    && (!answer.headers().has("Content-Range") || said.matches() && isLength(said.group(3)));
            if (!ignored && !refused && !RateLimited.isIn(answer)) {
                blame(
                        request,
                        "A part behind the end is not refused as such.",
                        "416 with Content-Range: bytes */" + whole.body().length + ", or the whole with 200",
                        answer);
            }
        }

        /** Who wants a part of the version that it has, and has another, gets the whole (RFC 9110, section 13.1.5). */
        private void ofAnotherVersion() throws IOException {
            HttpRequest request = asked.with("Range", "bytes=0-0").with("If-Range", "\"nobodys-tag\"");
            HttpResponse answer = exchange.target().answer(request);
            if (answer.status() == PARTIAL) {
                failures.add(failure(
                        request,
                        "Who has another version gets a part of this one.",
                        "the whole with 200",
                        answer,
                        Blame.NOBODY));
            }
        }

        private void blame(HttpRequest request, String cause, String expected, HttpResponse received) {
            failures.add(failure(request, cause, expected, received, Blame.SERVER));
        }

        private Failure failure(
                HttpRequest request, String cause, String expected, HttpResponse received, Blame blame) {
            String range = received.headers().has("Content-Range")
                    ? " with Content-Range: " + received.headers().text("Content-Range")
                    : "";
            return new Failure(
                    CheckId.RANGES.id(),
                    exchange.asked().asking(request),
                    cause,
                    expected + " (RFC 9110, section 14)",
                    "status " + received.status() + range + ", " + received.body().length + " bytes",
                    exchange.asked().documented(),
                    blame);
        }
    }
}
