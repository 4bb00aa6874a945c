package io.platformapi.contract.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * JSON (RFC 8259), compact, members in the order of the tree. A member twice, or text behind the value, is malformed.
 */
public final class Json implements Format {

    private static final int DEEPEST = 200;
    private static final int LARGEST_EXPONENT = 9999;
    /** What Jackson says of its own settings. */
    private static final Pattern INTERNALS = Pattern.compile(
            " \\(start marker at [^)]*\\)[^)]*\\)|, from `StreamReadConstraints[^`]*`|: maybe a \\(non-standard\\) comment\\?.*");

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .nodeFactory(new Nodes())
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
        refuseOtherEncodings(body);
        try (JsonParser parser = READER.createParser(body)) {
            if (parser.nextToken() == null) {
                throw new MalformedBody("the body is empty; a JSON value is expected", 1, 1);
            }
            return value(parser);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new MalformedBody("the body is not UTF-8 JSON: " + e.getMessage(), 1, 1);
        }
    }

    /**
     * The value that an example of a schema stands for: a text of JSON is the serialised form (OpenAPI 3.1, section
     * 4.8.19.1), where the schema says what is wanted and that is anything but a text.
     */
    public static JsonNode meant(JsonNode example, Schema schema) {
        boolean text = schema.types().isEmpty() || schema.is(Type.STRING);
        if (text || !example.isTextual()) {
            return example;
        }
        try {
            return new Json().read(example.asText().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedBody e) {
            return example; // which is wrong as it stands, as every check of it will say
        }
    }

    /**
     * JSON is UTF-8 (RFC 8259, section 8.1), so no byte of its text is zero; Jackson would read UTF-16 and UTF-32 too.
     */
    private static void refuseOtherEncodings(byte[] body) throws MalformedBody {
        if (body.length > 1 && (body[0] == 0 || body[1] == 0) || body.length > 1 && isUtf16Mark(body)) {
            throw new MalformedBody("the body is not UTF-8", 1, 1);
        }
    }

    private static boolean isUtf16Mark(byte[] body) {
        return body[0] == (byte) 0xFE && body[1] == (byte) 0xFF || body[0] == (byte) 0xFF && body[1] == (byte) 0xFE;
    }

    private static JsonNode value(JsonParser parser) throws IOException, MalformedBody {
        try {
            JsonNode value = READER.readValue(parser);
            return value == null ? JsonNodeFactory.instance.nullNode() : value;
        } catch (NumberFormatException e) {
            JsonLocation place = parser.currentLocation();
            throw new MalformedBody(
                    "a number has an exponent beyond " + LARGEST_EXPONENT, place.getLineNr(), place.getColumnNr());
        }
    }

    /** Makes nodes of numbers that can be calculated with: a few bytes may spell one that fills the memory. */
    private static final class Nodes extends JsonNodeFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(BigDecimal number) {
            if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
                throw new NumberFormatException();
            }
            return super.numberNode(number);
        }
    }

    private static MalformedBody malformed(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String problem = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
        return new MalformedBody(
                INTERNALS.matcher(problem).replaceAll(""),
                location == null ? 1 : Math.max(1, location.getLineNr()),
                location == null ? 1 : Math.max(1, location.getColumnNr()));
    }

    /** A text is a value like any other. */
    @Override
    public boolean shows(String text, Schema schema) {
        return false;
    }

    @Override
    public byte[] write(JsonNode value, Schema schema) {
        return write(value);
    }

    @Override
    public OpenList writeOpen(JsonNode object, String list, Schema schema) {
        var out = new ByteArrayOutputStream();
        int first = 0;
        int last = 0;
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                json.writeFieldName(member.getKey());
                if (member.getKey().equals(list)) {
                    json.writeStartArray();
                    first = length(json, out);
                    for (JsonNode item : member.getValue()) {
                        json.writeTree(item);
                    }
                    last = length(json, out);
                    json.writeEndArray();
                } else {
                    json.writeTree(member.getValue());
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a tree in memory is always written", e);
        }
        byte[] all = out.toByteArray();
        return new OpenList(
                Arrays.copyOf(all, first),
                Arrays.copyOfRange(all, first, last),
                ",",
                Arrays.copyOfRange(all, last, all.length));
    }

    private static int length(JsonGenerator json, ByteArrayOutputStream out) throws IOException {
        json.flush();
        return out.size();
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
