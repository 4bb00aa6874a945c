package io.platformapi.grizzly;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of one request, line by line as they come, and stops at the first that HTTP does not allow (RFC 9112,
 * sections 2 to 6). For one thread at a time.
 */
final class HeadReader {

    private static final int MOST_FIELDS = 100;
    private static final int LINE_END = 2;

    /** What a field takes in memory beside its text. */
    private static final int FIELD_COST = 250;

    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Limits limits;
    private final String peer;
    private final int most;
    private @Nullable RequestLine line;
    private int bytes;
    private int count;

    /** @param peer the address that the request comes from */
    HeadReader(Limits limits, String peer) {
        this.limits = limits;
        this.peer = peer;
        this.most = limits.headBytes();
    }

    /** How much memory this takes, about. */
    int capacity() {
        return 2 * bytes + count * FIELD_COST;
    }

    /** Whether anything of a request has come. */
    boolean hasBegun() {
        return bytes > 0;
    }

    /**
     * Takes lines up to the empty one.
     *
     * @return the head; null while it is not whole
     * @throws Unreadable if it is none
     */
    @Nullable
    Head read(Input input) throws Unreadable {
        while (line == null) {
            String first = requestLine(input);
            if (first == null) {
                return null;
            }
            line = first.isEmpty() ? null : RequestLine.of(first); // empty ones before it are skipped
        }
        for (String next = input.line(most - bytes); next != null; next = input.line(most - bytes)) {
            if (next.isEmpty()) {
                return head(line);
            }
            add(next);
        }
        return null;
    }

    private @Nullable String requestLine(Input input) throws Unreadable {
        try {
            String first = input.line(most - bytes);
            bytes += first == null ? 0 : first.length() + LINE_END;
            return first;
        } catch (Unreadable e) {
            throw e.status() == 431 ? new Unreadable(414) : e;
        }
    }

    private void add(String next) throws Unreadable {
        int colon = next.indexOf(':');
        if (colon < 0 || !Tokens.isToken(next.substring(0, colon))) { // a fold of the line before begins with a blank
            throw new Unreadable(400);
        }
        count++;
        bytes += next.length() + LINE_END;
        if (count > MOST_FIELDS || bytes > most) {
            throw new Unreadable(431);
        }
        fields.computeIfAbsent(next.substring(0, colon), name -> new ArrayList<>(1))
                .add(next.substring(colon + 1).strip());
    }

    private Head head(RequestLine first) throws Unreadable {
        Headers headers = Headers.of(fields);
        List<String> hosts = headers.all("Host");
        if (hosts.size() > 1
                || hosts.isEmpty() && first.minor() > 0
                || !hosts.stream().allMatch(Host::isValid)) {
            throw new Unreadable(400);
        }
        long length = Framing.length(headers, first.minor());
        if (length != 0 && first.method().equals("TRACE")) { // which has no body (RFC 9110, section 9.3.8)
            throw new Unreadable(400);
        }
        HttpRequest request = HttpRequest.of(first.method(), first.target(), headers);
        return new Head(request, length, limits.bodyBytes(), first.minor(), peer);
    }
}
