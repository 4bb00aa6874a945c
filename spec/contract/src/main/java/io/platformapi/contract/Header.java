package io.platformapi.contract;

import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header field of a response.
 *
 * @param name the field's name
 * @param required whether every such response has it
 * @param explode whether an object's members are spelled {@code name=value}
 * @param schema what the value may be
 * @param content the body it holds where it is declared by {@code content}; null where it is declared by {@code schema}
 * @param examples the documented values by name
 * @param node where it is written, behind its reference
 */
public record Header(
        String name,
        boolean required,
        boolean explode,
        Schema schema,
        @Nullable Content content,
        Map<String, Example> examples,
        Node node) {

    /** The same as a parameter in a header: both are spelled alike (OpenAPI 3.1, section 4.8.21). */
    public Parameter asParameter() {
        return new Parameter(
                name, In.HEADER, required, Style.SIMPLE, explode, false, false, false, schema, content, examples, node);
    }
}
