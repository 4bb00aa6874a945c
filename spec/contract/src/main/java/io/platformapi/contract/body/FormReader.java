package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.schema.Typing;
import io.platformapi.contract.source.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the fields of a form into an object: the other direction of {@link FormWriter}. Fields that are not declared
 * are kept, so that a closed schema can refuse them.
 */
final class FormReader {

    private static final Pattern RESERVED = Pattern.compile("[/?#\\[\\]@!$&'()*+,;=:]");

    private final FormLayout layout;
    private final FormFields form;
    private final Reading reading;

    FormReader(FormLayout layout, FormFields form, Reading reading) {
        this.reading = reading;
        this.layout = layout;
        this.form = form;
    }

    /** What is wrong with the fields beyond their values. */
    List<Fault> faults() {
        return Stream.of(noForm(), reserved(), twice(), bytes(), types(), headers())
                .flatMap(found -> found)
                .toList();
    }

    /** A body without a single declared name or value is some other text than a form. */
    private Stream<Fault> noForm() {
        Set<String> declared = layout.members().keySet();
        boolean isForm =
                form.fields().stream().anyMatch(field -> !field.sent().isEmpty() || declared.contains(field.name()));
        if (isForm || declared.isEmpty()) {
            return Stream.empty();
        }
        String names = declared.stream().map(name -> name + "=…").collect(Collectors.joining("&"));
        String sent = form.fields().stream().map(FormFields.Field::name).collect(Collectors.joining("&"));
        return Stream.of(Fault.told("", "form", "fields such as " + names, '"' + sent + '"'));
    }

    /** Fields whose encoding object forbids reserved characters that stand in them unencoded. */
    private Stream<Fault> reserved() {
        return form.fields().stream()
                .filter(field -> !layout.encoding(field.name()).allowReserved())
                .filter(field -> RESERVED.matcher(field.sent()).find())
                .map(field -> Fault.told(
                        pointer(field.name()),
                        "reserved",
                        "reserved characters percent-encoded",
                        '"' + field.sent() + '"'));
    }

    /** Fields that stand twice where there is room for one value. */
    private Stream<Fault> twice() {
        return layout.members().entrySet().stream()
                .filter(member -> takesOne(member.getValue()))
                .filter(member -> form.named(member.getKey()).size() > 1)
                .map(member -> Fault.told(
                        pointer(member.getKey()),
                        "twice",
                        "one value",
                        form.named(member.getKey()).size() + " fields of this name"));
    }

    private static boolean takesOne(Schema schema) {
        return !schema.types().isEmpty() && !schema.is(Type.ARRAY);
    }

    /** Parts that hold something else than text where the schema wants text. */
    private Stream<Fault> bytes() {
        return form.fields().stream()
                .filter(FormFields.Field::isBytes)
                .filter(field -> !FormLayout.isFile(layout.member(field.name()))
                        && layout.type(field.name()).isEmpty())
                .map(field ->
                        new Fault(pointer(field.name()), new Breach.Malformed("text in UTF-8", "bytes that are not")));
    }

    /** Parts that say of themselves that they are of another type than those declared. */
    private Stream<Fault> types() {
        return form.fields().stream()
                .flatMap(field -> field.type().stream()
                        .filter(type -> !layout.encoding(field.name()).takes(type))
                        .map(type -> Fault.told(
                                pointer(field.name()),
                                "media-type",
                                layout.encoding(field.name()).contentType(),
                                type.toString())));
    }

    private Stream<Fault> headers() {
        return layout.isMultipart()
                ? form.fields().stream()
                        .flatMap(field -> layout.headers(field.name()).faults(field.headers()))
                : Stream.empty();
    }

    private static String pointer(String field) {
        return "/" + Node.escape(field);
    }

    ObjectNode read() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Schema> members = layout.members();
        members.forEach((name, schema) -> {
            JsonNode value = value(name, schema);
            if (value.isMissingNode() && reading == Reading.RESPONSE) {
                restore(object, name, schema);
            } else if (!value.isMissingNode()) {
                object.set(name, value);
            }
        });
        form.fields().stream()
                .filter(field -> !members.containsKey(field.name()) && !isPartOfAnother(field.name()))
                .forEach(field ->
                        object.set(field.name(), Typing.JSON.value(field.pair().value(), layout.member(field.name()))));
        return object;
    }

    /** Null and an empty list have no field: where an answer must have them, a form without one means them. */
    private void restore(ObjectNode object, String name, Schema schema) {
        if (!layout.content().schema().required().contains(name)) {
            return;
        }
        if (schema.nullable()) {
            object.putNull(name);
        } else if (schema.is(Type.ARRAY)) {
            object.putArray(name);
        }
    }

    /** Whether a field is a member of a value that is spelled by several fields. */
    private boolean isPartOfAnother(String name) {
        int bracket = name.indexOf('[');
        return bracket > 0 && layout.isDeep(name.substring(0, bracket))
                || layout.members().entrySet().stream()
                        .filter(member -> layout.isSpread(member.getKey(), member.getValue()))
                        .anyMatch(member -> member.getValue().properties().containsKey(name));
    }

    /** A text that is no value of its kind stays as it is, so that the check names it. */
    private JsonNode value(String name, Schema schema) {
        List<FormFields.Field> fields = form.named(name);
        Optional<JsonNode> value = layout.format(name, schema).flatMap(format -> structured(format, fields, schema));
        if (value.isPresent()) {
            return value.get();
        }
        FormFields one = takesOne(schema) && fields.size() > 1 ? new FormFields(fields.subList(0, 1)) : form;
        JsonNode spelled = new ParameterReader(layout.parameter(name, schema)).fromQuery(one.query());
        return spelled.isMissingNode() && !fields.isEmpty()
                ? Typing.JSON.value(fields.get(0).pair().value(), schema)
                : spelled;
    }

    /** One value, or the items of a list one by one; empty if a field is not of the format. */
    private Optional<JsonNode> structured(Format format, List<FormFields.Field> fields, Schema schema) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (FormFields.Field field : fields) {
            String text = field.pair().value();
            boolean item = schema.is(Type.ARRAY) && !text.stripLeading().startsWith("[");
            boolean json = format.name().equals("json");
            Optional<JsonNode> read =
                    read(format, item && json ? "[" + text + "]" : text, item ? schema.items() : schema);
            if (read.isEmpty() || !schema.is(Type.ARRAY)) {
                return read;
            }
            (json ? read.get() : List.of(read.get())).forEach(items::add);
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(items);
    }

    private Optional<JsonNode> read(Format format, String text, Schema schema) {
        try {
            return Optional.of(format.read(text.getBytes(StandardCharsets.UTF_8), schema, reading));
        } catch (MalformedBody e) {
            return Optional.empty();
        }
    }
}
