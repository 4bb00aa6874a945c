package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/**
 * Decides whether all values of one document's schemas are values of another's. Messages of one direction; not for use
 * by several threads at once.
 */
public final class Subsumption {

    /** Steps a question may take; some 100 ns each. */
    private static final long STEPS = 3_000_000;

    private final Side sender;
    private final Side reader;
    private final Identities identities = new Identities();
    private final Search search;
    private final boolean common;

    /**
     * A comparison of two documents.
     *
     * @param sender the document whose values are sent
     * @param reader the document whose values are understood
     */
    public Subsumption(Document sender, Document reader, Reading.Direction direction, Reading.Profile profile) {
        Formats formats = new Formats();
        Reading sent = new Reading(sender.dialect(), direction, profile);
        Reading read = new Reading(reader.dialect(), direction, profile);
        this.sender = new Side(sender, sent, formats);
        this.reader = new Side(reader, read, formats);
        this.search = new Search(identities, formats, read);
        this.common = profile == Reading.Profile.COMMON;
    }

    /** A document's references and the dialect of its schemas. */
    public record Document(References references, Reading.Dialect dialect) {}

    private static final class Side {
        private final SchemaCompiler compiler;
        private final Standalone standalone;

        private Side(Document document, Reading reading, Formats formats) {
            this.compiler = new SchemaCompiler(document.references(), reading);
            this.standalone = new Standalone(document.references(), reading, formats);
        }

        private Shape shape(References.Located schema) {
            return compiler.shape(schema.schema(), schema.pointer());
        }

        private boolean accepts(References.Located schema, JsonNode value) {
            SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .preloadSchema(false)
                    .build();
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
                    .getSchema(standalone.of(schema.schema(), schema.pointer()))
                    .validate(value)
                    .isEmpty();
        }
    }

    /** Whether all that the one schema describes, the other does. */
    public Verdict subset(References.Located sent, References.Located read) {
        Shape values = sender.shape(sent);
        Shape understood = reader.shape(read);
        identities.settle(List.of(values, understood));
        Outcome outcome = search.find(List.of(new Literal(values, true, common), Literal.no(understood)), STEPS);
        if (outcome instanceof Outcome.Empty) {
            return new Verdict.Yes();
        } else if (outcome instanceof Outcome.Unknown unknown) {
            return new Verdict.Undecided(unknown.reason());
        }
        Outcome.Found found = (Outcome.Found) outcome;
        return checked(sent, read, found);
    }

    private Verdict checked(References.Located sent, References.Located read, Outcome.Found found) {
        boolean sendable = sender.accepts(sent, found.value());
        boolean readable = reader.accepts(read, found.value());
        if (sendable && !readable) {
            return new Verdict.No(found.value());
        }
        String reason = found.doubt() != null
                ? found.doubt()
                : "a validator " + (sendable ? "accepts" : "refuses") + " the value that was found, " + found.value();
        return new Verdict.Undecided(reason);
    }
}
