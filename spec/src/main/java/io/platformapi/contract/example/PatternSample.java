package io.platformapi.contract.example;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A text that matches a pattern of a schema. */
final class PatternSample {

    private static final int ATTEMPTS = 50;
    private static final int LONGEST_REPEAT = 12;

    private PatternSample() {}

    /** A matching text of a wanted length; empty where none is found, as for look-arounds. */
    static Optional<String> text(String pattern, Whim whim, int least, int most) {
        try {
            Pattern check = Pattern.compile(pattern);
            RgxGen generator = generator(pattern, least);
            int first = whim.index(Integer.MAX_VALUE);
            return IntStream.range(first, first + ATTEMPTS)
                    .mapToObj(seed -> generator.generate(new Random(seed)))
                    .filter(text -> text.length() >= least && text.length() <= most)
                    .filter(text -> check.matcher(text).find())
                    .findFirst();
        } catch (RuntimeException notUnderstood) {
            return Optional.empty();
        }
    }

    private static RgxGen generator(String pattern, int least) {
        RgxGenProperties properties = new RgxGenProperties();
        RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, Math.max(LONGEST_REPEAT, least));
        return RgxGen.parse(properties, pattern);
    }
}
