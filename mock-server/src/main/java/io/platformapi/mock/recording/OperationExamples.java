package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.http.Methods;
import io.platformapi.contract.source.Node;
import io.platformapi.mock.recording.UsedApi.Call;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Examples of one operation, by place and name; those of one name belong together. As a document they are an overlay
 * (OpenAPI Overlay 1.0) of as many actions as there are places.
 */
record OperationExamples(Call call, SortedMap<ExamplePlace, SortedMap<String, JsonNode>> values) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern TARGET = Pattern.compile("\\$\\.paths\\[" + ExamplePlace.QUOTED
            + "](?:\\.([a-z]+)|\\.additionalOperations\\[" + ExamplePlace.QUOTED + "])\\.(.*)");

    static OperationExamples none(Call call) {
        return new OperationExamples(call, new TreeMap<>());
    }

    /** The names of all. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        values.values().forEach(named -> names.addAll(named.keySet()));
        return names;
    }

    /** What the examples of one name say, by place. */
    SortedMap<ExamplePlace, JsonNode> named(String name) {
        SortedMap<ExamplePlace, JsonNode> found = new TreeMap<>();
        values.forEach((place, named) -> {
            if (named.containsKey(name)) {
                found.put(place, named.get(name));
            }
        });
        return found;
    }

    /** The same with one more. */
    OperationExamples with(String name, SortedMap<ExamplePlace, JsonNode> more) {
        SortedMap<ExamplePlace, SortedMap<String, JsonNode>> all = new TreeMap<>(values);
        more.forEach((place, value) -> {
            SortedMap<String, JsonNode> named = new TreeMap<>(all.getOrDefault(place, new TreeMap<>()));
            named.put(name, value);
            all.put(place, named);
        });
        return new OperationExamples(call, all);
    }

    ObjectNode overlay() {
        ObjectNode overlay = JSON.objectNode().put("overlay", "1.0.0");
        overlay.putObject("info")
                .put("title", "What " + call.method() + " " + call.path() + " was answered")
                .put("version", "1");
        ArrayNode actions = overlay.putArray("actions");
        values.forEach((place, named) -> {
            ObjectNode action = actions.addObject().put("target", operation() + "." + place.target());
            ObjectNode examples = action.putObject("update").putObject("examples");
            named.forEach((name, value) -> examples.putObject(name).set("value", value));
        });
        return overlay;
    }

    private String operation() {
        String field = call.method().toLowerCase(Locale.ROOT);
        String item = "$.paths[" + ExamplePlace.quoted(call.path()) + "]";
        return Methods.ALL.contains(field)
                ? item + "." + field
                : item + ".additionalOperations[" + ExamplePlace.quoted(call.method()) + "]";
    }

    /** The examples of an overlay, by operation; what is none of an example is refused. */
    static SortedMap<Call, OperationExamples> read(Node overlay) {
        if (!overlay.text("overlay", "").startsWith("1.")) {
            throw overlay.unreadable("this is no overlay: write overlay: 1.0.0");
        }
        SortedMap<Call, OperationExamples> read = new TreeMap<>();
        for (Node action : overlay.member("actions").items()) {
            Matcher target = TARGET.matcher(action.text("target", ""));
            ExamplePlace place = (target.matches() ? ExamplePlace.of(target.group(4)) : noPlace())
                    .orElseThrow(() -> action.member("target")
                            .unreadable("this leads to no examples of an operation, as --record-examples writes them"));
            boolean usual = target.group(2) != null;
            String method = usual ? target.group(2).toUpperCase(Locale.ROOT) : ExamplePlace.unquoted(target.group(3));
            Call call = new Call(ExamplePlace.unquoted(target.group(1)), method);
            OperationExamples examples = read.getOrDefault(call, none(call));
            for (var example :
                    action.member("update").member("examples").members().entrySet()) {
                SortedMap<ExamplePlace, JsonNode> one = new TreeMap<>();
                one.put(place, example.getValue().member("value").json());
                examples = examples.with(example.getKey(), one);
            }
            read.put(call, examples);
        }
        return read;
    }

    private static Optional<ExamplePlace> noPlace() {
        return Optional.empty();
    }
}
