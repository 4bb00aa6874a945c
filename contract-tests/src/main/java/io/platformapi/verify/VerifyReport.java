package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.source.Place;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Report;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the outcome of a verification in the words of the report model. */
final class VerifyReport {

    private static final Map<Level, String> WORDS = Map.of(
            Level.ERROR,
            "violation",
            Level.UNDECIDED,
            "untested",
            Level.ALLOWED,
            "untested (allowed)",
            Level.NOTE,
            "note");

    private static final Finding NOTHING = Finding.of(
            CheckId.OPERATION_TESTED.id(),
            Level.UNDECIDED,
            "the document",
            "Nothing was tested: there is no operation in it.");

    private final Function<HttpRequest, String> command;
    private final long seed;
    private final Level untested;
    private final CommonCause common;

    /**
     * A teller.
     *
     * @param command writes a request as a command for a shell
     * @param seed where made-up values came from
     * @param untested the level of what was not tested
     * @param common finds what much of it has in common
     */
    VerifyReport(Function<HttpRequest, String> command, long seed, Level untested, CommonCause common) {
        this.command = command;
        this.seed = seed;
        this.untested = untested;
        this.common = common;
    }

    Report of(String title, Outcome outcome) {
        Level level = outcome.tested().isEmpty() ? Level.UNDECIDED : untested; // nothing at all is never enough
        List<Finding> findings = Stream.of(
                        outcome.causes().stream().map(this::finding),
                        outcome.gone().stream().map(this::finding),
                        outcome.untested().stream().map(gap -> finding(gap, level)),
                        outcome.isEmpty() ? Stream.of(NOTHING) : Stream.<Finding>empty())
                .flatMap(each -> each)
                .toList();
        return new Report("verify", title, WORDS, findings, summary(outcome), outcome.measured())
                .examining(outcome.times());
    }

    private Finding finding(Cause cause) {
        Failure first = cause.first();
        Finding finding = Finding.of(first.check(), level(first), first.asked().subject(), message(cause))
                .at(List.of(location(first.documented().place())))
                .provedBy(List.of(
                        new Evidence("expected", first.expected()),
                        new Evidence("received", first.received()),
                        evidence("case", first.asked())))
                .reproducedBy(command.apply(first.asked().request()));
        List<String> others = cause.subjects().stream().skip(1).toList();
        return others.isEmpty() ? finding : finding.hurting("The same at " + NameList.some(others) + ".");
    }

    private Finding finding(Pulse.Gone gone) {
        List<Evidence> evidence = new ArrayList<>(List.of(
                new Evidence("expected", "an answer to every request"),
                new Evidence("received", gone.reason()),
                evidence("case", gone.unanswered())));
        if (gone.answered() != gone.unanswered()) {
            evidence.add(evidence("last answered", gone.answered()));
            evidence.add(new Evidence("which was", command.apply(gone.answered().request())));
        }
        return Finding.of(
                        CheckId.KEEPS_ANSWERING.id(),
                        Level.ERROR,
                        gone.unanswered().subject(),
                        "The server answers nothing any more after this request.")
                .at(List.of(location(gone.unanswered().documented().place())))
                .provedBy(evidence)
                .reproducedBy(command.apply(gone.unanswered().request()));
    }

    private Finding finding(Untested gap, Level level) {
        Finding finding = Finding.of(gap.check(), level, gap.subject(), gap.reason())
                .at(List.of(location(gap.documented().place())));
        return Optional.ofNullable(gap.asked())
                .map(asked -> finding.reproducedBy(command.apply(asked.request())))
                .orElse(finding);
    }

    private Evidence evidence(String name, Case asked) {
        return new Evidence(name, asked.id() + " (seed " + seed + ")");
    }

    private static Location location(Place place) {
        return new Location("documented", place.file(), place.pointer(), place.line());
    }

    private static Level level(Failure failure) {
        return failure.blame() == Blame.SERVER ? Level.ERROR : Level.NOTE;
    }

    private static String message(Cause cause) {
        return cause.cases() == 1 ? cause.first().cause() : cause.first().cause() + " (" + cause.cases() + " times)";
    }

    private List<String> summary(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        int operations = outcome.tested().size();
        lines.add(outcome.requests() + " requests, " + operations + (operations == 1 ? " operation" : " operations")
                + " tested.");
        lines.add("Seed " + seed + ", run " + outcome.name() + ".");
        lines.addAll(MediaTypeSummary.lines(outcome.coverage()));
        List<String> gaps =
                outcome.untested().stream().map(Untested::subject).distinct().toList();
        if (!gaps.isEmpty()) {
            lines.add("Not tested, or not all of it: " + NameList.some(gaps) + ".");
        }
        lines.addAll(LeftOpen.lines(outcome));
        if (outcome.tally().withheld() > 0) {
            lines.add("Left out by --read-only: " + outcome.tally().withheld()
                    + " requests to these operations by methods that may change something.");
        }
        if (!outcome.tally().leftOut().isEmpty()) {
            lines.add("Left out by --phases: "
                    + outcome.tally().leftOut().stream().map(RunPhase::toString).collect(Collectors.joining(", "))
                    + ".");
        }
        if (!outcome.unfollowed().isEmpty()) {
            lines.add("Answers were not held to each other at " + NameList.some(outcome.unfollowed()) + ".");
        }
        if (!outcome.ending().reason().isEmpty()) {
            lines.add("The run ended before it was done: " + outcome.ending().reason() + ".");
        }
        if (!outcome.waited().isZero()) {
            lines.add("Waited " + RunLimits.shown(outcome.waited())
                    + " in all: the server limits its clients (429 or 503).");
        }
        lines.addAll(common.lines(outcome));
        return lines;
    }
}
