package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.schema.Schema;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spells an object as the fields of a form, urlencoded or multipart: the other direction of {@link FormReader}.
 *
 * <p>A member that is null is left out: a form has no way to say it.
 */
final class FormWriter {

    private static final MediaType JSON = MediaType.of("application/json");
    private static final MediaType XML = MediaType.of("application/xml");

    private final FormLayout layout;

    FormWriter(FormLayout layout) {
        this.layout = layout;
    }

    byte[] urlencoded(JsonNode object) {
        return members(object)
                .flatMap(member -> pairs(member.getKey(), member.getValue()).stream())
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    Multipart multipart(JsonNode object) {
        return new Multipart(members(object)
                .flatMap(member -> parts(member.getKey(), member.getValue()))
                .toList());
    }

    private static Stream<Map.Entry<String, JsonNode>> members(JsonNode object) {
        if (!object.isObject()) {
            throw new UnwritableValue("A form holds the members of an object, and this value is none.");
        }
        return object.properties().stream().filter(member -> !member.getValue().isNull());
    }

    private List<String> pairs(String name, JsonNode value) {
        Schema schema = layout.member(name);
        Optional<Format> format =
                layout.format(name, schema, value).filter(own -> !layout.isStyled(name) && isDocument(own, value));
        return format.isPresent()
                ? List.of(Percent.encoded(name) + "="
                        + Percent.encoded(text(format.get().write(value, schema))))
                : ParameterWriter.inQuery(layout.parameter(name, schema), value);
    }

    /** A text in the place of a document is that text. */
    private static boolean isDocument(Format format, JsonNode value) {
        return value.isContainerNode() || format.name().equals("json") && !value.isTextual();
    }

    /** A list is a part for each item. */
    private Stream<Multipart.Part> parts(String name, JsonNode value) {
        Schema schema = layout.member(name);
        if (layout.isDeep(name) && value.isContainerNode()) {
            return pairs(name, value).stream().map(FormWriter::part);
        }
        return value.isArray()
                ? Stream.iterate(0, i -> i < value.size(), i -> i + 1)
                        .map(i -> part(name, value.get(i), schema.items()))
                : Stream.of(part(name, value, schema));
    }

    /** A pair of a query as a part. */
    private static Multipart.Part part(String pair) {
        Query.Pair decoded = Query.of(pair).pairs().get(0);
        byte[] value = decoded.value().getBytes(StandardCharsets.UTF_8);
        return new Multipart.Part(decoded.name(), "", Optional.empty(), Headers.none(), value);
    }

    private Multipart.Part part(String name, JsonNode value, Schema schema) {
        Optional<MediaType> declared = layout.type(name).filter(type -> !type.isRange());
        Optional<Format> format = layout.format(name, schema, value)
                .or(() -> value.isContainerNode() ? layout.format(name, layout.member(name)) : Optional.empty())
                .filter(own -> isDocument(own, value));
        PartHeaders headers = layout.headers(name);
        if (format.isPresent()) {
            MediaType usual = format.get().name().equals("xml") ? XML : JSON;
            return new Multipart.Part(
                    name,
                    headers.filename().orElse(""),
                    Optional.of(declared.orElse(usual)),
                    headers.shown(),
                    format.get().write(value, schema));
        }
        boolean file = FormLayout.isFile(schema);
        return new Multipart.Part(
                name,
                headers.filename().orElse(file ? name : ""),
                declared.or(() -> FormLayout.ownType(schema)).filter(layout.encoding(name)::takes),
                headers.shown(),
                bytes(
                        value,
                        declared.map(type -> Unstructured.charset(type, StandardCharsets.UTF_8))
                                .orElse(StandardCharsets.UTF_8)));
    }

    /** The bytes of a part without a format: a file's own, or those of a text. */
    private static byte[] bytes(JsonNode value, Charset charset) {
        return value instanceof BinaryNode file
                ? file.binaryValue()
                : (value.isContainerNode() ? value.toString() : value.asText()).getBytes(charset);
    }

    private static String text(byte[] written) {
        return new String(written, StandardCharsets.UTF_8);
    }
}
