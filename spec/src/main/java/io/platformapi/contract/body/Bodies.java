package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.FormatTable;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.Jsonl;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.format.Text;
import io.platformapi.contract.format.Xml;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * How bodies of any documented type are read and written: structured ones by their format, all others as they stand.
 */
public final class Bodies {

    private static final MediaType FORM = MediaType.of("application/x-www-form-urlencoded");
    public static final MediaType MULTIPART = MediaType.of("multipart/form-data");

    private static final MediaType TEXT = MediaType.of("text/plain");
    private static final MediaType OCTETS = MediaType.of("application/octet-stream");

    private static final Format PLAIN = new Text("text", StandardCharsets.UTF_8);
    private static final Format BYTES = new Text("binary", StandardCharsets.ISO_8859_1);

    private static final FormatTable STRUCTURED = new FormatTable(List.of(
            FormatTable.Entry.of(new Json(), "application/json", "*/*+json", "text/json"),
            FormatTable.Entry.of(Xml.ofOpenApi(), "application/xml", "*/*+xml", "text/xml")));

    /**
     * What is written a line an item; what such a type is read as, its schema does not tell: a line, or all of them.
     */
    private static final FormatTable LINES = new FormatTable(List.of(
            FormatTable.Entry.of(new Jsonl(), "application/jsonl", "application/x-ndjson", "application/x-jsonlines")));

    /** The formats that values have a structure in. */
    public FormatTable formats() {
        return STRUCTURED;
    }

    /**
     * Reads the body of a request as the content declared for it; without a type it is text.
     *
     * @param violations takes what is wrong with the fields of a form beyond their values
     */
    public JsonNode read(HttpRequest request, Content content, List<Violation> violations) throws MalformedBody {
        MediaType type = request.contentType().orElse(TEXT);
        if (FORM.includes(type)) {
            return form(FormFields.urlencoded(request.body()), content, violations);
        }
        if (MULTIPART.includes(type)) {
            String boundary = type.parameters().getOrDefault("boundary", "");
            return form(FormFields.multipart(request.body(), boundary), content, violations);
        }
        return format(type).read(request.body(), content.schema(), Reading.REQUEST);
    }

    private static JsonNode form(FormFields form, Content content, List<Violation> violations) {
        FormReader reader = new FormReader(new FormLayout(content), form);
        violations.addAll(reader.violations());
        return reader.read();
    }

    /** Whether values have a spelling in a type, rather than being whatever bytes are of that type. */
    public boolean spells(MediaType type) {
        return STRUCTURED.of(type).isPresent()
                || Stream.of(FORM, MULTIPART, TEXT, OCTETS).anyMatch(known -> known.includes(type));
    }

    /** The body of a request, as {@link #read} reads it. */
    public TypedBody body(Content content, JsonNode value) {
        MediaType type = content.type();
        return FORM.includes(type) || MULTIPART.includes(type)
                ? new FormWriter(new FormLayout(content)).write(value)
                : new TypedBody(type, format(type).write(value, content.schema()));
    }

    /** Writes a value; a text for a type other than JSON is the body as it is documented, in XML one that is markup. */
    public byte[] write(MediaType type, JsonNode value, Schema schema) {
        Format format = LINES.of(type).map(FormatTable.Entry::format).orElseGet(() -> format(type));
        boolean asItStands = value.isTextual()
                && !(format instanceof Json)
                && (!(format instanceof Xml) || value.asText().stripLeading().startsWith("<"));
        return asItStands ? value.asText().getBytes(StandardCharsets.UTF_8) : format.write(value, schema);
    }

    private static Format format(MediaType type) {
        return STRUCTURED
                .of(type)
                .map(FormatTable.Entry::format)
                .orElse(type.type().equals("text") ? PLAIN : BYTES);
    }
}
