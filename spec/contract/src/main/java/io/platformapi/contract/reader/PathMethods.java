package io.platformapi.contract.reader;

import io.platformapi.contract.http.Methods;
import io.platformapi.contract.source.Node;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The operations that a path item has, by the method as it is sent: those of fields, and those of any other method. */
final class PathMethods {

    private static final String OTHERS = "additionalOperations";

    private PathMethods() {}

    /** The operations in the order of the text; of two for one method the first counts. */
    static Map<String, Node> of(Node item) {
        Map<String, Node> operations = new LinkedHashMap<>();
        item.members().forEach((field, node) -> {
            if (Methods.ALL.contains(field)) {
                add(field.toUpperCase(Locale.ROOT), node, operations);
            } else if (field.equals(OTHERS)) {
                node.resolved().members().forEach((method, other) -> add(method, other, operations));
            }
        });
        return operations;
    }

    private static void add(String method, Node node, Map<String, Node> operations) {
        if (node.isObject() && Methods.isOne(method)) {
            operations.putIfAbsent(method, node.resolved());
        }
    }

    /** The path item that an operation is written in. */
    static Node around(Node operation) {
        Node parent = operation.parent();
        return parent.name().equals(OTHERS) ? parent.parent() : parent;
    }
}
