package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Sequences;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Multipart bodies whose parts are told apart by where they stand, such as {@code multipart/mixed}.
 *
 * <p>Where the schema is that of a list, its items are the parts (OpenAPI 3.2, section 4.14.5); of any other schema
 * nobody knows what it says of them.
 */
final class PartList implements Spelling {

    private static final String BOUNDARY = "boundary";

    @Override
    public boolean knows(MediaType type) {
        return Sequences.PARTS.include(type);
    }

    private static boolean isList(Content content) {
        return content.schema().is(Type.ARRAY);
    }

    @Override
    public boolean spellsValues(Content content) {
        return isList(content);
    }

    @Override
    public boolean spellsStructure() {
        return false;
    }

    @Override
    public boolean isDecoded(Content content) {
        return isList(content);
    }

    @Override
    public Body read(TypedBody sent, Content content, Reading reading) throws MalformedBody {
        if (!isList(content)) {
            return Unstructured.OTHER.read(sent, content, reading);
        }
        String boundary = sent.type().parameters().getOrDefault(BOUNDARY, "");
        if (boundary.isEmpty()) {
            throw new MalformedBody("the type " + sent.type() + " names no boundary", 1, 1);
        }
        List<Multipart.Part> parts = Multipart.readList(sent.bytes(), boundary).parts();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            PartItem item = PartItem.at(i, content);
            items.add(item.read(parts.get(i), reading));
            item.faults(parts.get(i)).forEach(faults::add);
        }
        return new Body(List.of(new Body.Value("", items)), faults);
    }

    @Override
    public TypedBody write(Content content, JsonNode value) {
        if (!value.isArray()) {
            throw new UnwritableValue("A body of parts is a list, and this value is none.");
        }
        List<Multipart.Part> parts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            parts.add(PartItem.at(i, content).written(value.get(i)));
        }
        Multipart multipart = new Multipart(parts);
        String boundary = multipart.boundary();
        return new TypedBody(content.type().with(BOUNDARY, boundary), multipart.written(boundary));
    }

    @Override
    public boolean shows(String text, Content content) {
        return true;
    }
}
