package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Picks from the errors of {@code anyOf} and {@code oneOf} those of the branch the writer most likely meant.
 *
 * <p>A value that fits no branch fails in each of them; told of all of it, nobody finds the cause. What a discriminator
 * says goes before; else the branch whose errors lie deepest in the value came closest; among equals, the one with the
 * fewest errors. So it is in the branches of a branch.
 */
final class Branches {

    private static final Set<String> UNIONS = Set.of("anyOf", "oneOf");
    private static final JsonNode NULL = TextNode.valueOf("null");

    /** The schema in which the keyword stands that an error is of. */
    private final Function<Error, Node> owner;

    Branches(Function<Error, Node> owner) {
        this.owner = owner;
    }

    /** Where a union stands in the way to an error. */
    private record Union(int at, String path) {}

    List<Error> relevant(List<Error> errors) {
        return relevant(errors, 0);
    }

    private List<Error> relevant(List<Error> errors, int from) {
        List<Error> kept = new ArrayList<>();
        Map<Union, Map<String, List<Error>>> unions = new LinkedHashMap<>();
        for (Error error : errors) {
            int at = union(error.getEvaluationPath(), from);
            if (at < 0 || at + 1 >= error.getEvaluationPath().getNameCount()) {
                kept.add(error);
            } else {
                Union union = new Union(at, prefix(error.getEvaluationPath(), at + 1));
                unions.computeIfAbsent(union, any -> new LinkedHashMap<>())
                        .computeIfAbsent(error.getEvaluationPath().getName(at + 1), any -> new ArrayList<>())
                        .add(error);
            }
        }
        List<Error> own = List.copyOf(kept);
        unions.forEach((union, branches) ->
                kept.addAll(relevant(said(union, own, branches).orElseGet(() -> closest(branches)), union.at() + 2)));
        return kept;
    }

    /** The branch that a discriminator leads to, if there is one. */
    private Optional<List<Error>> said(Union union, List<Error> own, Map<String, List<Error>> branches) {
        return own.stream()
                .filter(error -> prefix(
                                error.getEvaluationPath(),
                                error.getEvaluationPath().getNameCount())
                        .equals(union.path()))
                .findFirst()
                .flatMap(error -> Discriminated.branch(owner.apply(error), error.getKeyword(), error.getInstanceNode()))
                .map(branches::get);
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

    private static int union(NodePath path, int from) {
        for (int i = from; i < path.getNameCount(); i++) {
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
