package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Report;
import io.platformapi.verify.Recording.Recorded;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.RateLimited;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Sends cases once more, each alone, and tells which still fail; what takes several requests, one cannot show. */
final class Replay {

    private static final Set<String> ALONE = Set.of(
            CheckId.NO_SERVER_ERROR.id(),
            CheckId.DOCUMENTED_STATUS.id(),
            CheckId.DOCUMENTED_TYPE.id(),
            CheckId.DOCUMENTED_HEADERS.id(),
            CheckId.DOCUMENTED_BODY.id(),
            CheckId.XML_SCHEMA.id(),
            CheckId.INVALID_REQUEST_REFUSED.id(),
            CheckId.UNKNOWN_PATH_REFUSED.id(),
            CheckId.UNDOCUMENTED_METHOD_REFUSED.id(),
            CheckId.UNSUPPORTED_TYPE_REFUSED.id(),
            CheckId.UNACCEPTABLE_TYPE_REFUSED.id(),
            CheckId.CREDENTIALS_REQUIRED.id(),
            CheckId.RESPONSE_FIELDS.id(),
            CheckId.INTERNALS_HIDDEN.id(),
            CheckId.ALLOW_HEADER.id(),
            CheckId.ANSWERS.id());

    private final Checks checks;
    private final HttpTarget target;
    private final Credentials credentials;
    private final Function<HttpRequest, String> command;

    Replay(Checks checks, HttpTarget target, Credentials credentials, Function<HttpRequest, String> command) {
        this.checks = checks;
        this.target = target;
        this.credentials = credentials;
        this.command = command;
    }

    Report of(String title, List<Recorded> cases) {
        List<Finding> findings = new ArrayList<>();
        cases.forEach(each -> findings.addAll(told(each)));
        return new Report(
                "verify",
                title,
                Map.of(Level.ERROR, "still", Level.UNDECIDED, "nobody can tell", Level.NOTE, "note"),
                findings,
                List.of(cases.size() + (cases.size() == 1 ? " case was sent again." : " cases were sent again.")));
    }

    private List<Finding> told(Recorded recorded) {
        Case asked = recorded.credentials()
                ? recorded.asked().asking(credentials.given(recorded.asked().request()))
                : recorded.asked();
        try {
            Exchange exchange = new Exchange(asked, target.answer(asked.request()), target);
            if (RateLimited.isIn(exchange.answer())) {
                return List.of(finding(
                        asked, recorded.check(), Level.UNDECIDED, "The server says \"not now\"; send it later."));
            }
            List<Failure> failures = checks.failures(exchange);
            List<Finding> findings =
                    new ArrayList<>(failures.stream().map(this::finding).toList());
            if (failures.stream().noneMatch(each -> each.check().equals(recorded.check()))) {
                findings.add(notShown(recorded, asked, exchange.answer().status()));
            }
            return findings;
        } catch (IOException e) {
            return List.of(finding(
                    asked, CheckId.ANSWERS.id(), Level.ERROR, "There is no answer: " + Silence.message(e) + "."));
        }
    }

    private Finding notShown(Recorded recorded, Case asked, int status) {
        boolean alone = recorded.check().isEmpty()
                || ALONE.contains(recorded.check())
                || recorded.check().equals(CheckId.VALID_REQUEST_ACCEPTED.id())
                        && asked.expected().verdict() == Verdict.ACCEPTED;
        return alone
                ? finding(
                        asked, recorded.check(), Level.NOTE, "It does not fail any more: answered with " + status + ".")
                : finding(
                        asked,
                        recorded.check(),
                        Level.UNDECIDED,
                        "One request cannot show it: this takes several, so run verify for this operation"
                                + " (--include id="
                                + asked.answering().map(each -> each.id()).orElse("…") + ").");
    }

    private Finding finding(Failure failure) {
        return finding(
                        failure.asked(),
                        failure.check(),
                        failure.blame() == Failure.Blame.SERVER ? Level.ERROR : Level.NOTE,
                        failure.cause())
                .provedBy(List.of(
                        new Evidence("expected", failure.expected()),
                        new Evidence("received", failure.received()),
                        new Evidence("case", failure.asked().id())));
    }

    private Finding finding(Case asked, String check, Level level, String message) {
        var place = asked.documented().place();
        return Finding.of(check.isEmpty() ? CheckId.REQUEST_TESTED.id() : check, level, asked.subject(), message)
                .at(List.of(new Location("documented", place.file(), place.pointer(), place.line())))
                .provedBy(List.of(new Evidence("case", asked.id())))
                .reproducedBy(command.apply(asked.request()));
    }
}
