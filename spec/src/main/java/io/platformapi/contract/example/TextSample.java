package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.check.OneWay;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A text of a schema's format or pattern, as long as the schema wants it. */
final class TextSample {

    private static final String USUAL = "string";
    private static final int FEW = 5;
    private static final int LETTERS = 26;
    private static final int USUAL_LENGTH = 12;
    private static final int LONGEST = 5000;
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

    /** Texts of the shapes that patterns usually want, for those that nothing can be made from. */
    private static final List<String> COMMON =
            List.of("a", "A", "1", "abc", "ABC", "Abc", "123", "abc123", "a-b", "a_b", "12:30", "1.0", "1.0.0", "0");

    private final Demands demands;
    private final Whim whim;
    private final OneWay absent;
    private final int least;
    private final int most;

    TextSample(Demands demands, Whim whim, OneWay absent) {
        this.demands = demands;
        this.whim = whim;
        this.absent = absent;
        this.least = demands.least("minLength");
        this.most = demands.most("maxLength");
    }

    String text() {
        List<String> patterns = demands.texts("pattern");
        Stream<String> formatted = demands.texts("format").stream()
                .flatMap(format -> Stream.ofNullable(FORMATS.get(format)))
                .map(format -> format.apply(whim))
                .filter(text -> text.length() >= least && text.length() <= most);
        if (patterns.isEmpty()) {
            return formatted.findFirst().orElseGet(this::plain);
        }
        List<String> matching = patterns.stream()
                .flatMap(pattern -> PatternSample.text(pattern, whim, least, most).stream())
                .toList();
        return Stream.of(formatted, matching.stream(), COMMON.stream())
                .flatMap(texts -> texts)
                .filter(text -> demands.accepts(TextNode.valueOf(text)))
                .findFirst()
                .orElseGet(() -> matching.isEmpty() ? plain() : matching.get(0));
    }

    /** Words as long as they have to be, without a space at the end, which many a reader takes away. */
    private String plain() {
        if (whim.invents() && absent == OneWay.READ_ONLY) {
            return name();
        }
        StringBuilder text = new StringBuilder(part());
        while (text.length() < least) {
            text.append(' ').append(part());
        }
        text.setLength(Math.min(most, text.length()));
        if (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
            text.setCharAt(text.length() - 1, 'x');
        }
        return text.toString();
    }

    /** What nothing has been called yet that a server knows; it reads the same in a path, a query and a body. */
    private String name() {
        int usual = Math.min(most, Math.max(least, USUAL_LENGTH));
        int from = Math.min(Math.max(1, least), usual);
        int length = Math.min(LONGEST, from + whim.index(usual - from + 1));
        StringBuilder name = new StringBuilder();
        while (name.length() < length) {
            name.append((char) ('a' + whim.index(LETTERS)));
        }
        return name.toString();
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
