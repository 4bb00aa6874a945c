package io.platformapi.verify.checks;

import io.platformapi.contract.Content;
import io.platformapi.contract.Response;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Failure.Blame;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who asks for one documented type alone gets it.
 *
 * <p>A server may answer in another type than the one asked for (RFC 9110, section 12.4.1), and a document may leave
 * the choice to something else, such as a parameter. So it is enough that the type comes at all, unless the operation
 * documents 406 and thereby promises to choose. What is kept as bytes is of the type that it was sent in: that it comes
 * in another is a note.
 */
final class AskedTypes implements OperationCheck {

    private static final Pattern BYTES =
            Pattern.compile("(image|audio|video|font)/.*|application/(octet-stream|pdf|zip|gzip|x-tar)");

    @Override
    public List<Failure> failures(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(AskedTypes::isMissed)
                .filter(exchange -> promises(exchange)
                        || exchanges.stream()
                                .noneMatch(other ->
                                        isIn(other.answer(), wanted(exchange).orElseThrow())))
                .map(AskedTypes::failure)
                .toList();
    }

    private static Optional<MediaType> wanted(Exchange exchange) {
        return Optional.ofNullable(exchange.asked().wanted());
    }

    /** Whether an answer should have been in the type asked for, and is not. */
    private static boolean isMissed(Exchange exchange) {
        HttpResponse answer = exchange.answer();
        return exchange.isAnsweredWith(2)
                && answer.body().length > 0
                && wanted(exchange).filter(type -> !isIn(answer, type)).isPresent()
                && documented(exchange, wanted(exchange).orElseThrow()).isPresent()
                && answer.contentType()
                        .flatMap(sent -> documented(exchange, sent))
                        .isPresent();
    }

    private static boolean isIn(HttpResponse answer, MediaType type) {
        return answer.status() / 100 == 2
                && answer.contentType()
                        .filter(sent -> sent.essence().equals(type.essence()))
                        .isPresent();
    }

    private static boolean promises(Exchange exchange) {
        return exchange.asked().answering().orElseThrow().responses().containsKey("406");
    }

    private static Optional<Content> documented(Exchange exchange, MediaType type) {
        return exchange.asked()
                .answering()
                .flatMap(operation -> operation.response(exchange.answer().status()))
                .map(Response::contents)
                .flatMap(contents -> contents.stream()
                        .filter(content -> content.type().essence().equals(type.essence()))
                        .findFirst());
    }

    /** Whether a content is written from a value, which can be written in any type. */
    private static boolean isOfAValue(Content content) {
        return content.node().member("schema").exists()
                && !BYTES.matcher(content.type().essence()).matches();
    }

    private static Failure failure(Exchange exchange) {
        MediaType type = wanted(exchange).orElseThrow();
        String wanted = type.essence();
        boolean chooses = Stream.of(type, exchange.answer().contentType().orElseThrow())
                .flatMap(each -> documented(exchange, each).stream())
                .allMatch(AskedTypes::isOfAValue);
        return new Failure(
                CheckId.ASKED_TYPE_ANSWERED.id(),
                exchange.asked(),
                "Asked for " + wanted + " alone, the server answers in another type.",
                "the documented " + wanted,
                AnswerExcerpt.of(exchange.answer()),
                documented(exchange, type).orElseThrow().node(),
                chooses ? Blame.SERVER : Blame.NOBODY);
    }
}
