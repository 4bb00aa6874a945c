package io.platformapi.compat;

import io.platformapi.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * The operations of two editions that match the same requests, paired: those of the same path first, then those of the
 * same id, then the others in order. An old one that is left over is still asked for, and so is compared with the first
 * of the new ones that answers now.
 */
final class Partners {

    private final Map<Operation, Operation> partners = new LinkedHashMap<>();
    private final List<Operation> alone;

    Partners(List<Operation> olds, List<Operation> freshes) {
        alone = new ArrayList<>(freshes);
        List<Operation> left = new ArrayList<>(olds);
        pair(left, (old, fresh) -> old.path().text().equals(fresh.path().text()));
        pair(left, (old, fresh) -> old.id().equals(fresh.id()));
        pair(left, (old, fresh) -> true);
        left.forEach(old -> partners.put(old, freshes.get(0)));
    }

    private void pair(List<Operation> left, BiPredicate<Operation, Operation> alike) {
        for (Operation old : List.copyOf(left)) {
            alone.stream().filter(fresh -> alike.test(old, fresh)).findFirst().ifPresent(fresh -> {
                partners.put(old, fresh);
                alone.remove(fresh);
                left.remove(old);
            });
        }
    }

    /** Hands out the pairs, and what is new. */
    void each(BiConsumer<Operation, Operation> pair, Consumer<Operation> added) {
        partners.forEach(pair);
        alone.forEach(added);
    }
}
