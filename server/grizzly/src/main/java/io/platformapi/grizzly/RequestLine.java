package io.platformapi.grizzly;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a request (RFC 9112, section 3).
 *
 * @param method the method token as sent
 * @param target path and query as sent; of an absolute target what follows the authority
 * @param minor the version after {@code HTTP/1.}
 */
record RequestLine(String method, String target, int minor) {

    private static final Pattern LINE = Pattern.compile("([^ ]+) ([^ ]+) (.+)");
    private static final Pattern VERSION = Pattern.compile("HTTP/([0-9])\\.([0-9])");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*)(.*)");

    /**
     * @throws Unreadable 400 if the line is none, 505 if it is of a version that is not spoken here. Version 1.2 and
     *     the like are answered as 1.1 (RFC 9110, section 2.5)
     */
    static RequestLine of(String line) throws Unreadable {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || !Tokens.isToken(parts.group(1)) || line.indexOf('\t') >= 0) {
            throw new Unreadable(400);
        }
        if (parts.group(1).equals("CONNECT")) { // there is nobody to connect to
            throw new Unreadable(400);
        }
        return new RequestLine(parts.group(1), target(parts.group(2)), minor(parts.group(3)));
    }

    private static int minor(String text) throws Unreadable {
        Matcher version = VERSION.matcher(text);
        if (!version.matches() || !version.group(1).equals("1")) {
            throw new Unreadable(text.contains("HTTP/") ? 505 : 400);
        }
        return Integer.parseInt(version.group(2));
    }

    private static String target(String text) throws Unreadable {
        Matcher absolute = ABSOLUTE.matcher(text);
        if (!absolute.matches()) {
            return text;
        }
        if (absolute.group(1).isEmpty() || !Host.isValid(absolute.group(1))) {
            throw new Unreadable(400);
        }
        String rest = absolute.group(2);
        return rest.startsWith("/") ? rest : "/" + rest;
    }
}
