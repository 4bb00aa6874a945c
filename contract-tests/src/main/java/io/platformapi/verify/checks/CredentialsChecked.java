package io.platformapi.verify.checks;

import io.platformapi.contract.source.Node;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Failure.Blame;
import java.util.List;
import java.util.stream.Stream;

/**
 * Credentials that nobody was given are not accepted.
 *
 * <p>Who lets everybody in is told so once, by those who have none. That a mock takes any is a note.
 */
final class CredentialsChecked implements OperationCheck {

    @Override
    public List<Failure> failures(List<Exchange> exchanges) {
        boolean open = exchanges.stream()
                .filter(exchange -> isOf(CheckId.CREDENTIALS_REQUIRED, exchange))
                .anyMatch(exchange -> !exchange.isAnsweredWith(4));
        return open
                ? List.of()
                : exchanges.stream()
                        .filter(exchange -> isOf(CheckId.CREDENTIALS_CHECKED, exchange))
                        .flatMap(
                                exchange -> RefusedAsDocumented.failures(
                                                exchange, exchange.asked().expected())
                                        .stream()
                                        .map(failure -> Mocks.answered(exchange) ? ofAMock(failure) : failure))
                        .toList();
    }

    /** What is no breach of a mock, and is not for that held against nobody in silence: once for all operations. */
    private static Failure ofAMock(Failure failure) {
        return new Failure(
                failure.check(),
                failure.asked(),
                "Any credentials are taken: the server answers Prefer as a mock does, which knows none.",
                failure.expected(),
                failure.received(),
                schemes(failure.documented().root()),
                Blame.NOBODY);
    }

    private static Node schemes(Node document) {
        return Stream.of(
                        document.member("components").member("securitySchemes"), document.member("securityDefinitions"))
                .filter(Node::exists)
                .findFirst()
                .orElse(document);
    }

    private static boolean isOf(CheckId check, Exchange exchange) {
        return exchange.asked().expected().check().equals(check.id()) && !RateLimited.isIn(exchange.answer());
    }
}
