package io.platformapi.compat.schema.telling;

import io.platformapi.compat.schema.shape.Identities;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of places of two documents, walked side by side where they differ. Each pair is looked at once, whoever leads
 * to it, and what was found to lead nowhere is not walked again: many operations share most of their schemas.
 *
 * @param <T> what is looked for
 */
final class Pairs<T> {

    private final Identities identities;
    private final Function<Pair, Sight<T>> look;
    private final Map<List<Object>, Node<T>> nodes = new HashMap<>();

    Pairs(Identities identities, Function<Pair, Sight<T>> look) {
        this.identities = identities;
        this.look = look;
    }

    /** A place of the sender, and the one that the reader has in its place. */
    record Pair(Placed sent, Placed read) {
        static Pair of(InnerPart part) {
            return new Pair(part.sent(), part.read());
        }
    }

    /** What is found at a pair, and the pairs inside where more may be found. */
    record Sight<T>(List<T> found, List<Pair> inside) {}

    private static final class Node<T> {
        private final Pair pair;
        private @Nullable Sight<T> sight;
        private boolean fine;

        private Node(Pair pair) {
            this.pair = pair;
        }
    }

    /** All that is found from a pair on, the nearest first. */
    List<T> reached(Pair from) {
        List<T> found = new ArrayList<>();
        Set<Node<T>> passed = new LinkedHashSet<>();
        Deque<Pair> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Node<T> node = node(open.poll());
            if (!node.fine && passed.add(node)) {
                Sight<T> sight = sight(node);
                found.addAll(sight.found());
                open.addAll(sight.inside());
            }
        }
        if (found.isEmpty()) {
            passed.forEach(node -> node.fine = true);
        }
        return found;
    }

    private Node<T> node(Pair pair) {
        int one = identities.of(pair.sent().shape());
        int other = identities.of(pair.read().shape());
        Node<T> node = nodes.computeIfAbsent(
                List.of(pair.sent().pointer(), pair.read().pointer(), one, other), ignored -> new Node<>(pair));
        node.fine |= one == other;
        return node;
    }

    private Sight<T> sight(Node<T> node) {
        if (node.sight == null) {
            node.sight = look.apply(node.pair);
        }
        return node.sight;
    }
}
