package io.platformapi.verify.chains;

import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate.Segment;
import io.platformapi.contract.http.Percent;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.checks.Exchange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in paths for what no operation is about, such as the account in {@code /accounts/{account}/orders}: the
 * first text by which a valid request succeeded.
 */
final class Scopes {

    private final Map<String, String> texts = new HashMap<>();

    /** Takes from a valid request that succeeded what led there. */
    void saw(Exchange exchange) {
        boolean valid = exchange.asked().expected().verdict() != Verdict.REFUSED && exchange.isAnsweredWith(2);
        exchange.asked().answering().filter(operation -> valid).ifPresent(operation -> keep(operation, exchange));
    }

    private void keep(Operation operation, Exchange exchange) {
        List<Segment> template = operation.path().segments();
        String[] segments = exchange.asked().request().path().split("/", -1);
        int shift = segments.length - template.size();
        for (int i = 0; i < template.size() && shift >= 0; i++) {
            if (!template.get(i).variables().isEmpty()) {
                String shape = KnownIds.shape(operation.path(), i);
                Percent.decoded(segments[i + shift]).ifPresent(text -> texts.putIfAbsent(shape, text));
            }
        }
    }

    /** The text for the last variable of the beginning of a path. */
    Optional<String> text(String shape) {
        return Optional.ofNullable(texts.get(shape));
    }
}
