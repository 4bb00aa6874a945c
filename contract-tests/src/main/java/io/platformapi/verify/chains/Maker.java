package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Operation;
import io.platformapi.contract.http.Percent;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.LongStream;

/** Makes resources, each of other values than those before, as far as the server takes them. */
final class Maker {

    /** Made-up values first, which collide with nothing; 0 stands for what the document shows. */
    private static final int[] SEEDS = {1, 0, 2, 3};

    private static final int CANDIDATES = 4;
    private static final long APART = 100_003;
    private static final long APART_LIVES = 10_000;

    private final World world;
    private final Borrowing borrowing;
    private int made;
    private int lives;

    Maker(World world) {
        this.world = world;
        this.borrowing = new Borrowing(world.cases(), world.values());
    }

    /** Makes a resource; empty where none can be made, or the answer does not tell what it is called. */
    Optional<Resource> made(Family family) throws IOException {
        Optional<Operation> creator = family.operation(Act.CREATE).or(() -> family.operation(Act.REPLACE));
        if (creator.isEmpty()) {
            return Optional.empty();
        }
        for (int seed : SEEDS) {
            Optional<Exchange> exchange = made(family, creator.get(), seed == 0 ? 0 : seed + 10L * made);
            if (exchange.filter(Maker::isDone).isPresent()) {
                made++;
                return resource(family, exchange.get());
            }
        }
        return Optional.empty();
    }

    /** The answer to a request that makes a resource, with what it has to borrow. */
    private Optional<Exchange> made(Family family, Operation creator, long seed) throws IOException {
        Optional<Exchange> exchange = sent(family, creator, seed);
        Optional<Exchange> accepted =
                seed == 0 || exchange.filter(Maker::isDone).isPresent()
                        ? Optional.empty()
                        : world.writes(creator).stream().findFirst();
        boolean learns = exchange.isPresent()
                && accepted.isPresent()
                && borrowing.learns(
                        family,
                        creator,
                        exchange.get().asked(),
                        accepted.get(),
                        one -> world.courier()
                                .exchange(created(family, creator, one))
                                .filter(Maker::isDone)
                                .isPresent());
        return learns ? sent(family, creator, seed + 1) : exchange;
    }

    private Optional<Exchange> sent(Family family, Operation creator, long seed) throws IOException {
        Optional<Case> valid = seed == 0 ? borrowing.valid(family, creator, 0) : fullest(family, creator, seed);
        return valid.isEmpty() ? Optional.empty() : world.courier().exchange(created(family, creator, valid.get()));
    }

    /** Of some cases the one whose body says most: what is not there cannot be lost. */
    private Optional<Case> fullest(Family family, Operation creator, long seed) {
        return LongStream.range(0, CANDIDATES)
                .boxed()
                .flatMap(turn -> borrowing.valid(family, creator, seed + turn * APART).stream())
                .max(Comparator.comparing(one -> size(world.values().sent(one))));
    }

    private static int size(JsonNode value) {
        int size = 1;
        for (JsonNode each : value) {
            size += size(each);
        }
        return size;
    }

    private static boolean isDone(Exchange exchange) {
        return exchange.isAnsweredWith(2);
    }

    /** A valid case of a family's operation, with what it has to borrow from others. */
    Optional<Case> valid(Family family, Operation operation, long seed) {
        return borrowing.valid(family, operation, seed);
    }

    /** What is made at an address of its own has the name that it is given; only what is above must be there. */
    private Case created(Family family, Operation creator, Case valid) throws IOException {
        int segments = creator.path().segments().size();
        boolean named = creator.path().shape().equals(family.item().shape());
        return world.known(creator, named ? segments - 1 : segments).placed(creator, valid);
    }

    /** What is added to the seeds of one scene, that it may write what no other does. */
    long life() {
        return lives++ * APART_LIVES;
    }

    private Optional<Resource> resource(Family family, Exchange created) {
        String path = created.asked().request().path();
        boolean named = created.asked().answering().equals(family.operation(Act.REPLACE));
        Optional<String> id = named
                ? Percent.decoded(path.substring(path.lastIndexOf('/') + 1))
                : new Identity(family).ofCreated(created, world.values().answered(created));
        return id.map(text -> new Resource(text, created, world.values().sent(created)));
    }
}
