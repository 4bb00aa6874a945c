package io.platformapi.contract.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON (RFC 8259), compact, members in the order of the tree. A member twice, or text behind the value, is malformed.
 */
public final class Json implements Format {

    private static final int DEEPEST = 200;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);
    private static final ObjectWriter WRITER = MAPPER.writer();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public JsonNode read(byte[] body, Schema schema, Reading reading) throws MalformedBody {
        return read(body);
    }

    /** Reads JSON without a schema: JSON needs none. */
    public JsonNode read(byte[] body) throws MalformedBody {
        try (JsonParser parser = READER.createParser(body)) {
            JsonNode value = READER.readValue(parser);
            if (value == null || value.isMissingNode()) {
                throw new MalformedBody("the body is empty; a JSON value is expected", 1, 1);
            }
            return value;
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw new MalformedBody(
                    e.getOriginalMessage().lines().findFirst().orElse("not JSON"),
                    location == null ? 0 : location.getLineNr(),
                    location == null ? 0 : location.getColumnNr());
        } catch (IOException e) {
            throw new MalformedBody("the body is not UTF-8 JSON: " + e.getMessage(), 0, 0);
        }
    }

    @Override
    public byte[] write(JsonNode value, Schema schema) {
        return write(value);
    }

    /** Writes JSON without a schema. */
    public byte[] write(JsonNode value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree in memory is always written", e);
        }
    }
}
