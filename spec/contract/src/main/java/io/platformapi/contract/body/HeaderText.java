package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.Example;
import io.platformapi.contract.Header;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.schema.Typing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The text of a documented header field, of a response or of a part: lists by commas (style {@code simple}). */
public record HeaderText(Header header) {

    /** What is wrong with a text. Objects are left alone: no server is known to send one. */
    public List<Fault> faults(String text) {
        return header.schema().is(Type.OBJECT) ? List.of() : header.schema().faults(value(text));
    }

    private JsonNode value(String text) {
        if (!header.schema().is(Type.ARRAY)) {
            return Typing.JSON.value(text, header.schema());
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String item : text.isBlank() ? new String[0] : text.split(",")) {
            list.add(Typing.JSON.value(item.strip(), header.schema().items()));
        }
        return list;
    }

    /** The text that the document shows, if it shows one. */
    Optional<String> documented() {
        Stream<JsonNode> examples = header.examples().values().stream().map(Example::value);
        Stream<JsonNode> ofSchema = Stream.of("const", "example", "default").map(header.schema()::keyword);
        Stream<JsonNode> firsts = Stream.of("examples", "enum")
                .map(name -> header.schema().keyword(name).path(0));
        return Stream.of(examples, ofSchema, firsts)
                .flatMap(values -> values)
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .map(HeaderText::spelled);
    }

    /** The text of a value; none of an object or null. */
    public static String spelled(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(","));
        }
        return value.isContainerNode() || value.isNull() ? "" : value.asText();
    }
}
