package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.OpenList;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Schema;

/** How the bodies of a family of media types hold values. Implementations are immutable and thread-safe. */
interface Spelling {

    /** What messages call a body of a type of the family: {@code JSON}. */
    default String title(MediaType type) {
        return type.essence();
    }

    boolean knows(MediaType type);

    /** The type that others of the family are mere names of; the given one where they are all their own. */
    default MediaType canonical(MediaType type) {
        return type;
    }

    /** Whether any value, rather than only a text that a document shows, can be written. */
    default boolean spellsValues(Content content) {
        return true;
    }

    /** Whether objects and lists can be written as well, whatever the content. */
    default boolean spellsStructure() {
        return true;
    }

    /** Whether what an answer holds is decoded, not its type alone looked at. */
    default boolean isDecoded(Content content) {
        return true;
    }

    /**
     * Reads a body.
     *
     * @param content what is declared for it, perhaps for a range of types
     */
    Body read(TypedBody sent, Content content, Reading reading) throws MalformedBody;

    /** Writes a value in the type of the content, which is none that {@linkplain #shows stands} for itself. */
    TypedBody write(Content content, JsonNode value);

    /**
     * Writes an object with the items of one of its lists apart.
     *
     * @param list the name of the member that is the list
     */
    default OpenList writeOpen(Content content, JsonNode object, String list) {
        throw new UnsupportedOperationException("no list goes on in " + content.type());
    }

    /** Whether a text is the body itself, as a document shows it, rather than a value to be spelled. */
    boolean shows(String text, Content content);

    /** Whether a member is never written, so that nobody may miss it. */
    default boolean leavesOut(Schema owner, String member) {
        return false;
    }
}
