package io.platformapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TimedIdsTest {

    private static UUID at(Instant moment) {
        return new TimedIds(() -> moment).get();
    }

    @Test
    void saysWhenItWasMadeAndNothingElse() {
        UUID id = at(Instant.parse("2026-11-30T20:00:00.123Z"));

        assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)).isEqualTo("2026-11-30T20:00:00.123Z");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void growsWithTheTime() {
        List<UUID> ids = Stream.iterate(Instant.parse("2026-11-30T20:00:00Z"), moment -> moment.plusMillis(1))
                .limit(1000)
                .map(TimedIdsTest::at)
                .toList();

        assertThat(ids).isSorted();
    }

    @Test
    void isAnotherEachTime() {
        Instant moment = Instant.parse("2026-11-30T20:00:00Z");

        assertThat(Stream.generate(() -> at(moment)).limit(10_000)).doesNotHaveDuplicates();
        assertThat(Stream.generate(() -> at(moment)).limit(200).reduce(TimedIdsTest::seen))
                .as("bits that were ever set")
                .hasValueSatisfying(seen -> assertThat(seen.toString()).endsWith("-7fff-bfff-ffffffffffff"));
    }

    private static UUID seen(UUID one, UUID other) {
        return new UUID(
                one.getMostSignificantBits() | other.getMostSignificantBits(),
                one.getLeastSignificantBits() | other.getLeastSignificantBits());
    }
}
