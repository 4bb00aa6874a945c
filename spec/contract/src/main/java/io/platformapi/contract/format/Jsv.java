package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Typing;
import java.util.Optional;

/**
 * JSV, ServiceStack's format: JSON without its quotes, {@code {Name:a,Roles:[b,c]}}.
 *
 * <p>Text is quoted only where it has one of {@code " : , { } [ ]} or a line break, and a quote in quotes is doubled.
 * Booleans are {@code True} and {@code False}. Members that are null are left out; reading an answer puts null back for
 * members that must be present and may be null. JSV has no types of its own: what a text is, the schema says, and
 * without one it is text. It cannot tell a list of one null from an empty list.
 *
 * <p>Requests are read leniently: names in any letter case, lists without brackets, blanks before names and brackets,
 * and the indented form that the platform's pages show.
 */
public final class Jsv implements Format {

    private static final Typing EXACT = (text, schema) -> Typing.of(text, schema, Jsv::truth);

    private final Outputs outputs = new Outputs();
    private final Typing typing;

    /** @param typing how requests spell booleans and numbers */
    public Jsv(Typing typing) {
        this.typing = typing;
    }

    @Override
    public String name() {
        return "jsv";
    }

    @Override
    public JsonNode read(byte[] body, Schema schema, Reading reading) throws MalformedBody {
        return read(Slice.of(Utf8.text(body)), Shape.of(schema), reading);
    }

    private JsonNode read(Slice text, Shape shape, Reading reading) throws MalformedBody {
        return reading == Reading.REQUEST
                ? new JsvReader(text, typing, JsvLayout.lenient(text)).whole(shape)
                : new JsvReader(text, EXACT, JsvLayout.NONE).whole(shape);
    }

    /**
     * The value of a text that somebody sent by itself, as in a query: text as it is, everything else in JSV. What
     * cannot be read stays text.
     */
    public JsonNode field(String text, Schema schema) {
        try {
            return value(Slice.of(text), Shape.of(schema), Reading.REQUEST);
        } catch (MalformedBody noValue) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    JsonNode value(Slice text, Shape shape, Reading reading) throws MalformedBody {
        boolean structured = shape.isList() || shape.isObject();
        return structured ? read(text, shape, reading) : scalar(text.toString(), shape, reading);
    }

    private JsonNode scalar(String text, Shape shape, Reading reading) {
        Typing spelling = reading == Reading.REQUEST ? typing : EXACT;
        if (shape.isMoment()) {
            return spelling.value(Moments.whole(text), shape.schema());
        }
        boolean asItIs = shape.isText() || reading == Reading.RESPONSE;
        return spelling.value(asItIs ? text : text.strip(), shape.schema());
    }

    @Override
    public OpenList writeOpen(JsonNode object, String list, Schema schema) {
        Output out = outputs.next(object.path(list));
        new JsvWriter(out).value(object, Shape.of(schema));
        return outputs.done(out, ",");
    }

    @Override
    public byte[] write(JsonNode value, Schema schema) {
        Output out = outputs.next();
        new JsvWriter(out).value(value, Shape.of(schema));
        return outputs.done(out);
    }

    private static Optional<Boolean> truth(String text) {
        boolean truth = text.equals("True");
        return truth || text.equals("False") ? Optional.of(truth) : Optional.empty();
    }
}
