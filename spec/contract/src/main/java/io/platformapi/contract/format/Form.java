package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A urlencoded form as ServiceStack reads it: {@code EmailAddress=a%40example.com&Roles=b,c}.
 *
 * <p>A field is a member, in any letter case in requests; one that is left empty is not given. A list is one field with
 * commas, or a field for each item, or both. Objects in fields are JSV.
 */
public final class Form implements Format {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Jsv jsv;

    /** @param jsv how fields are spelled */
    public Form(Jsv jsv) {
        this.jsv = jsv;
    }

    @Override
    public String name() {
        return "form";
    }

    @Override
    public JsonNode read(byte[] body, Schema schema, Reading reading) throws MalformedBody {
        Shape shape = Shape.of(schema);
        ObjectNode form = JSON.objectNode();
        for (Query.Pair field : UrlEncoded.fields(body).pairs()) {
            String name = reading == Reading.REQUEST ? shape.spelled(field.name()) : field.name();
            if (!field.raw().isEmpty()) {
                add(form, name, jsv.field(field.value(), shape.member(name).schema()));
            }
        }
        return form;
    }

    private static void add(ObjectNode form, String name, JsonNode value) throws MalformedBody {
        if (!form.has(name)) {
            form.set(name, value);
        } else if (form.get(name) instanceof ArrayNode list && value instanceof ArrayNode more) {
            list.addAll(more);
        } else {
            throw new MalformedBody("the field " + name + " stands here twice", 0, 0);
        }
    }

    @Override
    public byte[] write(JsonNode value, Schema schema) {
        Shape shape = Shape.of(schema);
        List<String> fields = new ArrayList<>();
        value.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> {
                    String text = text(member.getValue(), shape.member(member.getKey()));
                    fields.add(Percent.encoded(member.getKey()) + "=" + Percent.encoded(text));
                });
        return String.join("&", fields).getBytes(StandardCharsets.US_ASCII);
    }

    private String text(JsonNode value, Shape shape) {
        return value.isContainerNode()
                ? new String(jsv.write(value, shape.schema()), StandardCharsets.UTF_8)
                : value.asText();
    }
}
