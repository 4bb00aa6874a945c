package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Typing;

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

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsvText text;
    private final Typing typing;
    private final JsvLayout layout;
    private int depth;

    JsvReader(Slice text, Typing typing, JsvLayout layout) {
        this.text = new JsvText(text, layout);
        this.typing = typing;
        this.layout = layout;
    }

    JsonNode whole(Shape shape) throws MalformedBody {
        text.skipLayout();
        JsonNode value = start(shape);
        text.skipLayout();
        if (!text.isEnded()) {
            throw text.malformed("text stands behind the value");
        }
        return value;
    }

    private JsonNode start(Shape shape) throws MalformedBody {
        if (text.isEnded()) {
            return JSON.nullNode();
        }
        if (shape.isObject() && !shape.isText() && !shape.isList() && text.peek() != '{') {
            throw text.malformed("an object is expected, which begins with '{'");
        }
        if (shape.isList() && !shape.isText() && text.peek() != '[') {
            return bracketless(shape);
        }
        return value(shape, JsvText.END);
    }

    private JsonNode bracketless(Shape shape) throws MalformedBody {
        if (isExact()) {
            throw text.malformed("a list is expected, which begins with '['");
        }
        return items(shape, ',');
    }

    private boolean isExact() {
        return layout == JsvLayout.NONE;
    }

    private JsonNode value(Shape shape, char close) throws MalformedBody {
        text.skipToOpening();
        char first = text.peek();
        if (first == '{' && (shape.isObject() || shape.isAny())) {
            return object(shape);
        }
        if (first == '[' && (shape.isList() || shape.isAny())) {
            return list(shape);
        }
        if (shape.isList() && !isExact() && !shape.isText()) {
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
        text.skip();
        text.skipLayout();
        if (text.peek() != '}') {
            member(object, shape);
            while (text.peek() == ',') {
                text.skip();
                member(object, shape);
            }
        }
        close('}');
        if (isExact()) {
            shape.restore(object);
        }
        return object;
    }

    private void member(ObjectNode object, Shape shape) throws MalformedBody {
        text.skipLayout();
        int start = text.place();
        String name = name(shape);
        if (object.has(name)) {
            throw text.malformed("the member " + name + " stands here a second time", start);
        }
        text.skip();
        object.set(name, value(shape.member(name), '}'));
        text.skipLayout();
    }

    private String name(Shape shape) throws MalformedBody {
        boolean quoted = text.peek() == '"';
        String written = quoted ? text.quoted() : text.name(shape.names());
        if (quoted) {
            text.skipLayout();
        }
        if (text.peek() != ':') {
            throw text.malformed("a member's name and a colon are expected");
        }
        return isExact() ? written : shape.spelled(quoted ? written : written.strip());
    }

    private JsonNode list(Shape shape) throws MalformedBody {
        descend();
        text.skip();
        text.skipLayout();
        JsonNode list = text.peek() == ']' ? JSON.arrayNode() : items(shape, ']');
        close(']');
        return list;
    }

    private ArrayNode items(Shape shape, char close) throws MalformedBody {
        ArrayNode list = JSON.arrayNode();
        list.add(item(shape, close));
        while (text.peek() == ',') {
            text.skip();
            list.add(item(shape, close));
        }
        return list;
    }

    private JsonNode item(Shape shape, char close) throws MalformedBody {
        if (layout == JsvLayout.INDENTED) {
            text.skipLayout();
        }
        JsonNode item = value(shape.items(), close);
        if (layout == JsvLayout.INDENTED || !item.isValueNode()) {
            text.skipLayout();
        }
        return item;
    }

    private void descend() throws MalformedBody {
        if (++depth > DEEPEST) {
            throw text.malformed("the value is nested deeper than " + DEEPEST + " levels");
        }
    }

    private void close(char bracket) throws MalformedBody {
        text.skipLayout();
        if (text.peek() != bracket || text.isEnded()) {
            throw text.malformed("'" + bracket + "' or a comma is expected");
        }
        text.skip();
        depth--;
    }

    private String quoted(char close) throws MalformedBody {
        String quoted = text.quoted();
        text.skipLayout();
        if (!text.isEnded() && text.peek() != ',' && text.peek() != close) {
            throw text.malformed("text stands behind the closing quote");
        }
        return quoted;
    }

    private JsonNode bare(Shape shape, char close) throws MalformedBody {
        String bare = text.bare(JsvWriter.special(shape), close);
        boolean saysNull = !isExact() && bare.equals("null") && shape.isNullable() && shape.hasForm();
        if (bare.isEmpty() || saysNull) {
            return JSON.nullNode();
        }
        return typed(isExact() || shape.isText() ? bare : bare.strip(), shape);
    }

    private JsonNode typed(String value, Shape shape) {
        if (shape.isMoment()) {
            return typing.value(Moments.whole(value), shape.schema());
        }
        return shape.isTextOnly() ? JSON.textNode(value) : typing.value(value, shape.schema());
    }
}
