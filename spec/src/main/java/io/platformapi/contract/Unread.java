package io.platformapi.contract;

import io.platformapi.contract.source.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds what nothing of ours looks at, by {@link Kind}. */
public final class Unread {

    private Unread() {}

    /** What is unread of an operation: in itself, its parameters, bodies and answers, and the schemas of those. */
    public static List<Node> of(Operation operation) {
        return below(
                List.of(new Kind.Inside("", Kind.OPERATION, operation.node())),
                Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** What is unread of the document itself and its security schemes. */
    static List<Node> inDocument(Node document, Set<Object> passed) {
        return below(List.of(new Kind.Inside("", Kind.DOCUMENT, document)), passed);
    }

    /** What is unread of a path item and its operations, but for what was passed before. */
    static List<Node> below(Node item, Set<Object> passed) {
        List<Kind.Inside> roots = new ArrayList<>(List.of(new Kind.Inside("", Kind.PATH_ITEM, item)));
        item.members().forEach((method, node) -> {
            if (OperationReader.METHODS.contains(method)) {
                roots.add(new Kind.Inside(method, Kind.OPERATION, node.resolved()));
            }
        });
        return below(roots, passed);
    }

    private static List<Node> below(List<Kind.Inside> roots, Set<Object> passed) {
        List<Node> unread = new ArrayList<>();
        Deque<Kind.Inside> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Kind.Inside next = open.poll();
            if (next.node().isObject() && passed.add(next.node().json())) {
                unread.addAll(next.kind().unread(next.node()));
                open.addAll(next.kind().inside(next.node()));
            }
        }
        return unread;
    }

    /** A sentence for people. */
    public static String told(Node unread) {
        String value = unread.json().isValueNode() && unread.json().asText().length() < 40
                ? ": " + unread.json().asText()
                : "";
        return "not looked at: `" + unread.name() + value + "`, which is not known here";
    }
}
