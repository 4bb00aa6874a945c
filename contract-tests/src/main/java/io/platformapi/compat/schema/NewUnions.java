package io.platformapi.compat.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds whether a reader has {@code oneOf} where its sender has none, walking both side by side. */
final class NewUnions {

    private final Identities identities;
    private final Set<List<Object>> passed = new HashSet<>();

    NewUnions(Identities identities) {
        this.identities = identities;
    }

    boolean isIn(Placed sent, Placed read) {
        boolean same = identities.of(sent.shape()) == identities.of(read.shape());
        if (same || !passed.add(List.of(sent.pointer(), read.pointer()))) {
            return false;
        }
        Set<Part> asserted = sent.assertions().keySet();
        Set<Part> understood = read.assertions().keySet();
        if (understood.stream().anyMatch(NewUnions::isOneOf)
                && asserted.stream().noneMatch(NewUnions::isOneOf)) {
            return true;
        }
        return understood.stream().anyMatch(part -> isInside(sent, part));
    }

    private static boolean isOneOf(Part part) {
        return part.keyword().equals("oneOf");
    }

    private boolean isInside(Placed sent, Part part) {
        Assertion assertion = part.assertion();
        if (assertion instanceof Assertion.Property property) {
            return isIn(sent.member(property.name()), Placed.of(property.schema(), part.pointer()));
        } else if (assertion instanceof Assertion.Items items) {
            return isIn(sent.item(items.from()), Placed.of(items.schema(), part.pointer()));
        } else if (assertion instanceof Assertion.Item item) {
            return isIn(sent.item(item.index()), Placed.of(item.schema(), part.pointer()));
        }
        List<Shape> mine = branches(part);
        List<Part> theirs = sent.assertions().keySet().stream()
                .filter(each -> !branches(each).isEmpty())
                .toList();
        for (int i = 0; i < mine.size() && theirs.size() == 1; i++) {
            List<Shape> branches = branches(theirs.get(0));
            String place = "/" + i;
            Shape branch = branches.get(Math.min(i, branches.size() - 1));
            if (isIn(
                    Placed.of(branch, theirs.get(0).pointer() + place),
                    Placed.of(mine.get(i), part.pointer() + place))) {
                return true;
            }
        }
        return false;
    }

    private static List<Shape> branches(Part part) {
        return Stream.of(part.assertion())
                .flatMap(each -> each instanceof Assertion.Any any
                        ? any.branches().stream()
                        : each instanceof Assertion.ExactlyOne one ? one.branches().stream() : Stream.of())
                .toList();
    }
}
