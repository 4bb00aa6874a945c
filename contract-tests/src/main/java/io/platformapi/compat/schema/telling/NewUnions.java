package io.platformapi.compat.schema.telling;

import io.platformapi.compat.schema.shape.Identities;
import io.platformapi.compat.schema.shape.Part;
import io.platformapi.compat.schema.shape.Shape;
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
        Set<Part> asserted = pair.sent().assertions().keySet();
        Set<Part> understood = pair.read().assertions().keySet();
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

    private static boolean isOneOf(Part part) {
        return part.keyword().equals("oneOf");
    }

    private static List<Pairs.Pair> inside(Placed sent, Part part) {
        List<Part> theirs = sent.assertions().keySet().stream()
                .filter(each -> !each.branches().isEmpty())
                .toList();
        return theirs.size() == 1 && !part.branches().isEmpty()
                ? branches(theirs.get(0), part)
                : Inside.of(sent, part).stream().map(Pairs.Pair::of).toList();
    }

    private static List<Pairs.Pair> branches(Part sent, Part read) {
        List<Shape> theirs = sent.branches();
        List<Shape> mine = read.branches();
        List<Pairs.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            String place = "/" + i;
            Shape branch = theirs.get(Math.min(i, theirs.size() - 1));
            pairs.add(new Pairs.Pair(
                    Placed.of(branch, sent.pointer() + place), Placed.of(mine.get(i), read.pointer() + place)));
        }
        return pairs;
    }
}
