package io.platformapi.compat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells whether clients of one edition of a contract can live with another.
 *
 * <ol>
 *   <li>The schemas of both editions are made known, so that what they share is recognised.
 *   <li>Operations, webhooks and callbacks are matched; what has no partner was removed or added.
 *   <li>The parts of partners are compared: requests must still be understood, answers must be what was promised.
 *   <li>What nobody looks at is compared as it is written; where it differs nobody can tell.
 *   <li>What was found becomes a report, with the version that the change deserves.
 * </ol>
 */
public final class Compatibility {

    private final SchemaReading.Profile profile;
    private final LocalDate today;
    private final Telling telling;

    /**
     * A way to compare.
     *
     * @param profile how literally schemas are taken
     * @param today the day that sunset dates are compared with
     */
    public Compatibility(SchemaReading.Profile profile, LocalDate today) {
        this(profile, today, Telling.NOTICED);
    }

    /**
     * A way to compare that tells more than what clients notice.
     *
     * @param telling how much is told of what harms nobody
     */
    public Compatibility(SchemaReading.Profile profile, LocalDate today, Telling telling) {
        this.profile = profile;
        this.today = today;
        this.telling = telling;
    }

    /** Compares two editions; {@code title} names the pair in the report. */
    public Report compare(Contract old, Contract fresh, String title) {
        return DeepStack.call(() -> compared(old, fresh, title));
    }

    private Report compared(Contract old, Contract fresh, String title) {
        boolean alike = isWrittenAlike(old, fresh);
        List<Finding> findings = alike ? List.of() : findings(old, fresh);
        return new Report(
                        "compat",
                        title,
                        Map.of(Level.ERROR, "breaking", Level.UNDECIDED, "undecided", Level.NOTE, "compatible"),
                        findings,
                        List.of(Version.claim(old, fresh, findings, () -> alike || isSame(old, fresh))
                                .words()))
                .examining(examined(old, fresh));
    }

    /** Whether nothing is said otherwise, texts and examples included. */
    static boolean isSame(Contract old, Contract fresh) {
        Compatibility whole = new Compatibility(SchemaReading.Profile.COMMON, LocalDate.EPOCH, Telling.DESCRIPTIONS);
        return DeepStack.call(
                () -> isWrittenAlike(old, fresh) || whole.findings(old, fresh).isEmpty());
    }

    /**
     * Whether both are read as a whole and written alike, but for spaces and order, with all that they refer to in
     * whatever files.
     */
    private static boolean isWrittenAlike(Contract old, Contract fresh) {
        if (!old.illegible().isEmpty() || !fresh.illegible().isEmpty()) {
            return false;
        }
        if (old == fresh || !old.document().json().equals(fresh.document().json())) {
            return old == fresh;
        }
        Edition before = new Edition("old", old);
        Edition after = new Edition("new", fresh);
        return new Unchanged(before, after).contains(before.node(""), after.node(""));
    }

    private List<Finding> findings(Contract old, Contract fresh) {
        Comparison comparison = new Comparison(old, fresh, profile, today, telling);
        comparison.prepare(Flow.INCOMING, requests(old.operations()), requests(fresh.operations()));
        comparison.prepare(Flow.OUTGOING, responses(old.operations()), responses(fresh.operations()));
        new Operations(comparison, Flow.INCOMING, Operations.Kind.OPERATION)
                .compare(old.operations(), fresh.operations());
        new Operations(comparison, Flow.OUTGOING, Operations.Kind.WEBHOOK).compare(old.webhooks(), fresh.webhooks());
        new DocumentComparison(comparison).compare();
        new TextComparison(comparison).document();
        return comparison.findings();
    }

    /** Each operation of either edition. */
    private static Map<String, Duration> examined(Contract old, Contract fresh) {
        Map<String, Duration> examined = new LinkedHashMap<>();
        Stream.of(old.operations(), fresh.operations(), old.webhooks(), fresh.webhooks())
                .flatMap(List::stream)
                .forEach(operation -> examined.put(operation.toString(), Duration.ZERO));
        return examined;
    }

    private static Collection<Node> requests(List<Operation> operations) {
        List<Node> schemas = new ArrayList<>();
        for (Operation operation : operations) {
            operation.parameters().forEach(each -> schemas.add(each.schema().written()));
            operation
                    .body()
                    .ifPresent(body -> body.contents()
                            .forEach(each -> schemas.add(each.schema().written())));
        }
        return schemas;
    }

    private static Collection<Node> responses(List<Operation> operations) {
        List<Node> schemas = new ArrayList<>();
        for (Operation operation : operations) {
            operation.responses().values().forEach(response -> {
                response.contents().forEach(each -> schemas.add(each.schema().written()));
                response.headers()
                        .values()
                        .forEach(each -> schemas.add(each.schema().written()));
            });
        }
        return schemas;
    }
}
