package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Typing;
import java.util.Optional;

/**
 * XML, without white space, its names taken from the schema: from a keyword of its own, as .NET's
 * DataContractSerializer spells values, or from the {@code xml} objects of OpenAPI.
 *
 * <p>Null is {@code nil}, a list without items an empty element. A document type declaration is malformed, so that
 * there are no entities. What XML has no way to write, such as most control characters, is an {@link UnwritableValue}.
 *
 * <p>DataContract requests are read leniently: names in any letter case, members in any order, and elements without
 * their namespace. Everything else is read exactly.
 */
public final class Xml implements Format {

    private static final Typing LENIENT = (text, schema) -> Typing.of(text, schema, Xml::truth);

    private final Outputs outputs = new Outputs();
    private final XmlNames names;

    private Xml(XmlNames names) {
        this.names = names;
    }

    /**
     * XML as .NET's DataContractSerializer spells it.
     *
     * @param keyword under which a schema has its facts: {@code namespace}, {@code name}, {@code order} and others
     */
    public static Xml ofDataContracts(String keyword) {
        return new Xml(XmlNames.ofDataContracts(keyword));
    }

    /** XML as the {@code xml} objects of a document name it. */
    public static Xml ofOpenApi() {
        return new Xml(XmlNames.OPENAPI);
    }

    @Override
    public String name() {
        return "xml";
    }

    @Override
    public JsonNode read(byte[] body, Schema schema, Reading reading) throws MalformedBody {
        Typing spelling = reading == Reading.REQUEST ? LENIENT : Typing.JSON;
        return new XmlReader(new XmlSource(body), spelling, names.isLenient(reading)).document(names.type(schema));
    }

    @Override
    public boolean shows(String text, Schema schema) {
        return text.stripLeading().startsWith("<");
    }

    @Override
    public OpenList writeOpen(JsonNode object, String list, Schema schema) {
        Output out = outputs.next(object.path(list));
        new XmlWriter(names, out).document(object, names.type(schema));
        return outputs.done(out, "");
    }

    @Override
    public byte[] write(JsonNode value, Schema schema) {
        Output out = outputs.next();
        new XmlWriter(names, out).document(value, names.type(schema));
        return outputs.done(out);
    }

    /** A member that the facts of a data contract say is ignored. */
    @Override
    public boolean leavesOut(Schema owner, String member) {
        return names.type(owner).member(member).place() == XmlPlace.NOWHERE;
    }

    /** XML Schema's booleans. */
    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
