package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes up bodies that a server takes: what refers to something that has to be there, such as the customer of an order,
 * is borrowed from a body that it took. Which members those are is learnt by what is refused without them.
 */
final class Borrowing {

    private static final Pattern REFERRING =
            Pattern.compile("(?i).*(id|ids|ref|refs|uuid|code|slug|key|number|parent|name)");

    private static final int MOST_TRIES = 10;

    private final Cases cases;
    private final ReadValues values;
    private final Map<String, ObjectNode> lent = new HashMap<>();
    private final Set<String> tried = new HashSet<>();

    Borrowing(Cases cases, ReadValues values) {
        this.cases = cases;
        this.values = values;
    }

    /** Sends a request, placed where it belongs; whether it succeeded. */
    @FunctionalInterface
    interface Trial {
        boolean isTaken(Case one) throws IOException;
    }

    /** A valid case, with what has to be borrowed as far as that is known; as the document shows it for the seed 0. */
    Optional<Case> valid(Family family, Operation operation, long seed) {
        Optional<Case> made = cases.valid(operation, seed);
        ObjectNode members = lent.get(family.item().shape());
        return seed == 0 || members == null
                ? made
                : made.flatMap(one -> with(operation, one, members).or(() -> made));
    }

    /** The case with other values of the members that it has. */
    private Optional<Case> with(Operation operation, Case made, ObjectNode members) {
        if (!(values.sent(made) instanceof ObjectNode own)) {
            return Optional.empty();
        }
        ObjectNode whole = own.deepCopy();
        members.properties().stream()
                .filter(member -> own.has(member.getKey()))
                .forEach(member -> whole.set(member.getKey(), member.getValue()));
        return cases.valid(operation, whole)
                .map(one -> one.asking(one.request().withPath(made.request().path())));
    }

    /**
     * Learns what has to be borrowed, once; whether it did.
     *
     * @param refused a made-up case that was refused
     * @param accepted a request that was not
     */
    boolean learns(Family family, Operation operation, Case refused, Exchange accepted, Trial trial)
            throws IOException {
        if (!tried.add(family.item().shape())
                || !(values.sent(accepted) instanceof ObjectNode taken)
                || !(values.sent(refused) instanceof ObjectNode own)) {
            return false;
        }
        List<String> shared = taken.properties().stream()
                .filter(member -> isName(member.getValue()) && own.has(member.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        for (List<String> names : candidates(shared)) {
            ObjectNode members = taken.deepCopy().retain(names);
            Optional<Case> one = with(operation, refused, members);
            if (one.isPresent() && trial.isTaken(one.get())) {
                lent.put(family.item().shape(), members);
                return true;
            }
        }
        return false;
    }

    private static boolean isName(JsonNode value) {
        return value.isTextual() || value.isIntegralNumber();
    }

    /** What may have to be borrowed, the least first: what is called like a reference, and one other member. */
    private static List<List<String>> candidates(List<String> shared) {
        List<String> referring = shared.stream()
                .filter(name -> REFERRING.matcher(name).matches())
                .toList();
        Stream<List<String>> more = shared.stream()
                .filter(name -> !referring.contains(name))
                .limit(MOST_TRIES)
                .map(name -> Stream.concat(referring.stream(), Stream.of(name)).toList());
        return Stream.concat(Stream.of(referring).filter(names -> !names.isEmpty()), more)
                .toList();
    }
}
