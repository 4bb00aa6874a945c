package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.CheckId;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What a program expects of every answer, whatever the document says.
 *
 * @param expectation what is expected, as in {@code every answer names its request}
 * @param holds whether it is so of an answer; called on the thread of the run, one answer after the other
 */
public record OwnCheck(String expectation, BiPredicate<HttpRequest, HttpResponse> holds) implements Check {

    @Override
    public List<Failure> failures(Exchange exchange) {
        return holds.test(exchange.asked().request(), exchange.answer())
                ? List.of()
                : List.of(new Failure(
                        CheckId.OWN_CHECK.id(),
                        exchange.asked(),
                        "It is not so: " + expectation + ".",
                        expectation,
                        AnswerExcerpt.of(exchange.answer()),
                        exchange.asked().documented()));
    }
}
