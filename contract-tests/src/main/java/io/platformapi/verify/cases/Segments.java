package io.platformapi.verify.cases;

import io.platformapi.contract.http.Percent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a path between its slashes, as clients, proxies and servers treat them.
 *
 * <p>Dot segments are removed, encoded or not (RFC 3986, section 6.2.2.3); empty segments are merged; an encoded slash,
 * backslash or control character is refused or decoded before routing; a dot or a space at the end is dropped. A
 * request whose path is of this kind may lead anywhere, and tells nothing about the operation it was meant for.
 */
final class Segments {

    /** Some text without slashes and control characters that ends in neither a dot nor a space. */
    private static final Pattern ONE = Pattern.compile("[^/\\\\\\p{Cntrl}]*[^/\\\\\\p{Cntrl}.\\s]");

    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]|%(?![0-9A-Fa-f]{2})");

    private Segments() {}

    /** Whether every server takes the text, percent-encoded, for one segment of a path, and for this one. */
    static boolean isOne(String encoded) {
        return ONE.matcher(Percent.decoded(encoded).orElse("")).matches();
    }

    /** The literal text of a template as it is sent: what may not stand in a URI is percent-encoded. */
    static String sendable(String literal) {
        Matcher illegal = ILLEGAL.matcher(literal);
        return illegal.replaceAll(found -> Matcher.quoteReplacement(Percent.encoded(found.group())));
    }
}
