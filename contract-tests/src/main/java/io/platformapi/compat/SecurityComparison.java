package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares the credentials an operation asks for: whoever was let in yesterday must be let in today with the same ones.
 * Schemes are compared by what goes over the wire, not by their names. What the API sends by itself has to come with
 * credentials that were enough yesterday; there the document's own {@code security} does not count, which is about its
 * clients.
 */
record SecurityComparison(Comparison comparison) {

    private static final SecurityRequirement NOTHING = new SecurityRequirement(Map.of());

    void compare(Operation before, Operation after) {
        List<DemandedCredentials> olds = alternatives(before, comparison.old());
        List<DemandedCredentials> freshes = alternatives(after, comparison.fresh());
        olds.stream()
                .filter(old -> freshes.stream().noneMatch(old::suffice))
                .forEach(old -> report(before, old, freshes, after));
        freshes.stream()
                .filter(fresh -> olds.stream().noneMatch(old -> isKnown(fresh, old)))
                .forEach(fresh -> widened(before, fresh, olds, after));
    }

    /** Whether credentials were let in before, or were the same ones by another description. */
    private static boolean isKnown(DemandedCredentials fresh, DemandedCredentials old) {
        return fresh.suffice(old) || fresh.isCalledLike(old) && old.suffice(fresh);
    }

    private void widened(Operation before, DemandedCredentials fresh, List<DemandedCredentials> olds, Operation after) {
        String scheme = olds.stream().anyMatch(fresh::isCalledLike) ? ", as the scheme is now," : "";
        comparison.report(
                OperationComparison.note(
                        Change.SECURITY_WIDENED.id(),
                        before,
                        "A request with " + fresh.words() + scheme + " is let in, too."),
                place(before, comparison.old()),
                place(after, comparison.fresh()));
    }

    /** Compares the credentials that a webhook or a callback comes with. */
    void compareSent(Operation before, Operation after) {
        List<DemandedCredentials> olds = sent(before, comparison.old());
        List<DemandedCredentials> freshes = sent(after, comparison.fresh());
        freshes.stream()
                .filter(fresh -> olds.stream().noneMatch(fresh::suffice))
                .forEach(fresh -> comparison.report(
                        OperationComparison.breaking(
                                        Change.SECURITY_NARROWED.id(Flow.OUTGOING),
                                        before,
                                        "It may come with " + fresh.words() + " and came with " + words(olds) + ".")
                                .provedBy(List.of(
                                        new Evidence("witness", "any " + before.method() + " with " + fresh.words()))),
                        fresh.words(),
                        place(before, comparison.old()),
                        place(after, comparison.fresh())));
        if (olds.stream().anyMatch(DemandedCredentials::isNone)
                && freshes.stream().noneMatch(DemandedCredentials::isNone)) {
            comparison.report(
                    OperationComparison.note(
                            Change.SECURITY_WIDENED.id(Flow.OUTGOING), before, "It comes with " + words(freshes) + "."),
                    place(before, comparison.old()),
                    place(after, comparison.fresh()));
        }
    }

    private static List<DemandedCredentials> sent(Operation operation, Edition edition) {
        return operation.node().member("security").exists()
                ? alternatives(operation, edition)
                : List.of(new DemandedCredentials(NOTHING, edition.contract()));
    }

    private static String words(List<DemandedCredentials> alternatives) {
        return alternatives.stream().map(DemandedCredentials::words).collect(Collectors.joining(", or "));
    }

    private static List<DemandedCredentials> alternatives(Operation operation, Edition edition) {
        List<SecurityRequirement> written = operation.security().isEmpty() ? List.of(NOTHING) : operation.security();
        return written.stream()
                .map(each -> new DemandedCredentials(each, edition.contract()))
                .toList();
    }

    private void report(Operation before, DemandedCredentials old, List<DemandedCredentials> freshes, Operation after) {
        boolean called = freshes.stream().anyMatch(old::isCalledLike);
        String instead = called
                ? "; the scheme is another one now, or its tokens and scopes are had elsewhere."
                : "; asked for is " + words(freshes) + ".";
        comparison.report(
                OperationComparison.breaking(
                                Change.SECURITY_NARROWED.id(),
                                before,
                                "A request with " + old.words() + " is no longer let in" + instead)
                        .provedBy(List.of(new Evidence(
                                "witness", "any " + before.method() + " that was right, with " + old.words()))),
                old.words(),
                place(before, comparison.old()),
                place(after, comparison.fresh()));
    }

    private static Node place(Operation operation, Edition edition) {
        Node own = operation.node().member("security");
        Node all = edition.contract().document().member("security");
        return own.exists() ? own : all.exists() ? all : operation.node();
    }
}
