package io.platformapi.compat.change;

import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A look at a union's branches: those of one component, of one title, of one content, of one type and of one place
 * belong together, in this order; the rest was added or removed.
 */
final class UnionLook {

    private static final List<BiPredicate<Node, Node>> ALIKE = List.of(
            (one, other) -> one.isReference() && name(one).equals(name(other)),
            (one, other) -> one.json().equals(other.json()),
            (one, other) ->
                    !one.text("title", "").isEmpty() && one.text("title", "").equals(other.text("title", "")),
            (one, other) -> one.resolved().json().equals(other.resolved().json()),
            (one, other) -> !one.isReference()
                    && !other.isReference()
                    && one.member("type").exists()
                    && one.member("type").json().equals(other.member("type").json()));

    private final SchemaLook around;
    private final FlatSchema old;
    private final FlatSchema fresh;
    private final String keyword;

    UnionLook(SchemaLook around, FlatSchema old, FlatSchema fresh, String keyword) {
        this.around = around;
        this.old = old;
        this.fresh = fresh;
        this.keyword = keyword;
    }

    private static String name(Node branch) {
        String reference = branch.text("$ref", "");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    void look() {
        List<Node> was = new ArrayList<>(old.keyword(keyword).items());
        List<Node> is = new ArrayList<>(fresh.keyword(keyword).items());
        if (was.isEmpty() != is.isEmpty()) {
            around.add(SchemaChange.Kind.CHANGED, keyword, "", List.of(), old.keyword(keyword), fresh.keyword(keyword));
            return;
        }
        boolean even = was.size() == is.size();
        ALIKE.forEach(alike -> pair(was, is, alike));
        if (even) {
            pair(was, is, (one, other) -> true);
        }
        was.forEach(branch -> alone(SchemaChange.Kind.BRANCH_REMOVED, branch, branch, fresh.keyword(keyword)));
        is.forEach(branch -> alone(SchemaChange.Kind.BRANCH_ADDED, branch, old.keyword(keyword), branch));
    }

    private void alone(SchemaChange.Kind kind, Node branch, Node before, Node after) {
        around.add(kind, keyword, "", List.of(words(branch)), before, after);
    }

    static String words(Node branch) {
        return branch.isReference() ? "`" + name(branch) + "`" : branch.json().toString();
    }

    private void pair(List<Node> was, List<Node> is, BiPredicate<Node, Node> alike) {
        for (Node branch : List.copyOf(was)) {
            Optional<Node> partner =
                    is.stream().filter(each -> alike.test(branch, each)).findFirst();
            partner.ifPresent(each -> {
                was.remove(branch);
                is.remove(each);
                around.step("", branch, each);
            });
        }
    }
}
