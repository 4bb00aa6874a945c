package io.platformapi.grizzly;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The look at a host with its port (RFC 3986, section 3.2.2; RFC 9110, section 7.2), whose letters alone count. */
final class Host {

    private static final Pattern HOST = Pattern.compile(
            "(?:\\[([0-9A-Fa-f:.]+|v[0-9A-Fa-f]+\\.[-A-Za-z0-9._~!$&'()*+,;=:]+)]|(?:[-A-Za-z0-9._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)"
                    + "(?::([0-9]*))?");
    private static final int MOST_PORTS = 65_535;
    private static final int MOST_DIGITS = 5;

    private Host() {}

    /** Whether a text is a host, with or without a port; the empty one is. */
    static boolean isValid(String text) {
        Matcher host = HOST.matcher(text);
        return host.matches() && isAddress(host.group(1)) && isPort(host.group(2));
    }

    private static boolean isAddress(@Nullable String literal) {
        if (literal == null || literal.startsWith("v")) {
            return true;
        }
        try {
            return literal.contains(":") && InetAddress.getByName("[" + literal + "]") != null; // asks nobody
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isPort(@Nullable String digits) {
        return digits == null
                || digits.isEmpty()
                || digits.length() <= MOST_DIGITS && Integer.parseInt(digits) <= MOST_PORTS;
    }
}
