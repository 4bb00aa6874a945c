package io.platformapi.compat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A client, by what it sends and reads: an OpenAPI document with the operations, parameters, members and statuses that
 * it uses, and no others. Where the document says nothing of security or of servers, nothing is asked of them, and
 * nothing of what nobody looks at and only the contract says, such as links.
 *
 * @param name the name of the file without its ending
 * @param contract what it sends and reads
 */
record Consumer(String name, Contract contract) {

    /** The field of a document that says of itself that it is a client's, by the name of the client. */
    private static final String MARK = "x-consumer";

    /** The client that a document is of by its own words; empty where it is an API's. */
    static Optional<Consumer> marked(Contract contract) {
        Node mark = contract.document().member(MARK);
        return mark.exists() ? Optional.of(new Consumer(mark.json().asText(), contract)) : Optional.empty();
    }

    /** The report of what it is compared with, as far as it is about what the client uses. */
    Report ownOf(Report report) {
        List<Finding> own = report.findings().stream()
                .filter(each -> each.level().fails() && isAsked(each))
                .toList();
        String line =
                own.isEmpty() ? "Consumer " + name + " fits: it may go live." : "Consumer " + name + " does not fit.";
        return report.with(own).summing(List.of(line));
    }

    /**
     * What a contract does not give a client.
     *
     * @param misfits where it does not give what is used, or nobody can tell
     * @param losses members that are used and of which it says nothing: whether the client minds, nobody can tell
     */
    record Held(List<Finding> misfits, List<Finding> losses) {}

    /** Holds the client to a contract. */
    Held heldTo(Contract met, SchemaReading.Profile profile, LocalDate today) {
        ConsumerMembers members = new ConsumerMembers(contract);
        List<Finding> all =
                new Compatibility(profile, today).compare(contract, met, name).findings();
        return new Held(
                all.stream()
                        .filter(each -> each.level().fails() && isAsked(each))
                        .toList(),
                all.stream()
                        .filter(each -> ChangeWords.tellsOfLoss(each) && members.maySend(each))
                        .toList());
    }

    private boolean isAsked(Finding finding) {
        return switch (finding.id()) {
            case "request-security-narrowed" -> isSecured(finding.subject());
            case "request-part-respelled" ->
                finding.locations().get(0).pointer().matches(".*/encoding/[^/]+");
            case "server-removed" -> contract.document().member("servers").exists();
            default -> !UnreadComparison.isNew(finding);
        };
    }

    /** Whether the document says how the client identifies itself for an operation. */
    private boolean isSecured(String operation) {
        Node document = contract.document();
        List<Operation> secured = contract.operations().stream()
                .filter(each -> each.node().member("security").exists())
                .toList();
        boolean schemes =
                document.member("components").member("securitySchemes").exists();
        return document.member("security").exists()
                || secured.stream().anyMatch(each -> each.toString().equals(operation))
                || secured.isEmpty() && schemes;
    }
}
