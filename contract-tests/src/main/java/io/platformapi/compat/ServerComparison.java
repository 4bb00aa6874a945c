package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Server;
import io.platformapi.report.Evidence;
import java.util.List;

/** Compares the addresses an operation is served at: clients keep calling the old ones. */
record ServerComparison(Comparison comparison) {

    void compare(Operation before, Operation after) {
        List<String> kept =
                after.servers().stream().map(ServerComparison::address).toList();
        for (Server old : before.servers()) {
            if (!kept.contains(address(old))) {
                comparison.reportShared(
                        "server " + old.url(),
                        OperationComparison.breaking(
                                        Change.SERVER_REMOVED.id(),
                                        before,
                                        "It is no longer served at " + old.url() + ".")
                                .provedBy(List.of(new Evidence("witness", "any request to " + old.url()))),
                        old.url(),
                        List.of(
                                old.node(),
                                comparison.fresh().contract().document().member("servers")));
            }
        }
        List<String> known =
                before.servers().stream().map(ServerComparison::address).toList();
        for (Server fresh : after.servers()) {
            if (!known.contains(address(fresh))) {
                comparison.reportShared(
                        "server added " + fresh.url(),
                        OperationComparison.note(
                                Change.SERVER_ADDED.id(), before, "It is also served at " + fresh.url() + "."),
                        fresh.url(),
                        List.of(comparison.old().contract().document().member("servers"), fresh.node()));
            }
        }
    }

    private static String address(Server server) {
        return server.url().replaceAll("/+$", "");
    }
}
