package io.platformapi.mock;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.mock.proxy.Arrival;
import io.platformapi.mock.proxy.PlainAnswer;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the answer of an API.
 *
 * @param violations in what it breaks the document
 * @param unseen what of it was not looked at, in words
 */
record AnswerJudgement(List<Violation> violations, Optional<String> unseen) {

    /** Of an answer that no operation gave. */
    static final AnswerJudgement NONE = new AnswerJudgement(
            List.of(), Optional.of("not looked at: no operation of the document has this path and method"));

    static AnswerJudgement of(ResponseCheck check, Operation operation, HttpRequest request, Arrival arrival) {
        HttpResponse response = arrival.response();
        if (arrival.rest().isPresent()) {
            return ofHead(check, operation, response, "a body that is passed on while it comes");
        }
        Optional<HttpResponse> plain = PlainAnswer.of(response);
        if (plain.isEmpty()) {
            String coding = response.headers().text("Content-Encoding");
            return ofHead(check, operation, response, "a body that is coded as " + coding);
        }
        HttpResponse answer = plain.get();
        boolean typed = answer.body().length == 0 || check.reads(operation, answer);
        List<Violation> violations = check.violations(operation, request.method(), answer);
        return new AnswerJudgement(
                violations,
                typed || !violations.isEmpty()
                        ? Optional.empty()
                        : Optional.of("not looked at: the values of a body in "
                                + answer.headers().text("Content-Type")));
    }

    /** All but the body, as of an answer to HEAD. */
    private static AnswerJudgement ofHead(
            ResponseCheck check, Operation operation, HttpResponse response, String unseen) {
        return new AnswerJudgement(
                check.violations(operation, "HEAD", response.withoutBody()), Optional.of("not looked at: " + unseen));
    }
}
