package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.schema.KnownFormat;
import io.platformapi.contract.schema.TextFormat;
import java.util.List;
import java.util.stream.Stream;

/** A text of a schema's format or pattern, as long as the schema wants it. */
final class TextSample {

    private static final String USUAL = "string";
    private static final int FEW = 5;
    private static final int LETTERS = 26;
    private static final int USUAL_LENGTH = 12;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int LONGEST = 5000;

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

    /** @throws SchemaTooComplex if it would have more than a million characters */
    String text() {
        if (least > MOST_CHARACTERS) {
            throw SchemaTooComplex.text(least);
        }
        List<String> patterns = demands.texts("pattern");
        Stream<String> formatted = demands.texts("format").stream()
                .flatMap(format -> KnownFormat.named(format).stream())
                .flatMap(format -> format instanceof TextFormat text ? Stream.of(text) : Stream.empty())
                .flatMap(format -> Stream.concat(Stream.of(format.sample().text(whim::pick)), format.others().stream()))
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
        StringBuilder words = new StringBuilder(TextFormat.word(whim::pick));
        for (int more = whim.index(FEW); more > 0; more--) {
            words.append(' ').append(TextFormat.word(whim::pick));
        }
        return words.toString();
    }
}
