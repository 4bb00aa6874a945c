package io.platformapi.compat;

import io.platformapi.compat.schema.Verdict;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What comparing two schemas found. It is worked out once and told of each part of a message that has these schemas.
 *
 * @param breaks where values are not understood, or nobody knows
 * @param notes what changed without harm
 */
record SchemaFindings(List<Break> breaks, List<Note> notes) {

    static final SchemaFindings NONE = new SchemaFindings(List.of(), List.of());

    /**
     * What is said of a place in the schemas, whatever message they are of.
     *
     * @param key what makes two findings the same one
     * @param place where in the value
     * @param values what exactly is found, each as JSON
     * @param message what follows the name of the part
     */
    record Told(String key, String id, String place, List<String> values, String message) {

        Site site(Comparison.Part part) {
            return new Site(part.operation(), place(part), values, part.name() + message);
        }

        String place(Comparison.Part part) {
            return part.name() + (place.isEmpty() ? "" : " " + place);
        }

        private Finding finding(Comparison.Part part, Level level) {
            return Finding.of(id, level, part.operation(), part.name() + message);
        }
    }

    /**
     * Values that are not understood.
     *
     * @param verdict why; found when it is asked for
     */
    record Break(Told told, Supplier<Verdict> verdict, List<Location> locations) {

        Finding finding(Comparison.Part part) {
            Verdict why = verdict.get();
            Level level = why instanceof Verdict.Undecided ? Level.UNDECIDED : Level.ERROR;
            return told.finding(part, level).provedBy(List.of(evidence(why))).at(locations);
        }
    }

    /**
     * What changed without harm.
     *
     * @param nodes where it was and where it is
     */
    record Note(Told told, Optional<String> advice, List<Evidence> evidence, List<Node> nodes) {

        Finding finding(Comparison.Part part) {
            Finding note = told.finding(part, Level.NOTE).provedBy(evidence);
            return advice.map(note::advising).orElse(note);
        }
    }

    static Evidence evidence(Verdict verdict) {
        if (verdict instanceof Verdict.No no) {
            return new Evidence("witness", no.witness().toString());
        } else if (verdict instanceof Verdict.Untold untold) {
            return new Evidence("no witness", untold.reason());
        }
        return new Evidence("undecided because", ((Verdict.Undecided) verdict).reason());
    }
}
