package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** The schemas of one document, each made once. Thread-safe. */
public final class Schemas {

    private final SchemaVersion version;
    private final Validation validation;
    private final Map<JsonNode, Schema> known = Collections.synchronizedMap(new IdentityHashMap<>());

    /** The schemas of the document with this root. */
    public Schemas(Node document) {
        this.version = SchemaVersion.of(document);
        this.validation = new Validation(version, document);
    }

    public SchemaVersion version() {
        return version;
    }

    /** The schema written at a place; a place without one accepts every value. */
    public Schema of(Node node) {
        if (!node.isObject()) {
            return new Schema(this, node);
        }
        Schema schema = known.get(node.json());
        if (schema == null) {
            schema = new Schema(this, node);
            known.put(node.json(), schema);
        }
        return schema;
    }

    Validation validation() {
        return validation;
    }
}
