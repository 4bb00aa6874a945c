package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Encoding;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.format.Text;
import io.platformapi.contract.format.Xml;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part at its place in a body of parts, and what is said of it.
 *
 * @param place where it stands, counted from 0
 * @param schema what its value may be
 * @param encoding how it is written
 */
record PartItem(int place, Schema schema, Encoding encoding) {

    private static final MediaType TEXT = MediaType.of("text/plain");
    private static final MediaType JSON = MediaType.of("application/json");

    static PartItem at(int place, Content content) {
        List<Schema> first = content.schema().tuple();
        Schema schema =
                place < first.size() ? first.get(place) : content.schema().items();
        return new PartItem(place, schema, content.parts().at(place));
    }

    JsonNode read(Multipart.Part part, Reading reading) throws MalformedBody {
        MediaType type = part.type().orElse(TEXT);
        try {
            return format(type, part.value()).read(part.value(), schema, reading);
        } catch (MalformedBody e) {
            throw new MalformedBody("part " + (place + 1) + " is no " + type.essence() + ": " + e.getMessage(), 1, 1);
        }
    }

    private static Format format(MediaType type, byte[] value) {
        return syntax(type).orElseGet(() -> {
            boolean text = new String(value, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
            Charset usual = text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            return new Text("text", Unstructured.charset(type, usual));
        });
    }

    private static Optional<Format> syntax(MediaType type) {
        return switch (type.syntax()) {
            case "json" -> Optional.of(new Json());
            case "xml" -> Optional.of(Xml.ofOpenApi());
            default -> Optional.empty();
        };
    }

    /** What is wrong with a part beyond its value: another type than those declared, or its header fields. */
    Stream<Fault> faults(Multipart.Part part) {
        MediaType type = part.type().orElse(TEXT);
        Stream<Fault> another = encoding.takes(type)
                ? Stream.empty()
                : Stream.of(Fault.told("/" + place, "media-type", encoding.contentType(), type.toString()));
        return Stream.concat(another, headers().faults(part.headers()));
    }

    private PartHeaders headers() {
        return new PartHeaders(String.valueOf(place), encoding.headers());
    }

    Multipart.Part written(JsonNode value) {
        MediaType type = encoding.types().stream()
                .filter(known -> !known.isRange())
                .findFirst()
                .orElseGet(() -> usual(value));
        Charset charset = Unstructured.charset(type, StandardCharsets.UTF_8);
        byte[] bytes = syntax(type)
                .filter(format -> value.isContainerNode() || type.syntax().equals("json"))
                .orElseGet(() -> new Text("text", charset))
                .write(value, schema);
        return new Multipart.Part("", "", Optional.of(type), headers().shown(), bytes);
    }

    private MediaType usual(JsonNode value) {
        return value.isContainerNode() ? JSON : FormLayout.ownType(schema).orElse(TEXT);
    }
}
