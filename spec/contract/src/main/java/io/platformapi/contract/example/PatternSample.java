package io.platformapi.contract.example;

import io.platformapi.contract.pattern.EcmaRegex;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.pattern.UnreadableRegex;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A text that matches a pattern of a schema. */
final class PatternSample {

    private static final int ATTEMPTS = 50;

    private PatternSample() {}

    /** A matching text of so many characters; empty where none is found, as for look-arounds at odds. */
    static Optional<String> text(String pattern, Whim whim, int least, int most) {
        try {
            EcmaRegex regex = EcmaRegex.of(pattern);
            RegexFinder finder = RegexFinder.of(regex);
            PatternText text = new PatternText(regex.term(), least, most);
            Random random = new Random(whim.index(Integer.MAX_VALUE));
            return Stream.generate(() -> text.made(random))
                    .limit(ATTEMPTS)
                    .flatMap(Optional::stream)
                    .filter(finder::finds)
                    .findFirst();
        } catch (UnreadableRegex nobodyKnows) {
            return Optional.empty();
        }
    }
}
