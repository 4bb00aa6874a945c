package io.platformapi.server.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places such as {@code {inviter}} for values. What a value says is never taken for a place.
 *
 * @param text the text with its places
 */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** The template in a file beside this class. */
    static Template of(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with a value in each place. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
    }
}
