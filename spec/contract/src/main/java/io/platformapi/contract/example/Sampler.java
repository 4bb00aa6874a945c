package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.example.Sampling.Members;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A maker of values for schemas.
 *
 * <p>Each member, list and text has what the schema asks for: the documented {@code example}, {@code default},
 * {@code const} or {@code enum} value where there is one, else a value of its type, format, pattern and bounds.
 * Optional members are there unless the whim spares them, a schema comes back to itself, or they do not travel the
 * value's way. What keywords refuse that no value obeys one by one ({@code not}, {@code if}) is repaired afterwards, as
 * far as that can be done in some rounds. As safe for threads as its whim.
 */
public final class Sampler {

    private static final int MOST_PARTS = 2500;
    private static final int TRIES = 20;
    private static final int REPAIRS = 4;

    private final Whim whim;
    private final OneWay absent;

    private Sampler(Whim whim, OneWay absent) {
        this.whim = whim;
        this.absent = absent;
    }

    /** A maker of values that a request carries: without what only answers have. */
    public static Sampler ofRequests(Whim whim) {
        return new Sampler(whim, OneWay.READ_ONLY);
    }

    /** A maker of values that an answer carries: without what only requests have. */
    public static Sampler ofAnswers(Whim whim) {
        return new Sampler(whim, OneWay.WRITE_ONLY);
    }

    /**
     * A value that has what its schema asks for, keyword by keyword.
     *
     * @throws SchemaTooComplex if it would have more than 2,500 parts even without optional members
     */
    public JsonNode sample(Schema schema) {
        JsonNode value = bounded(schema);
        return absent.faults(schema, value).isEmpty()
                ? value
                : repaired(schema, value).orElse(value);
    }

    private JsonNode bounded(Schema schema) {
        try {
            return value(schema, Members.ALL);
        } catch (SchemaTooComplex large) {
            return value(schema, Members.REQUIRED);
        }
    }

    /** A value like this one that the schema takes; empty where some cures led to none. */
    public Optional<JsonNode> mended(Schema schema, JsonNode broken) {
        return new Repair(schema, value -> absent.faults(schema, value), new Cures(place -> part(schema, place), whim))
                .of(broken);
    }

    /** The ways on which all has been tried for a schema, in vain: what takes no value takes none the next time. */
    private record Vain(Set<OneWay> ways) {}

    /** One that the schema takes, if cures or further tries lead to one. */
    private Optional<JsonNode> repaired(Schema schema, JsonNode broken) {
        Vain vain = schema.kept(Vain.class, any -> new Vain(ConcurrentHashMap.newKeySet()));
        if (vain.ways().contains(absent)) {
            return Optional.empty();
        }
        Optional<JsonNode> repaired = cured(schema, broken);
        if (repaired.isEmpty()) {
            vain.ways().add(absent);
        }
        return repaired;
    }

    private Optional<JsonNode> cured(Schema schema, JsonNode broken) {
        Repair repair = new Repair(
                schema, value -> absent.faults(schema, value), new Cures(place -> part(schema, place), whim));
        return repair.of(broken)
                .or(() -> IntStream.rangeClosed(1, REPAIRS)
                        .mapToObj(seed -> new Sampler(Whim.seeded(whim.index(Integer.MAX_VALUE) + seed), absent))
                        .flatMap(other -> other.made(schema, Members.REQUIRED).stream())
                        .flatMap(value ->
                                absent.faults(schema, value).isEmpty() ? Stream.of(value) : repair.of(value).stream())
                        .findFirst());
    }

    /** A value for some schemas within another; a plain one where it would be too large. */
    private JsonNode part(Schema root, List<Schema> place) {
        try {
            return new Sampling(whim, absent, MOST_PARTS, root).value(place, Members.REQUIRED);
        } catch (SchemaTooComplex large) {
            return NullNode.getInstance();
        }
    }

    /** A value that its schema accepts; empty where several tries gave none. */
    public Optional<JsonNode> valid(Schema schema) {
        return valid(schema, any -> true);
    }

    /** A value that its schema accepts and that suits; empty where several tries gave none. */
    public Optional<JsonNode> valid(Schema schema, Predicate<JsonNode> suits) {
        return Stream.concat(
                        Stream.generate(() -> Members.ALL).limit(TRIES),
                        Stream.generate(() -> Members.REQUIRED).limit(TRIES))
                .flatMap(members -> made(schema, members).stream())
                .filter(value -> absent.faults(schema, value).isEmpty() && suits.test(value))
                .findFirst()
                .or(() -> made(schema, Members.REQUIRED)
                        .flatMap(value -> repaired(schema, value))
                        .filter(suits));
    }

    private Optional<JsonNode> made(Schema schema, Members members) {
        try {
            return Optional.of(value(schema, members));
        } catch (SchemaTooComplex large) {
            return Optional.empty();
        }
    }

    private JsonNode value(Schema schema, Members members) {
        return new Sampling(whim, absent, MOST_PARTS, schema).value(List.of(schema), members);
    }
}
