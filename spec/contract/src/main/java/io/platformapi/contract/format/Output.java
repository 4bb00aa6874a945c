package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in the making. Unlike a {@link StringBuilder} it lets what was just written be looked at in place: whether a
 * value needs quotes is only known when it stands there. For one thread.
 */
final class Output {

    private static final int MOST_KEPT = 64 * 1024;

    private char[] text = new char[1024];
    private int length;
    private @Nullable JsonNode open;
    private int firstItem;
    private int lastItem;

    /** Has the items of a list told apart from what stands before and after them. */
    void open(JsonNode list) {
        open = list;
        firstItem = length;
        lastItem = length;
    }

    /** Whether the items of a list are told apart. */
    boolean isOpen(JsonNode list) {
        return list == open;
    }

    /** The items of a list begin here. */
    void itemsBegin(JsonNode list) {
        firstItem = isOpen(list) ? length : firstItem;
    }

    /** The items of a list end here. */
    void itemsEnd(JsonNode list) {
        lastItem = isOpen(list) ? length : lastItem;
    }

    /** The text so far, with the items of the list apart. */
    OpenList apart(String separator) {
        open = null;
        return new OpenList(utf8(0, firstItem), utf8(firstItem, lastItem), separator, utf8(lastItem, length));
    }

    private byte[] utf8(int from, int to) {
        return new String(text, from, to - from).getBytes(StandardCharsets.UTF_8);
    }

    Output append(char c) {
        room(1);
        text[length++] = c;
        return this;
    }

    Output append(String piece) {
        int added = piece.length();
        room(added);
        piece.getChars(0, added, text, length);
        length += added;
        return this;
    }

    /** Where the next piece will stand. */
    int length() {
        return length;
    }

    /** Takes back what stands behind a place. */
    void cut(int from) {
        length = from;
    }

    /** Whether one of a set of characters stands behind a place. */
    boolean has(CharacterTable characters, int from) {
        return characters.isIn(text, from, length);
    }

    /**
     * Puts what stands behind a place into quotes, and doubles the quotes in it.
     *
     * @param mark how many quotes stand for one: more than one inside of other quotes
     */
    void quote(int from, int mark) {
        int end = length;
        int quotes = 0;
        for (int i = from; i < end; i++) {
            quotes += text[i] == '"' ? 1 : 0;
        }
        int added = 2 * mark + quotes * (2 * mark - 1);
        room(added);
        length += added;
        int to = marks(length, mark);
        for (int i = end - 1; i >= from; i--) {
            char c = text[i];
            if (c == '"') {
                to = marks(to, 2 * mark);
            } else {
                text[--to] = c;
            }
        }
        marks(to, mark);
    }

    private int marks(int to, int number) {
        Arrays.fill(text, to - number, to, '"');
        return to - number;
    }

    private void room(int added) {
        if (added > text.length - length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + added));
        }
    }

    /** Whether keeping it for the next text is no waste. */
    boolean isSmall() {
        return text.length <= MOST_KEPT;
    }

    /** The text so far. */
    byte[] utf8() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return new String(text, 0, length);
    }
}
