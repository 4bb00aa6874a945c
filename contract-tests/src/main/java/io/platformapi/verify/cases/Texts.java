package io.platformapi.verify.cases;

import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Makes up texts: by format, by pattern, else words of the right length. */
final class Texts {

    private static final Map<String, Function<Random, String>> FORMATS = Map.of(
            "uuid", random -> new UUID(random.nextLong(), random.nextLong()).toString(),
            "email", random -> "someone-" + random.nextInt(1000) + "@example.com",
            "date", random -> "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10),
            "date-time",
                    random -> Instant.ofEpochSecond(1_700_000_000L + random.nextInt(80_000_000))
                            .toString(),
            "uri", random -> "https://example.com/" + random.nextInt(1000),
            "byte", random -> "Y29udHJhY3Q=",
            "ipv4", random -> "192.0.2." + random.nextInt(256),
            "hostname", random -> "host-" + random.nextInt(100) + ".example.com");
    private static final List<String> COMMON =
            List.of("a", "A", "1", "abc", "ABC", "Abc", "123", "abc123", "a-b", "a_b", "12:30", "1.0", "1.0.0", "0");
    private static final int USUAL_LENGTH = 12;
    private static final int LONGEST = 5000;

    private final Random random;

    Texts(Random random) {
        this.random = random;
    }

    String of(Schema schema) {
        Function<Random, String> format = FORMATS.get(schema.format());
        if (format != null) {
            return format.apply(random);
        }
        return schema.keyword("pattern").isTextual() ? matching(schema) : words(schema);
    }

    private String matching(Schema schema) {
        List<String> fitting = COMMON.stream()
                .filter(text -> schema.faults(new com.fasterxml.jackson.databind.node.TextNode(text))
                        .isEmpty())
                .toList();
        return fitting.isEmpty() ? made(schema) : fitting.get(random.nextInt(fitting.size()));
    }

    /** What no common text fits is made up from the pattern. */
    private String made(Schema schema) {
        return new Sampler(Whim.seeded(random.nextLong())).sample(schema).asText();
    }

    private String words(Schema schema) {
        int least = schema.keyword("minLength").asInt(1);
        int most = Math.min(schema.keyword("maxLength").asInt(USUAL_LENGTH), Math.max(least, USUAL_LENGTH));
        int length = Math.min(LONGEST, least + random.nextInt(Math.max(1, most - least + 1)));
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
