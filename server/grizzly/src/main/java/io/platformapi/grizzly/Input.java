package io.platformapi.grizzly;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes that a client has sent and nobody has taken yet. For one thread at a time. */
final class Input {

    private static final byte[] NONE = new byte[0];
    private static final int DELETE = 0x7F;

    private byte[] bytes = NONE;
    private int start;
    private int end;
    private int seen;

    /** Takes more of them. */
    void append(byte[] more) {
        if (start == end) {
            bytes = more;
            seen = 0;
        } else {
            int before = size();
            bytes = Arrays.copyOfRange(bytes, start, end + more.length);
            System.arraycopy(more, 0, bytes, before, more.length);
            seen = Math.max(0, seen - start);
        }
        start = 0;
        end = bytes.length;
    }

    int size() {
        return end - start;
    }

    /** How much memory this takes. */
    int capacity() {
        return bytes.length;
    }

    /**
     * The next line, without its end; null if that has not come yet.
     *
     * @param most how long it may be
     * @throws Unreadable 400 at the first byte that no line may have: a control character, a line feed or a carriage
     *     return alone; 431 if it is longer
     */
    @Nullable
    String line(int most) throws Unreadable {
        for (int i = Math.max(seen, start); i < end; i++) {
            byte b = bytes[i];
            if (b == '\r' && i + 1 == end) {
                seen = i;
                return null;
            }
            if (b == '\r' && bytes[i + 1] == '\n') {
                String line = new String(bytes, start, i - start, StandardCharsets.ISO_8859_1);
                skip(i + 2 - start);
                return line;
            }
            if (b >= 0 && b < ' ' && b != '\t' || b == DELETE) {
                throw new Unreadable(400);
            }
            if (i - start >= most) {
                throw new Unreadable(431);
            }
        }
        seen = end;
        return null;
    }

    /**
     * Whether the line ends here; false if that cannot be told yet.
     *
     * @throws Unreadable 400 if something else comes
     */
    boolean lineEnd() throws Unreadable {
        if (size() > 0 && bytes[start] != '\r' || size() > 1 && bytes[start + 1] != '\n') {
            throw new Unreadable(400);
        }
        if (size() < 2) {
            return false;
        }
        skip(2);
        return true;
    }

    /** Moves bytes elsewhere. */
    void take(byte[] into, int offset, int count) {
        System.arraycopy(bytes, start, into, offset, count);
        skip(count);
    }

    void skip(int count) {
        start += count;
        if (start == end) {
            clear();
        }
    }

    void clear() {
        bytes = NONE;
        start = 0;
        end = 0;
        seen = 0;
    }
}
