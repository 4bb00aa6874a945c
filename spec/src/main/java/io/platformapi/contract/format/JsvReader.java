package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Typing;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a JSV text.
 *
 * <p>Grammar, where an exact text has no layout:
 *
 * <pre>{@code
 * value  = object | list | quoted | bare
 * object = "{" [ name ":" value *( "," name ":" value ) ] "}"
 * list   = "[" [ value *( "," value ) ] "]"
 * quoted = DQUOTE *( any but DQUOTE | DQUOTE DQUOTE ) DQUOTE
 * bare   = up to the next comma or closing bracket; nothing at all is null
 * }</pre>
 */
final class JsvReader {

    private static final int DEEPEST = 200;
    /** In place of a closing bracket: the value takes the whole text. */
    private static final char ALONE = '\0';

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final char[] text;
    private final Typing typing;
    private final JsvLayout layout;
    private int at;
    private int depth;

    JsvReader(char[] text, Typing typing, JsvLayout layout) {
        this.text = text;
        this.typing = typing;
        this.layout = layout;
    }

    JsonNode whole(Shape shape) throws MalformedBody {
        skipLayout();
        JsonNode value = start(shape);
        skipLayout();
        if (at < text.length) {
            throw malformed("text stands behind the value");
        }
        return value;
    }

    private JsonNode start(Shape shape) throws MalformedBody {
        if (at == text.length) {
            return JSON.nullNode();
        }
        if (shape.isObject() && !shape.isText() && !shape.isList() && peek() != '{') {
            throw malformed("an object is expected, which begins with '{'");
        }
        if (shape.isList() && !shape.isText() && peek() != '[') {
            return bracketless(shape);
        }
        return value(shape, ALONE);
    }

    private JsonNode bracketless(Shape shape) throws MalformedBody {
        if (layout == JsvLayout.NONE) {
            throw malformed("a list is expected, which begins with '['");
        }
        return items(shape, ',');
    }

    private JsonNode value(Shape shape, char close) throws MalformedBody {
        skipToOpening();
        char first = peek();
        if (first == '{' && (shape.isObject() || shape.isAny())) {
            return object(shape);
        }
        if (first == '[' && (shape.isList() || shape.isAny())) {
            return list(shape);
        }
        if (shape.isList() && layout != JsvLayout.NONE && !shape.isText()) {
            return single(shape, close);
        }
        return first == '"' ? typed(quoted(close), shape) : bare(shape, close);
    }

    /** A value in place of a list is a list of one; nothing is no list. */
    private JsonNode single(Shape shape, char close) throws MalformedBody {
        descend();
        JsonNode item = value(shape.items(), close);
        depth--;
        return item.isNull() ? item : JSON.arrayNode().add(item);
    }

    private JsonNode object(Shape shape) throws MalformedBody {
        descend();
        ObjectNode object = JSON.objectNode();
        at++;
        skipLayout();
        if (peek() != '}') {
            member(object, shape);
            while (peek() == ',') {
                at++;
                member(object, shape);
            }
        }
        close('}');
        if (layout == JsvLayout.NONE) {
            shape.restore(object);
        }
        return object;
    }

    private void member(ObjectNode object, Shape shape) throws MalformedBody {
        skipLayout();
        int start = at;
        String written = name(shape);
        String name = layout == JsvLayout.NONE ? written : shape.spelled(written);
        if (object.has(name)) {
            at = start;
            throw malformed("the member " + name + " stands here a second time");
        }
        at++;
        object.set(name, value(shape.member(name), '}'));
        skipLayout();
    }

    private String name(Shape shape) throws MalformedBody {
        if (peek() == '"') {
            String name = quotedText();
            skipLayout();
            expectColon();
            return name;
        }
        int start = at;
        at = JsvWriter.SPECIAL.first(text, at, text.length);
        expectColon();
        String name = shape.names().name(text, start, at);
        return layout == JsvLayout.NONE ? name : name.strip();
    }

    private void expectColon() throws MalformedBody {
        if (peek() != ':') {
            throw malformed("a member's name and a colon are expected");
        }
    }

    private JsonNode list(Shape shape) throws MalformedBody {
        descend();
        at++;
        skipLayout();
        JsonNode list = peek() == ']' ? JSON.arrayNode() : items(shape, ']');
        close(']');
        return list;
    }

    private ArrayNode items(Shape shape, char close) throws MalformedBody {
        ArrayNode list = JSON.arrayNode();
        list.add(item(shape, close));
        while (peek() == ',') {
            at++;
            list.add(item(shape, close));
        }
        return list;
    }

