package io.platformapi.mock;

import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Place;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command says about the document that it serves.
 *
 * @param program how the command is called
 * @param out for what has happened
 * @param warnings for what is wrong with the document, but served
 * @param err for what keeps a document from being served
 */
record Notices(String program, PrintWriter out, PrintWriter warnings, PrintWriter err) {

    private static final int MOST_WARNINGS = 20;

    /** Says what is wrong with a document. */
    void warn(Contract contract) {
        warn(contract.warnings());
    }

    private void warn(List<Warning> all) {
        all.stream().limit(MOST_WARNINGS).forEach(warning -> warnings.println("warning: " + warning));
        if (all.size() > MOST_WARNINGS) {
            warnings.println("warning: " + (all.size() - MOST_WARNINGS) + " more like these");
        }
        warnings.flush();
    }

    /** Says that another edition is served, and what is wrong with it that was not wrong before. */
    void reloaded(Contract now, Contract before) {
        out.println("reloaded: " + name(now));
        out.flush();
        Set<Warning> known = before.warnings().stream().map(Notices::anyLine).collect(Collectors.toSet());
        warn(now.warnings().stream()
                .filter(warning -> !known.contains(anyLine(warning)))
                .toList());
    }

    private static Warning anyLine(Warning warning) {
        Place place = warning.place();
        return new Warning(new Place(place.file(), place.pointer(), 0), warning.rule(), warning.message());
    }

    /** Says why another edition is not served. */
    void kept(Contract before, String problem) {
        err.println(program + ": " + problem + "; " + name(before) + " is still served as it was read last");
        err.flush();
    }

    /** Title and version of a document. */
    static String name(Contract contract) {
        return contract.title() + " " + contract.version();
    }
}
