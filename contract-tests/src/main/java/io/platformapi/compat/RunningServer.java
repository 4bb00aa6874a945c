package io.platformapi.compat;

import io.platformapi.compat.TrialRequests.Made;
import io.platformapi.compat.TrialResult.Outcome;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import io.platformapi.verify.Inquiry;
import io.platformapi.verify.cases.Case;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server that breaks are tried at.
 *
 * <ol>
 *   <li>Each finding that fails becomes a request of the old contract, where one can show it and may be sent.
 *   <li>The answer says whether the server refuses it. Whether it refuses everything, a request says that both
 *       contracts allow.
 *   <li>The finding tells what became of it; whether a break that is not real fails is the gate's to say.
 * </ol>
 */
record RunningServer(String url, Contract fresh, TrialRequests requests, Inquiry inquiry, Gate gate) {

    Report told(Report report) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.level().fails()) {
                TrialResult result = result(finding);
                counts.merge(result.outcome(), 1, Integer::sum);
                Finding told = result.told(finding);
                boolean passes = gate == Gate.REPLAY && result.outcome() == Outcome.ACCEPTED;
                findings.add(passes ? told.on(Level.ALLOWED) : told);
            } else {
                findings.add(finding);
            }
        }
        return report.with(findings)
                .summing(Stream.concat(report.summary().stream(), Stream.of(summary(counts)))
                        .toList());
    }

    private String summary(Map<Outcome, Integer> counts) {
        return "Replayed at " + url + ": "
                + (counts.isEmpty()
                        ? "nothing, for nothing breaks"
                        : counts.entrySet().stream()
                                .map(each -> each.getValue() + " " + each.getKey())
                                .collect(Collectors.joining(", ")))
                + ".";
    }

    private TrialResult result(Finding finding) {
        Made made = requests.of(finding);
        return made instanceof Made.Sendable sendable
                ? sent(sendable)
                : TrialResult.notSent(((Made.Unsendable) made).reason());
    }

    private TrialResult sent(Made.Sendable made) {
        Optional<String> command = Optional.of(inquiry.command(made.asked().request()));
        Inquiry.Reply reply = inquiry.reply(made.asked());
        if (reply instanceof Inquiry.Reply.Answered answered) {
            TrialAnswer answer = new TrialAnswer(made.trial(), made.operation(), answered.answer());
            boolean compares = answer.outcome() == Outcome.REFUSED && isAboutContents(made.trial());
            return compares
                    ? compared(made, answer, command)
                    : new TrialResult(answer.outcome(), answer.words(), command);
        } else if (reply instanceof Inquiry.Reply.Silent silent) {
            return new TrialResult(Outcome.OTHERWISE, "there is no answer, " + silent.reason(), command);
        }
        return TrialResult.notSent(((Inquiry.Reply.Unsent) reply).reason());
    }

    private static boolean isAboutContents(Trial trial) {
        return trial != Trial.ANY && trial != Trial.STRANGER;
    }

    /** A refusal, beside what becomes of a request that both contracts allow. */
    private TrialResult compared(Made.Sendable made, TrialAnswer refusal, Optional<String> command) {
        Optional<Case> agreed = successor(made.operation()).flatMap(each -> inquiry.agreed(made.operation(), each));
        if (agreed.isEmpty()) {
            String words = refusal.words() + "; there is no request that both documents allow to compare it with";
            return new TrialResult(Outcome.REFUSED, words, command);
        }
        Inquiry.Reply reply = inquiry.reply(agreed.get());
        if (!(reply instanceof Inquiry.Reply.Answered answered)) {
            String words = refusal.words() + ", but a request that both documents allow has no answer";
            return new TrialResult(Outcome.OTHERWISE, words, command);
        }
        TrialAnswer usual = new TrialAnswer(made.trial(), made.operation(), answered.answer());
        String with = " with " + answered.answer().status();
        return usual.letsIn()
                ? new TrialResult(
                        Outcome.REFUSED,
                        refusal.words() + ", and one that both documents allow" + with + ": the break is real there",
                        command)
                : new TrialResult(
                        Outcome.OTHERWISE,
                        refusal.words() + ", but so is one that both documents allow," + with
                                + ": nothing is known of the break",
                        command);
    }

    private Optional<Operation> successor(Operation operation) {
        return fresh.operations().stream()
                .filter(each -> each.method().equals(operation.method())
                        && each.path().shape().equals(operation.path().shape()))
                .findFirst();
    }
}
