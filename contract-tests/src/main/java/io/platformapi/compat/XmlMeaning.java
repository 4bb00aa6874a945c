package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.change.FlatSchema;

/** What a schema says of its XML, however it says it: by {@code nodeType}, or by the older words for some of them. */
final class XmlMeaning {

    private static final String NODE = "nodeType";

    private XmlMeaning() {}

    static JsonNode of(FlatSchema schema, String keyword) {
        JsonNode written = schema.keyword(keyword).json();
        if (!keyword.equals("xml")) {
            return written;
        }
        ObjectNode meaning =
                written instanceof ObjectNode facts ? facts.deepCopy() : JsonNodeFactory.instance.objectNode();
        boolean list = schema.keyword("items").exists()
                || schema.keyword("type").json().asText().equals("array");
        String node = written.path("attribute").asBoolean(false)
                ? "attribute"
                : written.path("wrapped").asBoolean(false) && list ? "element" : list ? "none" : "element";
        meaning.remove("attribute");
        meaning.remove("wrapped");
        return meaning.path(NODE).asText("").equals("cdata") // text, to whoever reads XML
                ? meaning.put(NODE, "text")
                : meaning.has(NODE) ? meaning : meaning.put(NODE, node);
    }
}
