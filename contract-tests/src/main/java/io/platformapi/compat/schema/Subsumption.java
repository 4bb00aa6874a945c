package io.platformapi.compat.schema;

import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.facts.SearchOutcome;
import io.platformapi.compat.schema.language.Formats;
import io.platformapi.compat.schema.reading.Judge;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaCompiler;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.reading.Standalone;
import io.platformapi.compat.schema.search.Effort;
import io.platformapi.compat.schema.search.Search;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.Identities;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.telling.Explanation;
import io.platformapi.compat.schema.telling.Impossibility;
import io.platformapi.compat.schema.telling.NewUnions;
import io.platformapi.compat.schema.telling.Placed;
import io.platformapi.contract.source.Lazy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides whether all values of one document's schemas are values of another's. Messages of one direction; not for use
 * by several threads at once.
 */
public final class Subsumption {

    private static final long VALIDATION = 2_000; // steps that asking two validators is worth

    private final Side sender;
    private final Side reader;
    private final Identities identities = new Identities();
    private final Search search;
    private final Explanation explanation;
    private final Impossibility impossibility;
    private final NewUnions newUnions;
    private final boolean common;

    /**
     * A comparison of two documents.
     *
     * @param sender the document whose values are sent
     * @param reader the document whose values are understood
     */
    public Subsumption(
            Document sender, Document reader, SchemaReading.Direction direction, SchemaReading.Profile profile) {
        this(sender, reader, direction, profile, new Effort());
    }

    /** The same, within an effort that comparisons share. */
    public Subsumption(
            Document sender,
            Document reader,
            SchemaReading.Direction direction,
            SchemaReading.Profile profile,
            Effort effort) {
        Formats formats = new Formats();
        SchemaReading sent = new SchemaReading(sender.dialect().sentTo(reader.dialect()), direction, profile);
        SchemaReading read = new SchemaReading(reader.dialect(), direction, profile);
        this.sender = new Side(sender, sent, formats);
        this.reader = new Side(reader, read, formats);
        this.search = new Search(identities, formats, read, effort);
        this.explanation = new Explanation(search);
        this.impossibility = new Impossibility(search);
        this.newUnions = new NewUnions(identities);
        this.common = profile != SchemaReading.Profile.LITERAL;
    }

    /** A document's references and the dialect of its schemas. */
    public record Document(References references, SchemaReading.Dialect dialect) {}

    private static final class Side {
        private final SchemaCompiler compiler;
        private final Judge judge;
        private final Map<String, Conjunction> shapes = new HashMap<>();

        private Side(Document document, SchemaReading reading, Formats formats) {
            this.compiler = new SchemaCompiler(document.references(), reading);
            this.judge = new Judge(new Standalone(document.references(), reading, formats));
        }

        private Conjunction shape(References.Located schema) {
            return shapes.computeIfAbsent(schema.pointer(), pointer -> compiler.shape(schema.schema(), pointer));
        }

        private Placed placed(References.Located schema) {
            return Placed.of(shape(schema), schema.pointer());
        }
    }

    /** Whether all that the one schema describes, the other does. */
    public Verdict subset(References.Located sent, References.Located read) {
        return verdict(sent, read, beyond(sent, read));
    }

    /** A value of the one schema that is none of the other. */
    private SearchOutcome beyond(References.Located sent, References.Located read) {
        Conjunction values = sender.shape(sent);
        Conjunction understood = reader.shape(read);
        identities.settle(List.of(values, understood));
        return search.ask(new Literal(values, true, common), Literal.no(understood));
    }

    private Verdict verdict(References.Located sent, References.Located read, SearchOutcome outcome) {
        if (outcome instanceof SearchOutcome.Empty) {
            return new Verdict.Yes();
        } else if (outcome instanceof SearchOutcome.Unknown unknown) {
            return new Verdict.Undecided(unknown.reason());
        }
        return checked(sent, read, (SearchOutcome.Found) outcome);
    }

    /** Makes schemas known together, so that what they share is recognised at once. */
    public void prepare(Collection<References.Located> sent, Collection<References.Located> read) {
        List<Conjunction> shapes = new ArrayList<>();
        sent.forEach(each -> shapes.add(sender.shape(each)));
        read.forEach(each -> shapes.add(reader.shape(each)));
        identities.settle(shapes);
    }

