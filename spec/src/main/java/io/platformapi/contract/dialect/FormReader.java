package io.platformapi.contract.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Encoding;
import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Style;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.schema.Typing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the fields of a form into an object, as schema and encoding objects say (OpenAPI 3.1, section 4.8.15).
 *
 * <p>A field is spelled like a query parameter of its style; objects, and lists of them, are JSON. Fields that are not
 * declared are kept, so that a closed schema can refuse them.
 */
final class FormReader {

    private static final Pattern RESERVED = Pattern.compile("[/?#\\[\\]@!$&'()*+,;=:]");
    private static final Encoding USUAL = new Encoding("", Style.FORM, true, false);

    private final Content content;
    private final FormFields form;

    FormReader(Content content, FormFields form) {
        this.content = content;
        this.form = form;
    }

    /** What is wrong with the fields beyond their values. */
    List<Violation> violations() {
        return Stream.concat(noForm(), reserved()).toList();
    }

    /** A body without a single declared name or value is some other text than a form. */
    private Stream<Violation> noForm() {
        Set<String> declared = content.schema().properties().keySet();
        boolean isForm =
                form.fields().stream().anyMatch(field -> !field.sent().isEmpty() || declared.contains(field.name()));
        if (isForm || declared.isEmpty()) {
            return Stream.empty();
        }
        String names = declared.stream().map(name -> name + "=…").collect(Collectors.joining("&"));
        String sent = form.fields().stream().map(FormFields.Field::name).collect(Collectors.joining("&"));
        return Stream.of(new Violation(In.BODY, "", "", "form", "fields such as " + names, '"' + sent + '"'));
    }

    /** Fields whose encoding object forbids reserved characters that stand in them unencoded. */
    private Stream<Violation> reserved() {
        return form.fields().stream()
                .filter(field -> content.encodings().containsKey(field.name()))
                .filter(field -> !content.encodings().get(field.name()).allowReserved())
                .filter(field -> RESERVED.matcher(field.sent()).find())
                .map(field -> new Violation(
                        In.BODY,
                        "",
                        "/" + field.name(),
                        "reserved",
                        "reserved characters percent-encoded",
                        '"' + field.sent() + '"'));
    }

    ObjectNode read() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Schema> properties = content.schema().properties();
        properties.forEach((name, schema) -> {
            JsonNode value = value(name, schema);
            if (!value.isMissingNode()) {
                object.set(name, value);
            }
        });
        Schema others = content.schema()
                .additionalProperties()
                .orElseGet(() -> content.schema().below("additionalProperties"));
        form.fields().stream()
                .filter(field -> !properties.containsKey(field.name()))
                .forEach(field ->
                        object.set(field.name(), Typing.JSON.value(field.pair().value(), others)));
        return object;
    }

    private JsonNode value(String name, Schema schema) {
        boolean json = schema.is(Type.OBJECT)
                || schema.is(Type.ARRAY) && schema.items().is(Type.OBJECT)
                || content.encodings().containsKey(name)
                        && MediaType.parse(content.encodings().get(name).contentType())
                                .filter(type -> type.syntax().equals("json"))
                                .isPresent();
        Optional<JsonNode> value = json ? json(form.named(name), schema) : Optional.empty();
        return value.orElseGet(() -> new ParameterReader(parameter(name, schema)).fromQuery(form.query()));
    }

    /** One JSON value, or the items of a list one by one; empty if a field is not JSON. */
    private static Optional<JsonNode> json(List<FormFields.Field> fields, Schema schema) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (FormFields.Field field : fields) {
            String text = field.pair().value();
            boolean listed = schema.is(Type.ARRAY) && !text.stripLeading().startsWith("[");
            Optional<JsonNode> read = json(listed ? "[" + text + "]" : text);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            if (!schema.is(Type.ARRAY)) {
                return read;
            }
            read.get().forEach(items::add);
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(items);
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(new Json().read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedBody e) {
            return Optional.empty();
        }
    }

    private Parameter parameter(String name, Schema schema) {
        Encoding encoding = content.encodings().getOrDefault(name, USUAL);
        return new Parameter(
                name,
                In.QUERY,
                false,
                encoding.style(),
                encoding.explode(),
                true,
                true,
                false,
                schema,
                null,
                Map.of(),
                schema.written());
    }
}
