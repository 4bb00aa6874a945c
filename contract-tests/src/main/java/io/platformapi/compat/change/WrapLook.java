package io.platformapi.compat.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A look at a schema that becomes a branch of a union, or was one: what was a string is now a string or null. Then the
 * branch stands in its place, and the union has other branches beside it.
 *
 * @param union the schema that is a union and nothing else
 * @param plain the one that is none
 * @param branch the branch that is the plain one
 * @param others the other branches
 */
record WrapLook(FlatSchema union, FlatSchema plain, Node branch, List<Node> others) {

    private static final Set<String> BESIDE = Set.of("nullable", "readOnly", "writeOnly");

    /** Looks whether one of two schemas is a branch of the other. */
    static Optional<WrapLook> at(FlatSchema old, FlatSchema fresh) {
        return of(fresh, old).or(() -> of(old, fresh));
    }

    String keyword() {
        return keyword(union).orElseThrow();
    }

    private static Optional<WrapLook> of(FlatSchema union, FlatSchema plain) {
        Optional<String> keyword = keyword(union);
        if (keyword.isEmpty() || KeywordSorts.UNIONS.stream().anyMatch(plain.keywords()::containsKey)) {
            return Optional.empty();
        }
        List<Node> branches = union.keyword(keyword.get()).items();
        return same(branches, plain)
                .or(() -> ofOneType(branches, plain))
                .map(branch -> new WrapLook(union, plain, branch, without(branches, branch)));
    }

    /** The keyword of a schema that says one union, and nothing of values beside it. */
    private static Optional<String> keyword(FlatSchema schema) {
        List<String> telling = schema.keywords().keySet().stream()
                .filter(each -> !isTold(each) && !BESIDE.contains(each))
                .toList();
        return Optional.of(telling)
                .filter(each -> each.size() == 1 && KeywordSorts.UNIONS.contains(each.get(0)))
                .map(each -> each.get(0))
                .filter(each -> schema.said(each).size() == 1);
    }

    private static boolean isTold(String keyword) {
        return KeywordSorts.DESCRIBING.contains(keyword) || keyword.startsWith("x-");
    }

    private static Optional<Node> same(List<Node> branches, FlatSchema plain) {
        Node whole = whole(plain.home());
        return branches.stream()
                .filter(each -> whole(each).pointer().equals(whole.pointer())
                        || bare(whole(each)).equals(bare(whole)))
                .findFirst();
    }

    /** What a schema is at the end of references and parts that stand alone. */
    private static Node whole(Node schema) {
        Node end = FlatSchema.home(schema);
        List<Node> parts = end.member("allOf").items();
        boolean alone = parts.size() == 1 && bare(end).size() == 1;
        return alone ? whole(parts.get(0)) : end;
    }

    private static ObjectNode bare(Node schema) {
        JsonNode json = schema.json();
        ObjectNode bare = json.isObject() ? ((ObjectNode) json).deepCopy() : new ObjectNode(null);
        Stream.concat(BESIDE.stream(), KeywordSorts.DESCRIBING.stream()).forEach(bare::remove);
        return bare;
    }

    private static Optional<Node> ofOneType(List<Node> branches, FlatSchema plain) {
        JsonNode type = plain.keyword("type").json();
        List<Node> alike = branches.stream()
                .filter(each ->
                        !each.isReference() && each.member("type").json().equals(type))
                .toList();
        return alike.size() == 1 && type.isTextual() && !type.asText().equals("object")
                ? Optional.of(alike.get(0))
                : Optional.empty();
    }

    private static List<Node> without(List<Node> branches, Node branch) {
        List<Node> others = new ArrayList<>(branches);
        others.remove(branch);
        return others;
    }

    /** The other branches that say what the plain schema does not say by itself, as {@code nullable} may. */
    List<Node> beyond() {
        boolean takesNull = plain.isNullable() || plain.types().contains("null");
        return others.stream().filter(each -> !takesNull || !isNull(each)).toList();
    }

    private static boolean isNull(Node branch) {
        return branch.text("type", "").equals("null");
    }
}
