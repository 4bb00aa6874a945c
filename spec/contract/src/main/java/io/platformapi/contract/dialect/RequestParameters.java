package io.platformapi.contract.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Route;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.body.Body;
import io.platformapi.contract.body.ParameterReader;
import io.platformapi.contract.check.Part;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of a request beside its body, as plain OpenAPI spells them. */
record RequestParameters(Bodies bodies, Route.Found route, HttpRequest request) {

    /** The parts they are; what cannot be read at all becomes a violation. */
    List<Part> parts(List<Violation> violations) {
        List<Part> parts = new ArrayList<>();
        Query query = Query.of(request.query());
        for (Parameter parameter : route.operation().parameters()) {
            if (parameter.in() == In.QUERYSTRING) {
                parts.add(part(parameter, whole(parameter, violations)));
            } else if (parameter.in() == In.PATH) {
                parts.add(ofPath(parameter, violations));
            } else {
                parts.add(part(parameter, value(parameter, query)));
            }
        }
        return parts;
    }

    /** A query parameter left empty is not given, unless it is a text; one that may be empty then needs no value. */
    static Part part(Parameter parameter, JsonNode value) {
        boolean empty = parameter.in() == In.QUERY
                && value.isTextual()
                && value.asText().isEmpty()
                && (parameter.allowEmptyValue() || !parameter.schema().is(Type.STRING));
        boolean required = parameter.required() && !(empty && parameter.allowEmptyValue());
        JsonNode given = empty ? MissingNode.getInstance() : value;
        return new Part(parameter.in(), parameter.name(), required, parameter.schema(), given);
    }

    private JsonNode whole(Parameter parameter, List<Violation> violations) {
        if (request.query().isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            Body body = bodies.readQuery(parameter.body(), request.query());
            body.faults().forEach(fault -> violations.add(new Violation(parameter.in(), parameter.name(), fault)));
            return body.only().orElse(MissingNode.getInstance());
        } catch (MalformedBody e) {
            String expected = "a query in " + bodies.title(parameter.body().type());
            violations.add(
                    new Violation(parameter.in(), parameter.name(), new Breach.Malformed(expected, e.getMessage())));
            return MissingNode.getInstance();
        }
    }

    private Part ofPath(Parameter parameter, List<Violation> violations) {
        ParameterReader reader = new ParameterReader(parameter);
        String text = route.sentValues().getOrDefault(parameter.name(), "");
        if (!text.isEmpty() && !text.startsWith(reader.prefix())) {
            String expected = "text that begins with '" + reader.prefix() + "'";
            violations.add(Violation.of(parameter.in(), parameter.name(), "style", expected, text));
            return new Part(parameter.in(), parameter.name(), false, parameter.schema(), MissingNode.getInstance());
        }
        return part(parameter, text(reader, Optional.of(text).filter(sent -> !sent.isEmpty())));
    }

    private JsonNode value(Parameter parameter, Query query) {
        ParameterReader reader = new ParameterReader(parameter);
        return switch (parameter.in()) {
            case QUERY -> reader.fromQuery(query);
            case HEADER ->
                text(
                        reader,
                        Optional.of(request.headers().text(parameter.name()))
                                .filter(text -> request.headers().has(parameter.name())));
            default -> reader.fromCookies(String.join(";", request.headers().all("Cookie")));
        };
    }

    private static JsonNode text(ParameterReader reader, Optional<String> text) {
        return text.map(reader::fromText).orElse(MissingNode.getInstance());
    }
}
