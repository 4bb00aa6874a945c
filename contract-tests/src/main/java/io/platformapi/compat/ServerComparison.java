package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Server;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import java.util.List;

/** Compares the addresses an operation is served at: clients keep calling the old ones. */
record ServerComparison(Comparison comparison) {

    void compare(Operation before, Operation after) {
        if (!before.path().shape().equals(after.path().shape())) {
            return; // a part of the path went into the address, or came from it, and both together are the same
        }
        before.servers().forEach(old -> beyond(old, after.servers()).forEach(address -> removed(before, old, address)));
        after.servers()
                .forEach(fresh -> beyond(fresh, before.servers()).forEach(address -> added(before, fresh, address)));
    }

    /** The addresses of a server that none of some has; who names none is served where the document is. */
    private static List<String> beyond(Server server, List<Server> others) {
        List<ServedAddresses> known = others.stream().map(ServedAddresses::new).toList();
        return new ServedAddresses(server)
                .all().stream()
                        .filter(address -> known.isEmpty()
                                ? !address.isEmpty()
                                : known.stream().noneMatch(each -> each.include(address)))
                        .toList();
    }

    private void removed(Operation operation, Server old, String address) {
        comparison.reportShared(
                "server " + address,
                OperationComparison.breaking(
                                Change.SERVER_REMOVED.id(),
                                operation,
                                "It is no longer served at " + shown(address) + ".")
                        .provedBy(List.of(new Evidence("witness", "any request to " + shown(address)))),
                address,
                List.of(old.node(), servers(comparison.fresh())));
    }

    private void added(Operation operation, Server fresh, String address) {
        comparison.reportShared(
                "server added " + address,
                OperationComparison.note(
                        Change.SERVER_ADDED.id(), operation, "It is also served at " + shown(address) + "."),
                address,
                List.of(servers(comparison.old()), fresh.node()));
    }

    private static String shown(String address) {
        return address.isEmpty() ? "/" : address;
    }

    private static Node servers(Edition edition) {
        return edition.contract().document().member("servers");
    }
}
