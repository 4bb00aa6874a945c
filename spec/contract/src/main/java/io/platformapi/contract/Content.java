package io.platformapi.contract;

import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.Map;

/**
 * A body in one media type: OpenAPI's media type object.
 *
 * @param type the media type or range it is declared for
 * @param schema what the value may be
 * @param examples the documented values by name, in the order of the document
 * @param encodings how members of a form are written, by member
 * @param parts how parts without names are written
 * @param node where it is written
 */
public record Content(
        MediaType type,
        Schema schema,
        Map<String, Example> examples,
        Map<String, Encoding> encodings,
        PartEncodings parts,
        Node node) {

    /** The same in one of the types that a range takes in, or under another name. */
    public Content as(MediaType concrete) {
        return new Content(concrete, schema, examples, encodings, parts, node);
    }
}
