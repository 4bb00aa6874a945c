package io.platformapi.contract;

import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.Map;

/**
 * A header field of a response.
 *
 * @param name the field's name
 * @param required whether every such response has it
 * @param explode whether an object's members are spelled {@code name=value}
 * @param schema what the value may be
 * @param examples the documented values by name
 * @param node where it is written, behind its reference
 */
public record Header(
        String name, boolean required, boolean explode, Schema schema, Map<String, Example> examples, Node node) {}
