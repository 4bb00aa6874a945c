package io.platformapi.grizzly;

import io.platformapi.contract.http.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where a request's body ends, as its head says (RFC 9112, section 6). What two readers could understand in two ways is
 * refused, for behind a proxy it is how one request is smuggled into another.
 */
final class Framing {

    /** The length of a body that comes in chunks, so that only its end tells. */
    static final long CHUNKED = -1;

    private static final int MOST_DIGITS = 18;

    private Framing() {}

    /**
     * The length of the body that a head announces: 0 for none, {@link #CHUNKED}, or more than any limit for a number
     * that nobody can count to.
     *
     * @param minor the version after {@code HTTP/1.}
     * @throws Unreadable 400 if its end cannot be told for certain, 501 if it is coded in a way that is not read here
     */
    static long length(Headers headers, int minor) throws Unreadable {
        List<String> lengths = headers.all("Content-Length");
        if (headers.has("Transfer-Encoding")) {
            if (!lengths.isEmpty() || minor == 0) {
                throw new Unreadable(400);
            }
            checkCoding(headers.text("Transfer-Encoding").toLowerCase(Locale.ROOT));
            return CHUNKED;
        }
        return lengths.isEmpty() ? 0 : number(lengths);
    }

    private static void checkCoding(String codings) throws Unreadable {
        if (codings.equals("chunked")) {
            return;
        }
        List<String> all =
                Arrays.stream(codings.split(",", -1)).map(String::strip).toList();
        boolean framed =
                all.indexOf("chunked") == all.size() - 1 && all.stream().allMatch(Tokens::isToken);
        throw new Unreadable(framed ? 501 : 400);
    }

    private static long number(List<String> lengths) throws Unreadable {
        String digits = lengths.get(0);
        if (lengths.size() != 1 || digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Unreadable(400);
        }
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
