package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.schema.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a memory begins with: the things that the examples of answers show. */
final class Beginning {

    private final List<Holding> holdings;

    Beginning(List<Holding> holdings) {
        this.holdings = holdings;
    }

    State state() {
        State state = State.EMPTY;
        for (Holding holding : holdings) {
            if (!holding.isSingle()) {
                for (State.Entry entry : things(holding, state)) {
                    state = state.with(holding, entry.address(), entry.value());
                }
            }
        }
        return state;
    }

    private List<State.Entry> things(Holding holding, State so) {
        Making making = new Making(holding, Instant.EPOCH);
        Map<Address, JsonNode> found = new LinkedHashMap<>();
        List<ObjectNode> shown = new ArrayList<>(shown(holding));
        if (shown.isEmpty() && !holding.canBegin() && Fit.sample(holding.schema()) instanceof ObjectNode made) {
            shown.add(made);
        }
        for (ObjectNode thing : shown) {
            List<String> scope = scope(holding, thing, so);
            making.ownKey(thing).or(() -> exampleKey(holding)).ifPresent(key -> {
                Address address = new Address(scope, key);
                found.merge(address, making.keyed(thing.deepCopy(), key), Beginning::joined);
            });
        }
        return found.entrySet().stream()
                .map(entry -> new State.Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A thing that is shown twice, has the members of both. */
    private static JsonNode joined(JsonNode one, JsonNode other) {
        ObjectNode both = other.deepCopy();
        both.setAll((ObjectNode) one);
        return both;
    }

    private static List<ObjectNode> shown(Holding holding) {
        Stream<JsonNode> ones = examples(holding, Deed.READ)
                .flatMap(shown -> Inlay.thing(shown.schema(), holding.noun(), holding.schema())
                        .map(inlay -> shown.value().at(inlay.pointer()))
                        .stream());
        Stream<JsonNode> many = examples(holding, Deed.LIST)
                .flatMap(shown -> Inlay.list(shown.schema(), holding.noun(), Optional.of(holding.schema()))
                        .map(inlay -> shown.value().at(inlay.pointer()))
                        .stream())
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false));
        return Stream.concat(ones, many)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** An example with the schema of its body. */
    private record Shown(Schema schema, JsonNode value) {}

    private static Stream<Shown> examples(Holding holding, Deed deed) {
        return holding.operation(deed).stream()
                .flatMap(operation -> operation.responses().values().stream())
                .filter(response -> response.key().startsWith("2"))
                .flatMap(response -> response.contents().stream())
                .flatMap(Beginning::shown);
    }

    private static Stream<Shown> shown(Content content) {
        return content.examples().values().stream()
                .map(Example::value)
                .filter(value -> value.isContainerNode())
                .map(value -> new Shown(content.schema(), value));
    }

    /** Where an example belongs: where its own members say, else with the first that there is, else everywhere. */
    private List<String> scope(Holding holding, ObjectNode thing, State so) {
        List<String> variables = holding.path().variables();
        List<String> scope = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            int position = i;
            scope.add(ThingMembers.belonging(holding.schema(), variables.get(i), nounBefore(holding.path(), i))
                    .map(thing::path)
                    .filter(Making::isKey)
                    .map(JsonNode::asText)
                    .or(() -> parent(holding, position, scope, so))
                    .orElse(Address.ANY));
        }
        return scope;
    }

    private Optional<String> parent(Holding holding, int position, List<String> scope, State so) {
        String prefix = upTo(holding.path(), position);
        return holdings.stream()
                .filter(other -> !other.isSingle() && other.path().shape().equals(prefix))
                .flatMap(other -> so.in(other, scope).stream())
                .map(entry -> entry.address().key())
                .findFirst();
    }

    /** The path before the variable at a position. */
    private static String upTo(PathTemplate path, int position) {
        StringBuilder text = new StringBuilder();
        int seen = 0;
        for (PathTemplate.Segment segment : path.segments()) {
            if (!segment.variables().isEmpty() && seen++ == position) {
                break;
            }
            text.append('/').append(segment.variables().isEmpty() ? segment.text() : "{}");
        }
        return text.toString();
    }

    /** The literal word before the variable at a position: {@code owners} in {@code /owners/{id}}. */
    static String nounBefore(PathTemplate path, int position) {
        return Holding.noun(PathTemplate.of(upTo(path, position)));
    }

    private static Optional<String> exampleKey(Holding holding) {
        return Stream.of(Deed.READ, Deed.REPLACE, Deed.CHANGE, Deed.REMOVE)
                .flatMap(deed -> holding.operation(deed).stream())
                .flatMap(operation -> variable(operation, holding).stream())
                .map(parameter -> parameter.examples().values().stream()
                        .map(Example::value)
                        .filter(Making::isKey)
                        .findFirst()
                        .orElseGet(() -> Fit.sample(parameter.schema())))
                .filter(Making::isKey)
                .map(JsonNode::asText)
                .findFirst();
    }

    private static Optional<Parameter> variable(Operation operation, Holding holding) {
        return operation.path().variables().stream()
                .skip(holding.depth())
                .findFirst()
                .flatMap(name -> operation.parameter(In.PATH, name));
    }

    /** An only one that nobody has touched: as the document shows it. */
    static JsonNode single(Holding holding) {
        return shown(holding).stream()
                .findFirst()
                .map(JsonNode.class::cast)
                .orElseGet(() -> Fit.sample(holding.schema()));
    }
}
