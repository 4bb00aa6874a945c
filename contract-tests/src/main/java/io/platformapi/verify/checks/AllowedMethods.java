package io.platformapi.verify.checks;

import io.platformapi.verify.cases.CheckId;
import java.util.List;

/** A refusal of a method says which are allowed (RFC 9110, section 15.5.6). */
final class AllowedMethods implements Check {

    @Override
    public List<Failure> failures(Exchange exchange) {
        return exchange.answer().status() != 405 || exchange.answer().headers().has("Allow")
                ? List.of()
                : List.of(new Failure(
                        CheckId.ALLOW_HEADER.id(),
                        exchange.asked(),
                        "A 405 does not say which methods are allowed.",
                        "a header Allow (RFC 9110, section 15.5.6)",
                        "405 without it",
                        exchange.asked().documented()));
    }
}
