package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is read as the same value, exactly, in every format; {@code -Pround-trip} tries 100,000 values. */
class RoundTripTest {

    private static final int VALUES = Integer.getInteger("round-trip.values", 3000);

    @Test
    void readsWhatItWrites() throws MalformedBody {
        List<Spelled> bodies = Spelled.all();
        for (int seed = 0; seed < VALUES; seed++) {
            Spelled body = bodies.get(seed % bodies.size());
            JsonNode value = body.sayable(new WildValues(seed).value(body.schema()));
            byte[] written = body.format().write(value, body.schema());

            assertThat(read(body, written, seed)).as("%s, seed %d", body, seed).isEqualTo(value);
        }
    }

    private static JsonNode read(Spelled body, byte[] written, int seed) {
        try {
            return body.format().read(written, body.schema(), Reading.RESPONSE);
        } catch (MalformedBody e) {
            throw new AssertionError(
                    "%s, seed %d: %s in%n%s".formatted(body, seed, e.getMessage(), new String(written)), e);
        }
    }
}
