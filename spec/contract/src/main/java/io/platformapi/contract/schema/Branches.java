package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Picks from the errors of {@code anyOf} and {@code oneOf} those of the branch the writer most likely meant.
 *
 * <p>A value that fits no branch fails in each of them; told of all of it, nobody finds the cause. The branch whose
 * errors lie deepest in the value came closest; among equals, the one with the fewest errors.
 */
final class Branches {

    private static final Set<String> UNIONS = Set.of("anyOf", "oneOf");
    private static final JsonNode NULL = TextNode.valueOf("null");

    private Branches() {}

    static List<Error> relevant(List<Error> errors) {
        List<Error> kept = new ArrayList<>();
        Map<String, Map<String, List<Error>>> unions = new LinkedHashMap<>();
        for (Error error : errors) {
            int at = union(error.getEvaluationPath());
            if (at < 0 || at + 1 >= error.getEvaluationPath().getNameCount()) {
                kept.add(error);
            } else {
                unions.computeIfAbsent(prefix(error.getEvaluationPath(), at), any -> new LinkedHashMap<>())
                        .computeIfAbsent(error.getEvaluationPath().getName(at + 1), any -> new ArrayList<>())
                        .add(error);
            }
        }
        unions.values().forEach(branches -> kept.addAll(closest(branches)));
        return kept;
    }

    private static List<Error> closest(Map<String, List<Error>> branches) {
        return branches.values().stream()
                .min((left, right) -> depth(left) != depth(right)
                        ? Integer.compare(depth(right), depth(left))
                        : Integer.compare(weight(left), weight(right)))
                .orElseThrow();
    }

    private static int depth(List<Error> errors) {
        return errors.stream()
                .mapToInt(e -> e.getInstanceLocation().getNameCount() + (isType(e) ? 0 : 1))
                .min()
                .orElse(0);
    }

    /** A null branch is never what was meant when something was sent. */
    private static int weight(List<Error> errors) {
        return errors.stream()
                .mapToInt(error -> isType(error) && NULL.equals(error.getSchemaNode()) ? 100 : 1)
                .sum();
    }

    private static boolean isType(Error error) {
        return "type".equals(error.getKeyword());
    }

    private static int union(NodePath path) {
        for (int i = 0; i < path.getNameCount(); i++) {
            if (UNIONS.contains(path.getName(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String prefix(NodePath path, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append('/').append(path.getName(i));
        }
        return text.toString();
    }
}
