package io.platformapi.compat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A client, by what it sends and reads: an OpenAPI document with the operations, parameters, members and statuses that
 * it uses, and no others. Where the document says nothing of security or of servers, nothing is asked of them.
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

    /** Where a contract does not give the client what it uses, or nobody can tell. */
    List<Finding> misfits(Contract met, SchemaReading.Profile profile, LocalDate today) {
        return new Compatibility(profile, today)
                .compare(contract, met, name).findings().stream()
                        .filter(each -> each.level().fails() && isAsked(each))
                        .toList();
    }

    private boolean isAsked(Finding finding) {
        Node document = contract.document();
        boolean secured = document.member("security").exists()
                || document.member("components").member("securitySchemes").exists();
        return switch (finding.id()) {
            case "request-security-narrowed" -> secured;
            case "server-removed" -> document.member("servers").exists();
            default -> true;
        };
    }
}
