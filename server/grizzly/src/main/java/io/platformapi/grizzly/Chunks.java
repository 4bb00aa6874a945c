package io.platformapi.grizzly;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body in chunks (RFC 9112, section 7.1), by the letter: sizes are hexadecimal digits alone, lines end with both
 * their characters, data with its chunk. Extensions and trailers are checked, counted and passed over.
 */
final class Chunks implements BodyReader {

    private static final String WORD = "[-!#$%&'*+.^_`|~0-9A-Za-z]++";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final Pattern SIZE = Pattern.compile("0*+([0-9A-Fa-f]*+)((?:[ \\t]*+;[ \\t]*+" + WORD
            + "(?:[ \\t]*+=[ \\t]*+(?:" + WORD + "|" + QUOTED + "))?+)*+)");
    private static final int MOST_DIGITS = 7;
    private static final int LONGEST_LINE = 1024;

    /** Where the reading stands. */
    private enum Place {
        SIZE,
        DATA,
        END_OF_DATA,
        TRAILER
    }

    private Place place = Place.SIZE;
    private int left;
    private long room;
    private int extras;

    /**
     * @param room how many bytes of data there may be
     * @param extras how many bytes extensions and trailers may have, together
     */
    Chunks(long room, int extras) {
        this.room = room;
        this.extras = extras;
    }

    @Override
    public boolean read(Input input, Sink sink) throws Unreadable {
        while (true) {
            switch (place) {
                case SIZE -> {
                    if (!readSize(input)) {
                        return false;
                    }
                }
                case DATA -> {
                    if (!readData(input, sink)) {
                        return false;
                    }
                }
                case END_OF_DATA -> {
                    if (!input.lineEnd()) {
                        return false;
                    }
                    place = Place.SIZE;
                }
                default -> {
                    return readTrailers(input);
                }
            }
        }
    }

    @Override
    public void grow() {
        room = Long.MAX_VALUE;
    }

    private boolean readSize(Input input) throws Unreadable {
        String line = line(input);
        if (line == null) {
            return false;
        }
        Matcher size = SIZE.matcher(line);
        if (!size.matches() || size.start(2) == 0) {
            throw new Unreadable(400);
        }
        if (size.group(1).length() > MOST_DIGITS) {
            throw new Unreadable(413);
        }
        count(size.group(2).length());
        left = size.group(1).isEmpty() ? 0 : Integer.parseInt(size.group(1), 16);
        place = left == 0 ? Place.TRAILER : Place.DATA; // from which is read on where the room grows
        if (left > room) {
            throw new Unreadable(413);
        }
        room -= left;
        return true;
    }

    private boolean readData(Input input, Sink sink) throws Unreadable {
        int count = Math.min(left, input.size());
        sink.take(input, count);
        left -= count;
        if (left > 0) {
            return false;
        }
        place = Place.END_OF_DATA;
        return true;
    }

    private boolean readTrailers(Input input) throws Unreadable {
        for (String line = line(input); line != null; line = line(input)) {
            if (line.isEmpty()) {
                return true;
            }
            int colon = line.indexOf(':');
            if (colon < 0 || !Tokens.isToken(line.substring(0, colon))) {
                throw new Unreadable(400);
            }
            count(line.length());
        }
        return false;
    }

    private static @Nullable String line(Input input) throws Unreadable {
        return input.line(LONGEST_LINE);
    }

    private void count(int more) throws Unreadable {
        extras -= more;
        if (extras < 0) {
            throw new Unreadable(431);
        }
    }
}
