package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Operation;
import io.platformapi.verify.checks.Exchange;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What answers say of resources that no operation makes or lists: a job whose address is in {@code Location}, a receipt
 * that is named by {@code receiptId}.
 */
final class Mentions {

    private final List<Family> families;
    private final ReadValues values;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<Family, Resource> located = new LinkedHashMap<>();

    Mentions(List<Family> families, ReadValues values) {
        this.families = families.stream()
                .filter(family -> !family.isSingle()
                        && Stream.of(Act.CREATE, Act.REPLACE, Act.LIST)
                                .noneMatch(act -> family.operation(act).isPresent()))
                .toList();
        this.values = values;
    }

    /** Takes from an answer that is a success what it speaks of. */
    void saw(Exchange exchange) {
        if (families.isEmpty() || !exchange.isAnsweredWith(2)) {
            return;
        }
        JsonNode body = Identity.resource(values.answered(exchange));
        for (Family family : families) {
            if (exchange.asked()
                    .answering()
                    .filter(family.operations()::containsValue)
                    .isEmpty()) {
                Optional<String> place = new Identity(family).located(exchange);
                place.ifPresent(id -> located.put(family, new Resource(id, exchange, values.sent(exchange))));
                place.or(() -> named(family, body))
                        .ifPresent(id -> ids.put(family.item().shape(), id));
            }
        }
    }

    /** The member that is called as the variable is, or as what is meant by {@code id}. */
    private static Optional<String> named(Family family, JsonNode body) {
        String variable = Identity.plain(family.variable());
        String collection = family.depth() < 2
                ? ""
                : Identity.plain(
                        family.item().segments().get(family.depth() - 2).text());
        String name = variable.equals("id") ? collection.replaceFirst("s$", "") + "id" : variable;
        return body.properties().stream()
                .filter(member -> Identity.plain(member.getKey()).equals(name)
                        && member.getValue().isValueNode()
                        && !member.getValue().isNull())
                .map(member -> Identity.text(member.getValue()))
                .findFirst();
    }

    /** Whether an operation is about resources that only answers tell of. */
    boolean isToldOf(Operation operation) {
        return families.stream()
                .anyMatch(family ->
                        operation.path().shape().startsWith(family.item().shape()));
    }

    /** The last resource of each family that an answer told the address of. */
    Map<Family, Resource> located() {
        return located;
    }

    /** Forgets a resource that is no more. */
    void forget(String shape) {
        ids.remove(shape);
    }

    /** The last one of a family that an answer spoke of. */
    Optional<String> id(Family family) {
        return Optional.ofNullable(ids.get(family.item().shape()));
    }
}