    private JsonNode item(Shape shape, char close) throws MalformedBody {
        if (layout == JsvLayout.INDENTED) {
            skipLayout();
        }
        JsonNode item = value(shape.items(), close);
        if (layout == JsvLayout.INDENTED || !item.isValueNode()) {
            skipLayout();
        }
        return item;
    }

    private void descend() throws MalformedBody {
        if (++depth > DEEPEST) {
            throw malformed("the value is nested deeper than " + DEEPEST + " levels");
        }
    }

    private void close(char bracket) throws MalformedBody {
        skipLayout();
        if (peek() != bracket || at >= text.length) {
            throw malformed("'" + bracket + "' or a comma is expected");
        }
        at++;
        depth--;
    }

    private String quoted(char close) throws MalformedBody {
        String quoted = quotedText();
        skipLayout();
        if (at < text.length && peek() != ',' && peek() != close) {
            throw malformed("text stands behind the closing quote");
        }
        return quoted;
    }

    private String quotedText() throws MalformedBody {
        int opening = at;
        int start = ++at;
        StringBuilder pieces = null;
        for (; at < text.length; at++) {
            if (text[at] == '"') {
                if (at + 1 == text.length || text[at + 1] != '"') {
                    return piece(pieces, start, at++);
                }
                pieces = (pieces == null ? new StringBuilder() : pieces).append(text, start, ++at - start);
                start = at + 1;
            }
        }
        at = opening;
        throw malformed("the quote is never closed");
    }

    private String piece(@Nullable StringBuilder before, int from, int to) {
        return before == null
                ? new String(text, from, to - from)
                : before.append(text, from, to - from).toString();
    }

    private JsonNode bare(Shape shape, char close) throws MalformedBody {
        int start = at;
        if (layout == JsvLayout.NONE) {
            skipExact(shape, close);
        } else {
            skipLenient(close);
        }
        if (start == at) {
            return JSON.nullNode();
        }
        String bare = new String(text, start, at - start);
        if (layout != JsvLayout.NONE && bare.equals("null") && shape.isNullable() && shape.hasForm()) {
            return JSON.nullNode();
        }
        return typed(layout == JsvLayout.NONE || shape.isText() ? bare : bare.strip(), shape);
    }

    /** Text that stands alone goes to the end, and must be quoted for a comma all the same. */
    private void skipExact(Shape shape, char close) throws MalformedBody {
        int start = at;
        at = (shape.isMoment() ? JsvWriter.SPECIAL_IN_MOMENTS : JsvWriter.SPECIAL).first(text, at, text.length);
        if (at < text.length && !endsBare(text[at], close)) {
            at = start;
            throw malformed("this text must be quoted");
        }
    }

    private void skipLenient(char close) throws MalformedBody {
        if (peek() == '{' || peek() == '[') {
            skipBracketed();
        }
        while (at < text.length && !endsBare(text[at], close)) {
            at++;
        }
    }

    private boolean endsBare(char c, char close) {
        return close != ALONE && (c == ',' || c == close) || layout == JsvLayout.INDENTED && (c == '\n' || c == '\r');
    }

    /** Text that begins with a bracket, such as a GUID in braces, goes to its partner at least. */
    private void skipBracketed() throws MalformedBody {
        char open = peek();
        char partner = open == '{' ? '}' : ']';
        int start = at;
        for (int nested = 0; at < text.length; at++) {
            char c = text[at];
            nested += c == open ? 1 : c == partner ? -1 : 0;
            if (nested == 0) {
                at++;
                return;
            }
        }
        at = start;
        throw malformed("'" + open + "' is never closed");
    }

    private JsonNode typed(String value, Shape shape) {
        if (shape.isMoment()) {
            return typing.value(Moments.whole(value), shape.schema());
        }
        return shape.isTextOnly() ? JSON.textNode(value) : typing.value(value, shape.schema());
    }

    /** Blanks in front of a bracket or a quote are layout; in front of anything else they belong to the value. */
    private void skipToOpening() {
        if (layout == JsvLayout.NONE) {
            return;
        }
        if (layout == JsvLayout.INDENTED && peek() == ' ') {
            at++;
        }
        int ahead = at;
        while (ahead < text.length && isBlank(text[ahead])) {
            ahead++;
        }
        if (ahead < text.length && "{[\"".indexOf(text[ahead]) >= 0) {
            at = ahead;
        }
    }

    private void skipLayout() {
        while (layout != JsvLayout.NONE && at < text.length && isBlank(text[at])) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private char peek() {
        return at < text.length ? text[at] : ALONE;
    }

    private MalformedBody malformed(String problem) {
        boolean ended = at >= text.length;
        return Places.malformed(ended ? problem + ", but the text ends here" : problem, new String(text), at);
    }
}
