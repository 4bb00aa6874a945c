package io.platformapi.contract.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.Example;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.body.ParameterReader;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Query;
import java.util.LinkedHashMap;
import java.util.Map;

/** Examples of parameters that a document shows as they are sent. */
final class Spelled {

    private Spelled() {}

    /** The parameter, each of its examples the value that is to be spelled. */
    static Parameter decoded(Parameter parameter) {
        if (parameter.examples().values().stream().noneMatch(Example::isSpelled)) {
            return parameter;
        }
        Map<String, Example> examples = new LinkedHashMap<>(parameter.examples());
        examples.replaceAll((name, example) -> example.isSpelled()
                ? example.with(value(parameter, example.value().asText()))
                : example);
        return parameter.with(examples);
    }

    private static JsonNode value(Parameter parameter, String text) {
        ParameterReader reader = new ParameterReader(parameter);
        return switch (parameter.in()) {
            case QUERYSTRING -> whole(parameter, text);
            case QUERY -> reader.fromQuery(Query.of(text));
            case COOKIE -> reader.fromCookies(text);
            default -> reader.fromText(text);
        };
    }

    private static JsonNode whole(Parameter parameter, String text) {
        JsonNode asItStands = TextNode.valueOf(text);
        try {
            return Bodies.ofOpenApi().readQuery(parameter.body(), text).only().orElse(asItStands);
        } catch (MalformedBody e) {
            return asItStands;
        }
    }
}
