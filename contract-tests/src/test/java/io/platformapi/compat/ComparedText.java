package io.platformapi.compat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.report.Finding;
import io.platformapi.report.Report;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** Documents written in tests, compared. */
final class ComparedText {

    private ComparedText() {}

    static Report report(String old, String fresh) {
        return new Compatibility(SchemaReading.Profile.COMMON, LocalDate.of(2026, 1, 1))
                .compare(contract(old), contract(fresh), "old → new");
    }

    static Contract contract(String text) {
        return new ContractReader(Access.SAME_ORIGIN).read(text, URI.create("file:///api.yaml"), "api.yaml");
    }

    /** Level, subject and message of each finding. */
    static List<String> found(String old, String fresh) {
        Report report = report(old, fresh);
        return report.findings().stream().map(each -> said(report, each)).toList();
    }

    static String said(Report report, Finding finding) {
        return report.word(finding.level()) + " " + finding.subject() + " " + finding.message();
    }

    /** A document with these paths. */
    static String document(String paths) {
        return "openapi: 3.1.1\ninfo: {title: Pets, version: 1.0.0}\npaths:\n" + paths.indent(2);
    }
}
