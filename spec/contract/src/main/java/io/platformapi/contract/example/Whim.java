package io.platformapi.contract.example;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** How a sampler decides where a schema leaves it a choice. */
public interface Whim {

    /** Always the first: the same schema gives the same value, and documented examples and defaults are taken. */
    Whim FIRST = bound -> 0;

    /** A number from 0 up to, not including, {@code bound}. */
    long pick(long bound);

    /** A different choice each time, the same again for the same seed. Not for several threads. */
    static Whim seeded(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return bound -> random.nextLong(bound);
    }

    /** A different choice each time, which leaves out what is optional as often as not. */
    static Whim sparing(RandomGenerator random) {
        record Sparing(RandomGenerator random) implements Whim {

            @Override
            public long pick(long bound) {
                return random.nextLong(bound);
            }

            @Override
            public boolean spares() {
                return random.nextBoolean();
            }
        }
        return new Sparing(random);
    }

    /** Whether documented examples and defaults are passed over. */
    default boolean invents() {
        return this != FIRST;
    }

    /** Whether the next optional member, or all items of a list that may be empty, are left out. */
    default boolean spares() {
        return false;
    }

    /** One of some. */
    default int index(int size) {
        return (int) pick(size);
    }
}
