package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;

/** A spelling of values in bytes. Implementations are immutable and thread-safe. */
public interface Format {

    /**
     * The short name, such as {@code json}: also the path suffix and the value of {@code ?format=} where a dialect has
     * these.
     */
    String name();

    /**
     * Reads a body.
     *
     * <p>A value that is not of the type its schema asks for is kept as it stands, so that validation names it.
     *
     * @param body the whole body
     * @param schema what the value may be; it gives text its types
     * @param reading whether the spelling is taken leniently or must be exact
     * @throws MalformedBody if the bytes are not of this format at all
     */
    JsonNode read(byte[] body, Schema schema, Reading reading) throws MalformedBody;

    /** Writes a value. Values are never rewritten: a value that is not right for the schema is written as it stands. */
    byte[] write(JsonNode value, Schema schema);

    /**
     * Writes an object with the items of one of its lists apart, so that the items of other parts of the list can be
     * put between. The bytes are those of {@link #write} in this order, but that an empty list is never written in
     * short.
     *
     * @param list the name of the member that is the list
     */
    default OpenList writeOpen(JsonNode object, String list, Schema schema) {
        throw new UnsupportedOperationException("no list goes on in " + name());
    }

    /** Whether a text is the body as a document shows it, rather than a value to be spelled. */
    default boolean shows(String text, Schema schema) {
        return !schema.is(Type.STRING);
    }

    /** Whether a member is never written in this format, so that nobody may miss it. */
    default boolean leavesOut(Schema owner, String member) {
        return false;
    }
}
