package io.platformapi.verify.checks;

import io.platformapi.verify.cases.CheckId;
import java.util.List;

/**
 * Credentials that nobody was given are not accepted.
 *
 * <p>Who lets everybody in is told so once, by those who have none. A mock takes any.
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
                                        .filter(failure -> !Mocks.answered(exchange)))
                        .toList();
    }

    private static boolean isOf(CheckId check, Exchange exchange) {
        return exchange.asked().expected().check().equals(check.id()) && !RateLimited.isIn(exchange.answer());
    }
}
