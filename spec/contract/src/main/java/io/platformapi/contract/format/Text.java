package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Typing;
import java.nio.charset.Charset;

/**
 * A single value as it stands, without any syntax: plain text, HTML, images.
 *
 * @param name the format's name
 * @param charset how text becomes bytes; ISO 8859-1 keeps every byte
 */
public record Text(String name, Charset charset) implements Format {

    @Override
    public JsonNode read(byte[] body, Schema schema, Reading reading) {
        return Typing.JSON.value(new String(body, charset), schema);
    }

    /** Writes a text, number or boolean; null as nothing. */
    @Override
    public byte[] write(JsonNode value, Schema schema) {
        if (value.isContainerNode()) {
            String kind = value.isObject() ? "An object" : "A list";
            throw new UnwritableValue(kind + " cannot be written as plain text; document an example that is a text.");
        }
        return value.isNull() || value.isMissingNode()
                ? new byte[0]
                : value.asText().getBytes(charset);
    }
}
