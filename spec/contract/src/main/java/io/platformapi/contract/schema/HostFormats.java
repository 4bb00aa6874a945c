package io.platformapi.contract.schema;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The formats of host names and what contains them (RFC 1123, section 2.1; RFC 5321, section 4.1; RFC 5890 to 5893).
 */
final class HostFormats {

    private static final int LONGEST = 253;
    private static final int LONGEST_MAILBOX = 64;

    /** Possessive, so that the stack does not grow with what is sent. */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.(?!$)|$))++");

    private static final Pattern MAILBOX = mailbox("");
    private static final Pattern INTERNATIONAL_MAILBOX = mailbox("\\x{80}-\\x{10FFFF}");
    private static final Pattern DOTS = Pattern.compile("[.\u3002\uFF0E\uFF61]");
    private static final String ENCODED = "xn--";
    private static final Predicate<String> INTERNATIONAL = Registry.of("idn-hostname");
    private static final Predicate<String> IPV4 = within("ipv4");
    private static final Predicate<String> IPV6 = within("ipv6");
    private static final String IPV6_TAG = "IPv6:";

    private HostFormats() {}

    /** The validator's own check of texts that may be no longer than a host name. */
    static Predicate<String> within(String name) {
        Predicate<String> format = Registry.of(name);
        return text -> text.length() <= LONGEST && format.test(text);
    }

    static boolean isHost(String text) {
        return text.length() <= LONGEST && hasLabels(text);
    }

    private static boolean hasLabels(String text) {
        return HOST.matcher(text).matches() && (!text.contains("--") || hasDecodableLabels(text));
    }

    private static boolean hasDecodableLabels(String text) {
        return Stream.of(text.split("\\.")).filter(HostFormats::isEncoded).allMatch(HostFormats::isDecodable);
    }

    private static boolean isEncoded(String label) {
        return label.toLowerCase(Locale.ROOT).startsWith(ENCODED);
    }

    private static boolean isDecodable(String label) {
        return Punycode.decoded(label.substring(ENCODED.length()))
                .filter(decoded -> decoded.codePoints().anyMatch(code -> code > '\u007F'))
                .filter(HostFormats::isInternationalHost)
                .isPresent();
    }

    static boolean isInternationalHost(String text) {
        return text.length() <= LONGEST
                && Stream.of(DOTS.split(text, -1)).noneMatch(String::isEmpty)
                && INTERNATIONAL.test(text)
                && Bidi.isReadable(DOTS.split(text));
    }

    /** How long the name of the host may be is left to whoever resolves it. */
    static boolean isEmail(String text) {
        return isAddress(text, MAILBOX, HostFormats::hasLabels);
    }

    /** RFC 6531, section 3.3. */
    static boolean isInternationalEmail(String text) {
        return isAddress(
                text,
                INTERNATIONAL_MAILBOX,
                host -> isHost(host) || isInternationalHost(Normalizer.normalize(host, Normalizer.Form.NFC)));
    }

    /** Words between dots, or what is quoted. */
    private static Pattern mailbox(String more) {
        String atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~" + more + "-]++";
        String quoted = "\"(?:[ !#-\\[\\]-~" + more + "]|\\\\[ -~])*+\"";
        return Pattern.compile(atom + "(?:\\." + atom + ")*+|" + quoted);
    }

    private static boolean isAddress(String text, Pattern mailbox, Predicate<String> hosts) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_MAILBOX
                && mailbox.matcher(text.substring(0, at)).matches()
                && (isLiteral(text.substring(at + 1)) || hosts.test(text.substring(at + 1)));
    }

    private static boolean isLiteral(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (!bracketed) {
            return false;
        }
        String address = host.substring(1, host.length() - 1);
        return address.startsWith(IPV6_TAG) ? IPV6.test(address.substring(IPV6_TAG.length())) : IPV4.test(address);
    }
}
