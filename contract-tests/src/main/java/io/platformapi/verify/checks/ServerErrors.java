package io.platformapi.verify.checks;

import io.platformapi.verify.cases.CheckId;
import java.util.List;

/** A server never fails for what it is sent, whatever that is; 501 is a way to say that a method is not known. */
final class ServerErrors implements Check {

    private static final int NOT_IMPLEMENTED = 501;

    @Override
    public List<Failure> failures(Exchange exchange) {
        int status = exchange.answer().status();
        boolean unknownMethod = status == NOT_IMPLEMENTED
                && exchange.asked().expected().statuses().contains(NOT_IMPLEMENTED);
        return !exchange.isAnsweredWith(5) || unknownMethod
                ? List.of()
                : List.of(new Failure(
                        CheckId.NO_SERVER_ERROR.id(),
                        exchange.asked(),
                        "The server fails with " + status + ".",
                        "any status below 500, for "
                                + exchange.asked().expected().reason(),
                        AnswerExcerpt.of(exchange.answer()),
                        exchange.asked().documented()));
    }
}
