package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.Header;
import io.platformapi.contract.In;
import io.platformapi.contract.Response;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.schema.Typing;
import java.util.ArrayList;
import java.util.List;

/** Checks the documented header fields of a response. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    static List<Violation> violations(Response documented, HttpResponse answer) {
        List<Violation> violations = new ArrayList<>();
        for (Header header : documented.headers().values()) {
            if (isBodyType(header)) {
                continue;
            }
            if (answer.headers().has(header.name())) {
                violations.addAll(faults(header, answer));
            } else if (header.required()) {
                violations.add(Violation.of(In.HEADER, header.name(), Fault.missing()));
            }
        }
        return violations;
    }

    /** A header documented as {@code Content-Type} is to be ignored (OpenAPI 3.1, section 4.8.17.1). */
    private static boolean isBodyType(Header header) {
        return header.name().equalsIgnoreCase("Content-Type");
    }

    /** Objects are left alone: no server is known to send one. */
    private static List<Violation> faults(Header header, HttpResponse answer) {
        if (header.schema().is(Type.OBJECT)) {
            return List.of();
        }
        return header.schema().faults(value(header, answer)).stream()
                .map(fault -> Violation.of(In.HEADER, header.name(), fault))
                .toList();
    }

    /** The field's value, lists spelled by commas (style {@code simple}). */
    private static JsonNode value(Header header, HttpResponse answer) {
        String text = answer.headers().text(header.name());
        if (!header.schema().is(Type.ARRAY)) {
            return Typing.JSON.value(text, header.schema());
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String item : text.isBlank() ? new String[0] : text.split(",")) {
            list.add(Typing.JSON.value(item.strip(), header.schema().items()));
        }
        return list;
    }
}
