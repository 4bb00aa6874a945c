package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Encoding;
import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Style;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.Xml;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.Map;
import java.util.Optional;

/**
 * What schema and encoding objects say of the fields of a form (OpenAPI 3.1, section 4.8.15).
 *
 * <p>A field is spelled like a query parameter of its style. Objects, and lists of them, are JSON unless their encoding
 * object says otherwise; a field may also be declared to be XML.
 */
record FormLayout(Content content) {

    private static final Format JSON = new Json();
    private static final Format XML = Xml.ofOpenApi();
    private static final MediaType BYTES = MediaType.of("application/octet-stream");

    Map<String, Schema> members() {
        return content.schema().properties();
    }

    /** The schema of a field, declared or not. */
    Schema member(String name) {
        Schema declared = members().get(name);
        return declared != null
                ? declared
                : content.schema()
                        .additionalProperties()
                        .orElseGet(() -> content.schema().below("additionalProperties"));
    }

    Encoding encoding(String name) {
        return content.encodings().getOrDefault(name, Encoding.USUAL);
    }

    PartHeaders headers(String name) {
        return new PartHeaders(name, encoding(name).headers());
    }

    /** The type that a field is written in, if one is declared. */
    Optional<MediaType> type(String name) {
        return encoding(name).written();
    }

    /** The format of a field that is a document of its own; empty where it is text. */
    Optional<Format> format(String name, Schema schema) {
        String syntax = type(name).map(MediaType::syntax).orElse("");
        if (syntax.equals("xml")) {
            return Optional.of(XML);
        }
        boolean structured = schema.is(Type.OBJECT)
                || schema.is(Type.ARRAY) && schema.items().is(Type.OBJECT);
        return structured || syntax.equals("json") ? Optional.of(JSON) : Optional.empty();
    }

    /** The same for a value, which may be an object that no schema speaks of. */
    Optional<Format> format(String name, Schema schema, JsonNode value) {
        return format(name, schema).or(() -> value.isObject() ? Optional.of(JSON) : Optional.empty());
    }

    /** Whether each member of a field's value is a field of its own, named like {@code owner[name]}. */
    boolean isDeep(String name) {
        return encoding(name).style() == Style.DEEP_OBJECT;
    }

    /** Whether each member of a field's value is a field of its own, under its own name. */
    boolean isSpread(String name, Schema schema) {
        return isStyled(name)
                && encoding(name).style() == Style.FORM
                && encoding(name).explode()
                && schema.is(Type.OBJECT);
    }

    /** Whether the encoding object asks for a style of parameters rather than a document in the field. */
    boolean isStyled(String name) {
        return content.encodings().containsKey(name)
                && encoding(name).contentType().isEmpty();
    }

    boolean isMultipart() {
        return FormSpelling.MULTIPART.knows(content.type());
    }

    /** The query parameter that a field is spelled like. */
    Parameter parameter(String name, Schema schema) {
        Encoding encoding = encoding(name);
        return new Parameter(
                name,
                In.QUERY,
                false,
                encoding.style(),
                encoding.explode() || isMultipart(),
                true,
                true,
                false,
                schema,
                null,
                Map.of(),
                schema.written());
    }

    /**
     * The media type of a value that is written as it is: the one its schema names, or that of bytes; empty for text.
     */
    static Optional<MediaType> ownType(Schema schema) {
        Optional<MediaType> named = schema.keyword("contentEncoding").isMissingNode()
                ? MediaType.parse(schema.keyword("contentMediaType").asText())
                : Optional.empty();
        return named.or(() -> isFile(schema) ? Optional.of(BYTES) : Optional.empty());
    }

    /** Whether a value is bytes rather than text: what the document calls binary, or does not describe at all. */
    static boolean isFile(Schema schema) {
        return schema.format().equals("binary")
                || schema.types().isEmpty() && schema.variants().isEmpty()
                || schema.keyword("contentMediaType").isTextual()
                        && schema.keyword("contentEncoding").isMissingNode();
    }
}
