package io.platformapi.contract.example;

import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A text of a schema's format or pattern, as long as the schema wants it. */
final class TextSample {

    private static final String USUAL = "string";
    private static final int FEW = 5;
    private static final List<String> WORDS = List.of(
            "amber", "birch", "cedar", "dune", "ember", "fjord", "grove", "harbour", "island", "juniper", "kelp",
            "lagoon", "meadow", "north", "ocean", "prairie", "quartz", "river", "summit", "tundra");

    private static final Map<String, Function<Whim, String>> FORMATS = Map.ofEntries(
            Map.entry("date", whim -> "2026-%s-%s".formatted(two(whim, 12, 1), two(whim, 28, 1))),
            Map.entry("time", whim -> time(whim) + "Z"),
            Map.entry("date-time", whim -> "2026-%s-%sT%sZ".formatted(two(whim, 12, 1), two(whim, 28, 1), time(whim))),
            Map.entry("duration", whim -> "P" + (1 + whim.index(30)) + "D"),
            Map.entry("email", whim -> word(whim) + "@example.com"),
            Map.entry("idn-email", whim -> word(whim) + "@example.com"),
            Map.entry("hostname", whim -> word(whim) + ".example.com"),
            Map.entry("idn-hostname", whim -> word(whim) + ".example.com"),
            Map.entry("ipv4", whim -> "192.0.2." + (1 + whim.index(254))),
            Map.entry("ipv6", whim -> "2001:db8::" + Integer.toHexString(1 + whim.index(0xFFFE))),
            Map.entry("uri", whim -> "https://example.com/" + word(whim)),
            Map.entry("url", whim -> "https://example.com/" + word(whim)),
            Map.entry("iri", whim -> "https://example.com/" + word(whim)),
            Map.entry("uri-reference", whim -> "/" + word(whim)),
            Map.entry("iri-reference", whim -> "/" + word(whim)),
            Map.entry("uri-template", whim -> "https://example.com/{id}"),
            Map.entry("uuid", TextSample::uuid),
            Map.entry("byte", whim -> "c2FtcGxl"),
            Map.entry("json-pointer", whim -> "/" + word(whim)),
            Map.entry("relative-json-pointer", whim -> "1/" + word(whim)),
            Map.entry("regex", whim -> "^[a-z]+$"),
            Map.entry("password", whim -> "correct-horse-" + word(whim)));

    private final Schema schema;
    private final Whim whim;

    TextSample(Schema schema, Whim whim) {
        this.schema = schema;
        this.whim = whim;
    }

    String text() {
        int least = schema.keyword("minLength").asInt(0);
        int most = schema.keyword("maxLength").asInt(Integer.MAX_VALUE);
        Optional<String> formatted = Optional.ofNullable(FORMATS.get(schema.format()))
                .map(format -> format.apply(whim))
                .filter(text -> text.length() >= least && text.length() <= most);
        String pattern = schema.keyword("pattern").asText("");
        return formatted
                .or(() -> pattern.isEmpty() ? Optional.empty() : PatternSample.text(pattern, whim, least, most))
                .orElseGet(() -> plain(least, most));
    }

    private String plain(int least, int most) {
        StringBuilder text = new StringBuilder(part());
        while (text.length() < least) {
            text.append(' ').append(part());
        }
        return text.length() > most ? text.substring(0, most) : text.toString();
    }

    private String part() {
        return whim.invents() ? words() : USUAL;
    }

    private String words() {
        StringBuilder words = new StringBuilder(word(whim));
        for (int more = whim.index(FEW); more > 0; more--) {
            words.append(' ').append(word(whim));
        }
        return words.toString();
    }

    private static String word(Whim whim) {
        return WORDS.get(whim.index(WORDS.size()));
    }

    private static String time(Whim whim) {
        return two(whim, 24, 0) + ":" + two(whim, 60, 0) + ":" + two(whim, 60, 0);
    }

    private static String two(Whim whim, int choices, int first) {
        return "%02d".formatted(first + whim.index(choices));
    }

    private static String uuid(Whim whim) {
        if (!whim.invents()) {
            return "3fa85f64-5717-4562-b3fc-2c963f66afa6";
        }
        long high = whim.pick(Long.MAX_VALUE) & 0x7FFFFFFFFFFF0FFFL | 0x4000L;
        return new java.util.UUID(high, whim.pick(Long.MAX_VALUE) | Long.MIN_VALUE).toString();
    }
}
