package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names for members that an object does not declare by name. */
final class OtherNames {

    /** How many more names are tried than wanted. */
    static final int FEW = 20;

    private static final int LONGEST = 200;

    private final Demands demands;
    private final Whim whim;
    private final List<String> patterns;
    private final List<Schema> kinds;
    private final boolean closed;

    OtherNames(Demands demands, Whim whim) {
        this.demands = demands;
        this.whim = whim;
        this.patterns = List.copyOf(demands.patterns());
        this.kinds = demands.below("propertyNames");
        this.closed = demands.forbids("additionalProperties") || demands.forbids("unevaluatedProperties");
    }

    /** A name, another one for each number; empty where the next may do better. */
    Optional<String> name(int number) {
        return candidate(number).stream()
                .flatMap(name -> Stream.of(name + number, name))
                .skip(isFree() || number == 1 ? 1 : 0)
                .filter(name -> !closed || !demands.member(name).isEmpty())
                .filter(name -> kinds.stream()
                        .allMatch(kind -> kind.faults(TextNode.valueOf(name)).isEmpty()))
                .findFirst();
    }

    /** Whether any name will do. */
    private boolean isFree() {
        boolean others = !closed && !demands.below("additionalProperties").isEmpty();
        return kinds.isEmpty() && (patterns.isEmpty() || others);
    }

    private Optional<String> candidate(int number) {
        Whim other = bound -> (whim.pick(bound) + number) % bound;
        if (!kinds.isEmpty()) {
            return Optional.of(Sampler.ofRequests(other)
                    .sample(kinds.get(number % kinds.size()))
                    .asText());
        }
        return isFree()
                ? Optional.of("property" + number)
                : PatternSample.text(patterns.get(number % patterns.size()), other, 1, LONGEST);
    }
}
