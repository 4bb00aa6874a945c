package io.platformapi.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.chains.Courier;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Learns which members of a body must differ from those of all that was made before, and sees to it that they do.
 *
 * <p>A server that wants names to differ refuses whatever has a name that is taken, so that its refusal tells nothing
 * of what else is wrong, or right, with a request. What is refused so is asked again by another name.
 */
final class UniqueKeys {

    private static final int MOST = 12;

    private final Cases cases;
    private final Courier courier;
    private final Map<String, Keys> known = new HashMap<>();
    private long turn;

    UniqueKeys(Cases cases, Courier courier) {
        this.cases = cases;
        this.courier = courier;
    }

    /** What is known of one operation. */
    private static final class Keys {
        private List<String> pointers = List.of();
        private boolean isLearnt;
        private Optional<Case> accepted = Optional.empty();
        private final Map<String, Set<JsonNode>> taken = new HashMap<>();
    }

    /** The answer to a case, by another name where its own is taken; empty if there is none. */
    Optional<Exchange> exchange(Operation operation, Case asked) throws IOException {
        if (!Set.of("POST", "PUT", "PATCH").contains(operation.method())) {
            return courier.exchange(asked);
        }
        Keys keys = known.computeIfAbsent(operation.id(), id -> new Keys());
        if (isRepeated(keys, asked)) {
            learn(operation, keys, asked);
        }
        Case sent = renewed(operation, keys, asked);
        Optional<Exchange> exchange = sent(operation, keys, sent);
        boolean again =
                exchange.isPresent() && maySayTaken(exchange.get()) && isLearnt(operation, keys, exchange.get());
        if (!again) {
            return exchange;
        }
        take(operation, keys, sent);
        Case other = renewed(operation, keys, sent);
        return other == sent ? exchange : sent(operation, keys, other);
    }

    /** The answer to a case as it is; what is accepted is taken from then on. */
    private Optional<Exchange> sent(Operation operation, Keys keys, Case asked) throws IOException {
        Optional<Exchange> exchange = courier.exchange(asked);
        if (exchange.filter(one -> one.isAnsweredWith(2)).isPresent()) {
            if (asked.expected().verdict() != Verdict.REFUSED) {
                keys.accepted = Optional.of(asked);
            }
            take(operation, keys, asked);
        }
        return exchange;
    }

    /** Whether a case says once more what was accepted, before it is known whether that may be said twice. */
    private static boolean isRepeated(Keys keys, Case asked) {
        return !keys.isLearnt
                && asked.request().hasBody()
                && keys.accepted
                        .filter(one -> Arrays.equals(
                                asked.request().body(), one.request().body()))
                        .isPresent();
    }

    /** Whether the reason may be what is there already: 409, or for what ought to be taken any word for invalid. */
    private static boolean maySayTaken(Exchange exchange) {
        int status = exchange.answer().status();
        boolean varied = exchange.asked().expected().verdict() == Verdict.VARIED;
        return status == 409 || varied && (status == 400 || status == 422);
    }

    private void take(Operation operation, Keys keys, Case sent) {
        cases.texts(operation, sent, keys.pointers)
                .forEach((pointer, text) -> keys.taken
                        .computeIfAbsent(pointer, any -> new HashSet<>())
                        .add(text));
    }

    /** The case with other names in place of those that are taken. */
    private Case renewed(Operation operation, Keys keys, Case asked) {
        List<String> taken = cases.texts(operation, asked, keys.pointers).entrySet().stream()
                .filter(text -> keys.taken.getOrDefault(text.getKey(), Set.of()).contains(text.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return taken.isEmpty()
                ? asked
                : cases.renamed(operation, asked, taken, ++turn).orElse(asked);
    }

    private boolean isLearnt(Operation operation, Keys keys, Exchange refused) throws IOException {
        if (!keys.isLearnt && keys.accepted.isPresent()) {
            learn(operation, keys, keys.accepted.get());
        } else if (!keys.isLearnt && refused.answer().status() == 409) {
            keys.isLearnt = refused.asked().expected().verdict() != Verdict.REFUSED;
            keys.pointers = keys.isLearnt ? learnt(operation, refused.asked().again()) : List.of();
        }
        return !keys.pointers.isEmpty();
    }

    private void learn(Operation operation, Keys keys, Case accepted) throws IOException {
        keys.isLearnt = true;
        if (!isAccepted(accepted.again())) {
            keys.pointers = learnt(operation, accepted.again());
            take(operation, keys, accepted);
        }
    }

    /** The one member that makes a difference, or all of them where none does alone. */
    private List<String> learnt(Operation operation, Case base) throws IOException {
        List<String> places = cases.keys(operation, base).stream().limit(MOST).toList();
        for (String place : places) {
            if (isAcceptedBy(operation, base, List.of(place))) {
                return List.of(place);
            }
        }
        return places.size() > 1 && isAcceptedBy(operation, base, places) ? places : List.of();
    }

    private boolean isAcceptedBy(Operation operation, Case base, List<String> places) throws IOException {
        Optional<Case> other = cases.renamed(operation, base, places, ++turn);
        return other.isPresent() && isAccepted(other.get());
    }

    private boolean isAccepted(Case one) throws IOException {
        return courier.exchange(one).filter(answer -> answer.isAnsweredWith(2)).isPresent();
    }
}
