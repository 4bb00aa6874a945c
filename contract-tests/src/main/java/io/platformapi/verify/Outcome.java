package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.report.Coverage;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a verification found, gathered as it goes. */
public final class Outcome {

    private static final int UNAUTHORIZED = 401;

    private final Map<String, Cause> causes = new LinkedHashMap<>();
    private final Set<String> tested = new LinkedHashSet<>();
    private final Set<String> unasked = new LinkedHashSet<>();
    private final Map<String, String> hindered = new LinkedHashMap<>();
    private final Set<String> closed = new LinkedHashSet<>();
    private final Map<String, TypesUsed> types = new LinkedHashMap<>();
    private int requests;

    Outcome() {}

    /**
     * Failures that have one cause.
     *
     * @param first the first of them
     * @param cases how many cases showed it
     * @param subjects what was asked, each once
     */
    public record Cause(Failure first, int cases, Set<String> subjects) {}

    void begin(Operation operation, List<Case> cases) {
        types.put(operation.toString(), new TypesUsed(operation));
        if (cases.isEmpty()) {
            unasked.add(operation.toString());
        }
    }

    /** Takes why an operation could not be asked. */
    void hindered(Operation operation, String why) {
        unasked.remove(operation.toString());
        hindered.put(operation.toString(), why);
    }

    /** Takes what is wrong with an operation as a whole. */
    void end(List<Failure> failures) {
        failures.forEach(this::add);
    }

    /** Takes an answer. Who is not let in learns nothing: such answers to valid requests are no failures. */
    void add(Exchange exchange, List<Failure> failures, TypesUsed.Decoding decoding) {
        requests++;
        Case asked = exchange.asked();
        boolean valid = asked.expected().verdict() != Verdict.REFUSED;
        if (valid && exchange.answer().status() == UNAUTHORIZED) {
            closed.add(asked.subject());
            return;
        }
        if (valid) {
            tested.add(asked.subject());
        }
        asked.answering().map(Operation::toString).map(types::get).ifPresent(used -> used.add(exchange, decoding));
        failures.forEach(this::add);
    }

    void add(Case asked, IOException silence) {
        requests++;
        String reason = silence.getMessage() == null ? silence.getClass().getSimpleName() : silence.getMessage();
        add(new Failure(
                "answers",
                asked,
                "There is no answer.",
                "an answer within 30 seconds",
                reason,
                asked.documented(),
                Blame.SERVER));
    }

    private void add(Failure failure) {
        String key = failure.check() + " " + failure.cause() + " "
                + failure.documented().place();
        Cause known = causes.getOrDefault(key, new Cause(failure, 0, Set.of()));
        Set<String> subjects = new LinkedHashSet<>(known.subjects());
        subjects.add(failure.asked().subject());
        causes.put(key, new Cause(known.first(), known.cases() + 1, subjects));
    }

    /** What is wrong, one for each cause, in the order it was found. */
    public Collection<Cause> causes() {
        return List.copyOf(causes.values());
    }

    /** The media types of the requests and answers of each operation that was tested. */
    public List<Coverage> coverage() {
        return types.entrySet().stream()
                .filter(used -> tested.contains(used.getKey()))
                .map(used -> used.getValue().coverage())
                .toList();
    }

    public int requests() {
        return requests;
    }

    /** The operations that answered a valid request by anything but 401. */
    public Set<String> tested() {
        return Set.copyOf(tested);
    }

    /** The operations no valid request could be made up for. */
    public List<String> unasked() {
        return List.copyOf(unasked);
    }

    /** The operations that could not be asked, and why. */
    Map<String, String> hindered() {
        return Map.copyOf(hindered);
    }

    /** The operations that answered a valid request by 401. */
    public List<String> closed() {
        return List.copyOf(closed);
    }
}
