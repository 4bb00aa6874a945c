package io.platformapi.verify;

import io.platformapi.contract.source.Suggestion;
import io.platformapi.report.Coverage;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import io.platformapi.verify.cases.CheckId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How much of what a document says has to be reached: a value of {@code --min-coverage}.
 *
 * @param kind of what
 * @param percent how much of it
 */
record Threshold(String kind, int percent) {

    private static final List<String> KINDS = List.of("operations", "statuses", "types", "parameters", "rules");
    private static final int WHOLE = 100;

    /** Reads {@code statuses=80}. */
    static final class Converter implements ITypeConverter<Threshold> {

        @Override
        public Threshold convert(String text) {
            int equals = text.indexOf('=');
            String kind = text.substring(0, Math.max(equals, 0)).strip();
            String percent = text.substring(equals + 1).strip();
            if (!KINDS.contains(kind) || !percent.matches("\\d{1,2}|100")) {
                throw new TypeConversionException("expected one of " + String.join(", ", KINDS)
                        + " and a percentage from 0 to 100, as in statuses=80; received '" + text + "'"
                        + (KINDS.contains(kind) ? "" : Suggestion.of(kind, KINDS)));
            }
            return new Threshold(kind, Integer.parseInt(percent));
        }
    }

    /** The report with what is not reached, where that is too much. */
    Report in(Report report) {
        return finding(report.coverage())
                .map(finding -> report.with(Stream.concat(report.findings().stream(), Stream.of(finding))
                        .toList()))
                .orElse(report);
    }

    private Optional<Finding> finding(List<Coverage> coverage) {
        int reached = 0;
        List<String> missed = new ArrayList<>();
        for (Coverage each : coverage) {
            reached += reached(each);
            missed(each).forEach(what -> missed.add(each.subject() + " " + what));
        }
        int all = reached + missed.size();
        if (all == 0 || reached * WHOLE >= percent * all) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                CheckId.COVERAGE.id(),
                Level.UNDECIDED,
                "coverage of " + kind,
                reached * WHOLE / all + " % of the " + kind + " were reached (" + reached + " of " + all
                        + "), and it has to be " + percent + " %. Not reached: " + NameList.some(missed) + "."));
    }

    private int reached(Coverage coverage) {
        return kind.equals("types")
                ? coverage.sent().size()
                        + (int) Stream.of(coverage.checked(), coverage.unchecked())
                                .flatMap(counts -> counts.keySet().stream())
                                .distinct()
                                .count()
                : (int) coverage.points(kind).stream()
                        .filter(Coverage.Point::isReached)
                        .count();
    }

    private List<String> missed(Coverage coverage) {
        return kind.equals("types")
                ? Stream.concat(coverage.untried().stream(), coverage.unseen().stream())
                        .toList()
                : coverage.points(kind).stream()
                        .filter(point -> !point.isReached())
                        .map(Coverage.Point::what)
                        .toList();
    }
}
