package io.platformapi.compat.schema.telling;

import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.Identities;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds whether a reader has {@code oneOf} where its sender has none, walking both side by side. */
public final class NewUnions {

    private final Pairs<Placed> pairs;

    public NewUnions(Identities identities) {
        this.pairs = new Pairs<>(identities, NewUnions::look);
    }

    public boolean isIn(Placed sent, Placed read) {
        return !pairs.reached(new Pairs.Pair(sent, read)).isEmpty();
    }

    private static Pairs.Sight<Placed> look(Pairs.Pair pair) {
        Set<PlacedAssertion> asserted = pair.sent().assertions().keySet();
        Set<PlacedAssertion> understood = pair.read().assertions().keySet();
        if (understood.stream().anyMatch(NewUnions::isOneOf)
                && asserted.stream().noneMatch(NewUnions::isOneOf)) {
            return new Pairs.Sight<>(List.of(pair.read()), List.of());
        }
        return new Pairs.Sight<>(
                List.of(),
                understood.stream()
                        .flatMap(part -> inside(pair.sent(), part).stream())
                        .toList());
    }

    private static boolean isOneOf(PlacedAssertion part) {
        return part.keyword().equals("oneOf");
    }

    private static List<Pairs.Pair> inside(Placed sent, PlacedAssertion part) {
        List<PlacedAssertion> theirs = sent.assertions().keySet().stream()
                .filter(each -> !each.branches().isEmpty())
                .toList();
        return theirs.size() == 1 && !part.branches().isEmpty()
                ? branches(theirs.get(0), part)
                : InnerPart.of(sent, part).stream().map(Pairs.Pair::of).toList();
    }

    private static List<Pairs.Pair> branches(PlacedAssertion sent, PlacedAssertion read) {
        List<Conjunction> theirs = sent.branches();
        List<Conjunction> mine = read.branches();
        List<Pairs.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            String place = "/" + i;
            Conjunction branch = theirs.get(Math.min(i, theirs.size() - 1));
            pairs.add(new Pairs.Pair(
                    Placed.of(branch, sent.pointer() + place), Placed.of(mine.get(i), read.pointer() + place)));
        }
        return pairs;
    }
}