    /** Whether both schemas are known to say the same; false means nothing. */
    public boolean same(References.Located sent, References.Located read) {
        return identities.of(sender.shape(sent)) == identities.of(reader.shape(read));
    }

    /** Where values of the one schema are not values of the other; none exactly if {@link #subset} says yes. */
    public List<Gap> gaps(References.Located sent, References.Located read) {
        SearchOutcome outcome = beyond(sent, read);
        if (outcome instanceof SearchOutcome.Empty) {
            return List.of();
        }
        Lazy<Verdict> whole = new Lazy<>(() -> verdict(sent, read, outcome));
        Placed values = sender.placed(sent);
        Placed understood = reader.placed(read);
        List<Gap> gaps = explanation.gaps(values, understood).stream()
                .map(found -> gap(found, sent, read, whole))
                .toList();
        return gaps.isEmpty() ? List.of(new Gap("", "", "", values.pointer(), understood.pointer(), whole)) : gaps;
    }

    /** Whether a schema of the reader is a {@code oneOf} where the sender's is none. */
    public boolean becomesOneOf(References.Located sent, References.Located read) {
        return newUnions.isIn(sender.placed(sent), reader.placed(read));
    }

    /** Schemas that changed while no value satisfies the sender's, so that a yes says nothing; by their places. */
    public List<Gap> impossible(References.Located sent, References.Located read) {
        Placed understood = reader.placed(read);
        return impossibility.places(sender.placed(sent), understood).stream()
                .map(each -> new Gap(
                        "",
                        "",
                        "",
                        each.at().pointer(),
                        understood.pointer(),
                        new Lazy<>(() -> new Verdict.Undecided(each.reason()))))
                .toList();
    }

    private Gap gap(Explanation.Found found, References.Located sent, References.Located read, Lazy<Verdict> whole) {
        PlacedAssertion part = found.part();
        String keyword = part.keyword().contains("/")
                ? part.keyword().substring(0, part.keyword().indexOf('/'))
                : part.keyword();
        return new Gap(
                found.path(),
                keyword,
                part.assertion().subject(),
                found.sent(),
                part.pointer(),
                new Lazy<>(() -> verdict(found, sent, read, whole)));
    }

    private Verdict verdict(
            Explanation.Found found, References.Located sent, References.Located read, Lazy<Verdict> whole) {
        SearchOutcome outcome = found.outcome().get();
        if (outcome instanceof SearchOutcome.Found value
                && value.doubt() != null
                && (found.part().assertion() instanceof ObjectAssertion.Discriminator
                        || value.doubt().endsWith(SearchOutcome.UNTOLD))) {
            return new Verdict.Untold(value.doubt());
        }
        Verdict verdict = outcome instanceof SearchOutcome.Found value
                ? checked(sent, read, value)
                : new Verdict.Undecided(
                        outcome instanceof SearchOutcome.Unknown unknown
                                ? unknown.reason()
                                : "the value cannot be part of a whole message");
        boolean weaker = verdict instanceof Verdict.Undecided && !(outcome instanceof SearchOutcome.Unknown);
        return weaker && whole.get() instanceof Verdict.No no ? no : verdict;
    }

    private Verdict checked(References.Located sent, References.Located read, SearchOutcome.Found found) {
        if (!search.affords(VALIDATION)) {
            return new Verdict.Undecided(
                    "the comparison was given up before a validator looked at the value found, " + found.value());
        }
        boolean sendable;
        boolean readable;
        try {
            sendable = sender.judge.accepts(sent, found.value());
            readable = reader.judge.accepts(read, found.value());
        } catch (RuntimeException | StackOverflowError e) { // schemas may hold what no validator reads
            return new Verdict.Undecided(
                    "no validator can read the schemas, to look at the value that was found, " + found.value());
        }
        if (sendable && !readable) {
            return new Verdict.No(found.value());
        }
        String reason = found.doubt() != null
                ? found.doubt()
                : "a validator " + (sendable ? "accepts" : "refuses") + " the value that was found, " + found.value();
        return new Verdict.Undecided(reason);
    }
}
