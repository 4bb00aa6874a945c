package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import java.net.URI;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of one document, each made once. Thread-safe. */
public final class Schemas {

    private final Node document;
    private final SchemaVersion version;
    private final Validation validation;
    private final Map<JsonNode, Schema> known = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<String, Optional<Schemas>> unasking = new ConcurrentHashMap<>();

    /** The schemas of the document with this root. */
    public Schemas(Node document) {
        this.document = document.root();
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

    /** The schema at a place, where no member that a keyword marks is required. */
    Schema unasking(String keyword, Node place) {
        return unasking.computeIfAbsent(
                        keyword, any -> Unasked.document(document, keyword).map(Schemas::new))
                .map(schemas -> schemas.of(schemas.same(place)))
                .orElseGet(() -> of(place));
    }

    private Node same(Node place) {
        URI file = place.file().uri();
        boolean own = file.equals(document.file().uri());
        return (own ? document : document.referred(file.toString())).at(place.pointer());
    }

    Validation validation() {
        return validation;
    }
}
