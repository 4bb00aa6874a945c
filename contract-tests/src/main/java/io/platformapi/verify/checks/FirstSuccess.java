package io.platformapi.verify.checks;

import io.platformapi.verify.cases.Expected.Verdict;
import java.util.List;
import java.util.Optional;

/** Finds the exchange that shows best what an operation does: the first valid request that succeeded. */
final class FirstSuccess {

    private FirstSuccess() {}

    static Optional<Exchange> of(List<Exchange> exchanges, String method) {
        return exchanges.stream()
                .filter(exchange -> exchange.asked().request().method().equals(method))
                .filter(exchange -> exchange.asked().expected().verdict() != Verdict.REFUSED)
                .filter(exchange -> exchange.isAnsweredWith(2))
                .findFirst();
    }
}
