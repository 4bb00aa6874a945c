package io.platformapi.compat;

import io.platformapi.compat.schema.Gap;
import io.platformapi.compat.schema.Subsumption;
import io.platformapi.compat.schema.Verdict;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.search.Effort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The schemas of the messages that go one way, by the contract of who sends them and the contract of who reads them.
 */
final class MessageSchemas {

    private final Flow flow;
    private final Edition sender;
    private final Edition reader;
    private final SchemaReading.Profile profile;
    private final Effort effort;
    private final Effort aside;
    private final Map<List<Object>, Subsumption> subsumptions = new HashMap<>();

    MessageSchemas(
            Flow flow, Edition sender, Edition reader, SchemaReading.Profile profile, Effort effort, Effort aside) {
        this.flow = flow;
        this.sender = sender;
        this.reader = reader;
        this.profile = profile;
        this.effort = effort;
        this.aside = aside;
    }

    /** A schema of the sender, and the one that the reader has in its place. */
    record Pair(References.Located sent, References.Located read) {}

    /** Makes schemas known before any is asked about. */
    void prepare(Collection<References.Located> sent, Collection<References.Located> read) {
        asked(profile).prepare(sent, read);
    }

    private Subsumption asked(SchemaReading.Profile as) {
        return subsumptions.computeIfAbsent(
                List.of(as, true),
                key -> new Subsumption(sender.document(), reader.document(), flow.direction(), as, effort(as)));
    }

    private Subsumption reversed(SchemaReading.Profile as) {
        return subsumptions.computeIfAbsent(
                List.of(as, false),
                key -> new Subsumption(reader.document(), sender.document(), flow.direction(), as, aside));
    }

    /** The literal question beside another profile serves a note only. */
    private Effort effort(SchemaReading.Profile as) {
        return as == SchemaReading.Profile.LITERAL && !literal() ? aside : effort;
    }

    private boolean literal() {
        return profile == SchemaReading.Profile.LITERAL;
    }

    /** Whether both say the same without doubt. */
    boolean same(Pair pair) {
        return asked(profile).same(pair.sent(), pair.read());
    }

    /** Where what is sent is not understood, or nobody can tell. */
    List<Gap> gaps(Pair pair, Wire wire) {
        List<Gap> gaps = new ArrayList<>(asked(profile).gaps(pair.sent(), pair.read()));
        if (gaps.isEmpty()) {
            gaps.addAll(suspicions(pair, wire));
        } else if (isUnderstoodAsText(asked(profile), pair, wire)) {
            gaps.clear();
        }
        gaps.addAll(newUnions(pair, wire));
        return gaps;
    }

    /**
     * Requests that satisfy two branches of a {@code oneOf} which was none before. Where there was one, its authors may
     * have meant branches to overlap; where there was none, right requests are refused by whoever validates.
     */
    private List<Gap> newUnions(Pair pair, Wire wire) {
        if (literal() || flow == Flow.OUTGOING || !asked(profile).becomesOneOf(pair.sent(), pair.read())) {
            return List.of();
        }
        Subsumption exact = asked(SchemaReading.Profile.EXACT);
        if (exact.subset(pair.sent(), pair.read()) instanceof Verdict.Yes || isUnderstoodAsText(exact, pair, wire)) {
            return List.of();
        }
        return exact.gaps(pair.sent(), pair.read()).stream()
                .filter(gap -> gap.keyword().equals("oneOf"))
                .filter(gap -> !sender.node(gap.sent()).member("oneOf").exists())
                .toList();
    }

    /** A yes that rests on keywords without effect, or on schemas without values, is none that one should rely on. */
    private List<Gap> suspicions(Pair pair, Wire wire) {
        List<Gap> gaps = new ArrayList<>(asked(profile).impossible(pair.sent(), pair.read()));
        if (literal()) {
            return gaps;
        }
        Subsumption meant = asked(SchemaReading.Profile.MEANT);
        boolean sure =
                meant.subset(pair.sent(), pair.read()) instanceof Verdict.Yes || isUnderstoodAsText(meant, pair, wire);
        for (Gap gap : sure ? List.<Gap>of() : meant.gaps(pair.sent(), pair.read())) {
            gaps.add(gap.undecided(
                    "`" + gap.keyword() + "` says nothing about the declared types; if it was meant to, it breaks"));
        }
        return gaps;
    }

    private boolean isUnderstoodAsText(Subsumption subsumption, Pair pair, Wire wire) {
        Optional<References.Located> wider =
                wire == Wire.TYPED ? Optional.empty() : new TextReading(reader, wire).of(pair.read());
        return wider.map(each -> subsumption.subset(pair.sent(), each) instanceof Verdict.Yes)
                .orElse(false);
    }

    /**
     * What only one of two schemas has of which the reader's understands all that is sent: a no with a value of it, or
     * undecided where looking for one was given up; nothing if there is none.
     */
    Optional<Verdict> difference(Pair pair) {
        Supplier<Verdict> more = () -> reversed(profile).subset(pair.read(), pair.sent());
        Supplier<Verdict> less = () -> asked(SchemaReading.Profile.LITERAL).subset(pair.sent(), pair.read());
        Supplier<Verdict> literallyMore =
                () -> reversed(SchemaReading.Profile.LITERAL).subset(pair.read(), pair.sent());
        Optional<Verdict> givenUp = Optional.empty();
        for (Supplier<Verdict> each : literal() ? List.of(more) : List.of(more, less, literallyMore)) {
            Verdict verdict = each.get();
            if (verdict instanceof Verdict.No) {
                return Optional.of(verdict);
            } else if (verdict instanceof Verdict.Undecided undecided && undecided.isGivenUp()) {
                givenUp = Optional.of(verdict);
            }
        }
        return givenUp;
    }
}
