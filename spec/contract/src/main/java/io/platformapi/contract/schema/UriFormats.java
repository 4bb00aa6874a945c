package io.platformapi.contract.schema;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formats of addresses and pointers (RFC 3986, 3987, 6570, 6901). */
final class UriFormats {

    private static final Pattern AUTHORITY = Pattern.compile("(?:[^:/?#]++:)?//([^/?#]*+)");
    private static final Pattern PORT = Pattern.compile("(?::[0-9]*+)?");
    private static final String ESCAPED = "%[0-9A-Fa-f]{2}";
    private static final String VARIABLE = "(?:\\.?(?:[A-Za-z0-9_]|" + ESCAPED + "))++(?:\\*|:[1-9][0-9]{0,3})?";
    /** RFC 6570, section 2; its errata count an apostrophe among the literals. */
    private static final Pattern TEMPLATE = Pattern.compile("(?:[^\\x00-\\x20\"<>\\\\^`{|}%\\x7F]|" + ESCAPED
            + "|\\{[+#./;?&]?" + VARIABLE + "(?:," + VARIABLE + ")*+\\})*+");

    private static final Pattern NO_ESCAPE = Pattern.compile("~(?![01])");
    private static final Pattern RELATIVE = Pattern.compile("(?:0|[1-9][0-9]*+)(?:#|(/.*)?)", Pattern.DOTALL);
    private static final Predicate<String> IPV6 = HostFormats.within("ipv6");

    private UriFormats() {}

    /**
     * The validator's own check, and one of the authority (RFC 3986, section 3.2), which it takes as it comes but for a
     * {@code V}.
     */
    static Predicate<String> of(String name) {
        Predicate<String> format = Registry.of(name);
        return text -> hasReadableAuthority(text) && format.test(text.replace("//[V", "//[v"));
    }

    private static boolean hasReadableAuthority(String text) {
        Matcher matcher = AUTHORITY.matcher(text);
        if (!matcher.lookingAt()) {
            return true;
        }
        String authority = matcher.group(1);
        int at = authority.indexOf('@');
        String server = authority.substring(at + 1);
        boolean literal = server.startsWith("[");
        int end = literal ? server.indexOf(']') + 1 : server.indexOf(':') < 0 ? server.length() : server.indexOf(':');
        return at == authority.lastIndexOf('@')
                && PORT.matcher(server.substring(end)).matches()
                && (!literal || isAddress(server.substring(1, Math.max(1, end - 1))));
    }

    private static boolean isAddress(String literal) {
        return literal.startsWith("v") || literal.startsWith("V") || IPV6.test(literal);
    }

    static boolean isTemplate(String text) {
        return TEMPLATE.matcher(text).matches();
    }

    static boolean isPointer(String text) {
        return (text.isEmpty() || text.startsWith("/"))
                && !NO_ESCAPE.matcher(text).find();
    }

    static boolean isRelativePointer(String text) {
        return RELATIVE.matcher(text).matches() && !NO_ESCAPE.matcher(text).find();
    }
}
