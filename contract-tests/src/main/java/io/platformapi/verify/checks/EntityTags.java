package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Failure.Blame;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An entity tag is one, and whoever sends it back learns that nothing has changed (RFC 9110, section 13.1.2). */
final class EntityTags implements OperationCheck {

    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");
    private static final int NOT_MODIFIED = 304;
    private static final int OK = 200;

    @Override
    public List<Failure> failures(List<Exchange> exchanges) {
        return FirstSuccess.of(exchanges, "GET")
                .filter(exchange -> exchange.answer().status() == OK
                        && exchange.answer().headers().has("ETag"))
                .flatMap(EntityTags::failure)
                .stream()
                .toList();
    }

    private static Optional<Failure> failure(Exchange exchange) {
        String tag = exchange.answer().headers().text("ETag");
        if (!TAG.matcher(tag).matches()) {
            return Optional.of(failure(
                    exchange,
                    exchange.asked().request(),
                    "ETag is not spelled as an entity tag.",
                    "a text in double quotes (RFC 9110, section 8.8.3)",
                    tag,
                    Blame.SERVER));
        }
        try {
            return compare(exchange, tag);
        } catch (IOException e) {
            return Optional.empty(); // the check of answers tells of silence
        }
    }

    private static Optional<Failure> compare(Exchange exchange, String tag) throws IOException {
        HttpRequest same = exchange.asked().request().with("If-None-Match", tag);
        HttpRequest other = exchange.asked().request().with("If-None-Match", "\"nobodys-tag\"");
        HttpResponse known = exchange.target().answer(same);
        HttpResponse strange = exchange.target().answer(other);
        if (strange.status() == NOT_MODIFIED) {
            return Optional.of(failure(
                    exchange,
                    other,
                    "Who has another version is told that nothing has changed.",
                    "200",
                    "304",
                    Blame.SERVER));
        }
        boolean unchanged = known.headers().text("ETag").equals(tag)
                || known.status() / 100 != 2
                || known.text().equals(exchange.answer().text());
        if (known.status() == NOT_MODIFIED) {
            return notModified(exchange, same, known).or(() -> otherwiseSpelled(exchange, tag));
        }
        if (RateLimited.isIn(known) || !unchanged) {
            return Optional.empty();
        }
        boolean promised =
                exchange.asked().answering().orElseThrow().responses().containsKey("304");
        return Optional.of(failure(
                exchange,
                same,
                "Who has the current version is not told so.",
                "304 (RFC 9110, section 13.1.2)",
                "status " + known.status(),
                promised || known.status() / 100 != 2 ? Blame.SERVER : Blame.NOBODY));
    }

    /** What an answer that nothing has changed says of the version is true, and it names it (RFC 9110). */
    private static Optional<Failure> notModified(Exchange exchange, HttpRequest request, HttpResponse known) {
        String length = known.headers().text("Content-Length");
        if (!length.isEmpty() && isStrong(exchange) && !length.equals(length(exchange.answer()))) {
            return Optional.of(failure(
                    exchange,
                    request,
                    "An answer that nothing has changed tells another length than there is.",
                    "no Content-Length, or that of 200: " + length(exchange.answer()) + " (RFC 9110, section 8.6)",
                    "Content-Length: " + length,
                    Blame.SERVER));
        }
        return known.headers().has("ETag")
                ? Optional.empty()
                : Optional.of(failure(
                        exchange,
                        request,
                        "An answer that nothing has changed does not name the version.",
                        "the ETag of 200 (RFC 9110, section 15.4.5)",
                        "304 without it",
                        Blame.NOBODY));
    }

    /** Whether the tag stands for the very bytes, which were not coded since. */
    private static boolean isStrong(Exchange exchange) {
        return exchange.answer().headers().text("ETag").startsWith("\"")
                && !exchange.answer().headers().has("Content-Encoding");
    }

    private static String length(HttpResponse answer) {
        return answer.headers().first("Content-Length").orElse(String.valueOf(answer.body().length));
    }

    /** Whoever knows a tag may say it among others, as a weak one, or ask for any (RFC 9110, section 13.1.2). */
    private static Optional<Failure> otherwiseSpelled(Exchange exchange, String tag) {
        String weak = tag.startsWith("W/") ? tag : "W/" + tag;
        for (String spelling : List.of("\"nobodys-tag\", " + tag, weak, "*")) {
            HttpRequest request = exchange.asked().request().with("If-None-Match", spelling);
            try {
                HttpResponse answer = exchange.target().answer(request);
                if (answer.status() == OK && answer.headers().text("ETag").equals(tag)) {
                    return Optional.of(failure(
                            exchange,
                            request,
                            "Who has the current version is not told so where it says that otherwise.",
                            "304 (RFC 9110, section 13.1.2)",
                            "status 200",
                            Blame.NOBODY));
                }
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Failure failure(
            Exchange exchange, HttpRequest request, String cause, String expected, String received, Blame blame) {
        return new Failure(
                CheckId.ENTITY_TAGS.id(),
                exchange.asked().asking(request),
                cause,
                expected,
                received,
                exchange.asked().documented(),
                blame);
    }
}
