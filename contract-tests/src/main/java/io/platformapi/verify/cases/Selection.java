package io.platformapi.verify.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses among the ways to break a request as many as may be sent.
 *
 * <p>Each type of body gets its turn; in each, every place is broken once before one is broken twice, and by every rule
 * before one rule breaks another item of the same list. Luck decides among the rest only, the same for the same seed.
 */
final class Selection {

    private final Budget budget;

    Selection(Budget budget) {
        this.budget = budget;
    }

    /** What is chosen, those that tell most first; made as it is wanted. */
    static final class Chosen {

        static final Chosen NOTHING = new Chosen(List::of, way -> Optional.empty(), 0);

        private final Supplier<List<Break>> ways;
        private final Function<Break, Optional<Case>> cases;
        private final int most;
        private int all;
        private int looked;
        private int made;

        private Chosen(Supplier<List<Break>> ways, Function<Break, Optional<Case>> cases, int most) {
            this.ways = ways;
            this.cases = cases;
            this.most = most;
        }

        Stream<Case> cases() {
            List<Break> found = ways.get();
            all = found.size();
            return found.stream()
                    .peek(way -> looked++)
                    .flatMap(way -> cases.apply(way).stream())
                    .limit(most)
                    .peek(one -> made++);
        }

        /** How many ways are left out, because no more may be sent. */
        int left() {
            return made >= most ? all - looked : 0;
        }
    }

    /**
     * The cases of the ways chosen.
     *
     * @param cases makes the case of a way, unless it breaks nothing
     */
    Chosen chosen(Supplier<List<List<Break>>> byType, Function<Break, Optional<Case>> cases) {
        return new Chosen(() -> inTurns(byType.get()), cases, budget.derived());
    }

    private List<Break> inTurns(List<List<Break>> byType) {
        List<List<Break>> turns = byType.stream().map(this::inTurn).toList();
        int longest = turns.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(turn ->
                        turns.stream().filter(type -> turn < type.size()).map(type -> type.get(turn)))
                .toList();
    }

    private List<Break> inTurn(List<Break> ways) {
        List<Break> shuffled = new ArrayList<>(ways);
        Collections.shuffle(shuffled, new Random(budget.seed()));
        return sorted(sorted(shuffled, way -> way.kindOfPlace() + "/" + way.rule()), Break::kindOfPlace);
    }

    /** Those that are the first of their kind before those that are the second. */
    private static List<Break> sorted(List<Break> ways, Function<Break, String> kind) {
        Map<String, Integer> counts = new HashMap<>();
        Map<Break, Integer> ranks = new IdentityHashMap<>();
        ways.forEach(way -> ranks.put(way, counts.merge(kind.apply(way), 1, Integer::sum)));
        return ways.stream().sorted(Comparator.comparing(ranks::get)).toList();
    }
}
