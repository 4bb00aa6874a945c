package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.format.UnwritableValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Bodies with bytes changed, taken out and put in: a reader answers each with a value or with a located
 * {@link MalformedBody}, and nothing else; {@code -Pround-trip} tries a million.
 */
class MutationTest {

    private static final int BODIES = Integer.getInteger("mutation.bodies", 20_000);
    private static final int MUTANTS_OF_A_VALUE = 20;
    private static final List<String> TOKENS = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "<",
            ">",
            "</",
            "/>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?x ?>",
            "&lt;",
            "&#0;",
            "&#xD800;",
            "&x;",
            "<!DOCTYPE x>",
            " xmlns='urn:x'",
            " i:nil='true'",
            "\r",
            "\n",
            "\\ud800",
            "%",
            "%4",
            "&",
            "=",
            "null",
            "True",
            "1e999",
            "\u0000",
            "\uFEFF",
            "😀");

    @Test
    void answersEveryMutantWithAValueOrWithItsPlace() {
        List<Spelled> all = Spelled.all();
        for (int seed = 0; seed < BODIES / MUTANTS_OF_A_VALUE; seed++) {
            Spelled body = all.get(seed % all.size());
            byte[] original =
                    body.format().write(body.sayable(new WildValues(seed).value(body.schema())), body.schema());
            Random random = new Random(seed);
            for (int i = 0; i < MUTANTS_OF_A_VALUE; i++) {
                answers(body, mutant(original, random), seed);
            }
        }
    }

    private static void answers(Spelled body, byte[] mutant, int seed) {
        for (Reading reading : Reading.values()) {
            try {
                JsonNode value = body.format().read(mutant, body.schema(), reading);
                Canonical.of(value, body.schema(), twice -> {});
                body.format().write(value, body.schema());
            } catch (MalformedBody e) {
                assertThat(e.line() > 0 && e.column() > 0
                                || body.format().name().equals("form"))
                        .as("a place in: %s", e.getMessage())
                        .isTrue();
            } catch (UnwritableValue unwritable) {
                assertThat(body.format().name()).isEqualTo("xml");
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "%s, seed %d: %s%n%s"
                                .formatted(
                                        body,
                                        seed,
                                        HexFormat.of().formatHex(mutant),
                                        new String(mutant, StandardCharsets.UTF_8)),
                        e);
            }
        }
    }

    private static byte[] mutant(byte[] original, Random random) {
        byte[] mutant = original;
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutant.length + 1);
            int to = Math.min(mutant.length, at + random.nextInt(8));
            mutant = switch (random.nextInt(6)) {
                case 0 -> spliced(mutant, at, to, new byte[0]);
                case 1 -> spliced(mutant, at, at, Arrays.copyOfRange(mutant, at, to));
                case 2 -> Arrays.copyOf(mutant, at);
                case 3 -> spliced(mutant, at, Math.min(mutant.length, at + 1), new byte[] {(byte) random.nextInt(256)});
                default -> spliced(mutant, at, at, token(random));
            };
        }
        return mutant;
    }

    private static byte[] token(Random random) {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] spliced = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
        System.arraycopy(middle, 0, spliced, from, middle.length);
        System.arraycopy(bytes, to, spliced, from + middle.length, bytes.length - to);
        return spliced;
    }
}
