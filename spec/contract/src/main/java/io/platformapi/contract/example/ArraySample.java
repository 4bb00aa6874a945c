package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.example.Sampling.Members;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A list with an item for each place of its tuple, and some more where it may have more. */
final class ArraySample {

    private static final int SOME = 3;

    private final Sampling sampling;
    private final Demands demands;
    private final Members members;
    private final ArrayNode array = JsonNodeFactory.instance.arrayNode();

    ArraySample(Sampling sampling, Demands demands, Members members) {
        this.sampling = sampling;
        this.demands = demands;
        this.members = members;
    }

    ArrayNode array() {
        int wanted = wanted();
        List<Schema> contained = demands.below("contains");
        int containing = contained.isEmpty() ? 0 : Math.max(demands.least("minContains"), 1);
        boolean goesOn = true;
        for (int i = 0; i < wanted && goesOn; i++) {
            goesOn = add(
                    i < containing
                            ? Stream.concat(demands.item(i).stream(), contained.stream())
                                    .toList()
                            : demands.item(i));
        }
        return array;
    }

    /** Whether there was an item to add: of items that differ there may not be as many as wanted. */
    private boolean add(List<Schema> place) {
        JsonNode item = sampling.value(place, members);
        Optional<JsonNode> added = demands.says("uniqueItems") ? Variation.of(item, place, array) : Optional.of(item);
        added.ifPresent(array::add);
        return added.isPresent();
    }

    /** A list is not empty where it may be more, unless it would need what is being worked on. */
    private int wanted() {
        int least =
                Math.max(demands.least("minItems"), demands.below("contains").isEmpty() ? 0 : 1);
        int most = demands.most("maxItems");
        int places = demands.places();
        List<Schema> further = demands.item(places);
        boolean ended = members == Members.FLATTEST
                || sampling.isOpen(further)
                || further.isEmpty() && places > 0
                || demands.forbids("items") && places == 0
                || sampling.whim().spares();
        int some = ended ? 0 : 1 + sampling.whim().index(SOME);
        return Math.min(most, Math.max(Math.max(least, members == Members.FLATTEST ? 0 : places), some));
    }
}
