package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.schema.SchemaVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The same request in other spellings of HTTP and JSON, by words for each. */
final class WireVarieties {

    private static final Json JSON = new Json();

    /** Whether a number with a point may be an integer: draft 4 of JSON Schema called none so. */
    private final boolean points;

    WireVarieties(Contract contract) {
        this.points = contract.schemas().version() != SchemaVersion.OPENAPI_3_0;
    }

    Map<String, HttpRequest> of(HttpRequest request) {
        Map<String, HttpRequest> ways = new LinkedHashMap<>();
        ways.put("accepts anything", request.with("Accept", "*/*"));
        ways.put("accepts anything by weights", request.with("Accept", "x-a/x-b, */*;q=0.8"));
        request.headers()
                .first("Accept")
                .ifPresent(type -> ways.put(
                        "accepts it among others", request.with("Accept", "x-a/x-b;q=0.1, " + type + ";q=0.9")));
        ways.put("has a header field that nobody knows", request.with("X-Unknown-Field", "x"));
        if (request.body().length > 1) {
            ways.put("has its body in chunks (RFC 9112, section 7.1)", request.with("Transfer-Encoding", "chunked"));
        }
        if (request.query().contains("&")) {
            List<String> pairs = new ArrayList<>(Arrays.asList(request.query().split("&")));
            Collections.reverse(pairs);
            ways.put("has its parameters in another order", request.withQuery(String.join("&", pairs)));
        }
        if (isForm(request) && new String(request.body(), StandardCharsets.UTF_8).contains("&")) {
            List<String> fields =
                    new ArrayList<>(Arrays.asList(new String(request.body(), StandardCharsets.UTF_8).split("&")));
            Collections.reverse(fields);
            ways.put("has the fields of its form in another order", with(request, String.join("&", fields)));
            Collections.reverse(fields);
            Collections.rotate(fields, -1);
            ways.put("has the first field of its form at its end", with(request, String.join("&", fields)));
        }
        if (request.hasBody() && isJson(request)) {
            String type = request.headers().text("Content-Type");
            ways.put("has a type in capital letters", request.with("Content-Type", type.toUpperCase(Locale.ROOT)));
            if (!type.contains(";")) {
                ways.put("has a type with a charset", request.with("Content-Type", type + "; charset=utf-8"));
            }
            json(request, ways);
        }
        return ways;
    }

    /** The order of cookies means nothing (RFC 6265, section 4.2.2), nor does one that nobody knows. */
    static HttpRequest afterAnotherCookie(HttpRequest request) {
        return request.with("Cookie", "xUnknown=x; " + request.headers().text("Cookie"));
    }

    private static boolean isForm(HttpRequest request) {
        return request.contentType()
                .filter(type -> type.essence().equals("application/x-www-form-urlencoded"))
                .isPresent();
    }

    private static boolean isJson(HttpRequest request) {
        return request.contentType()
                .filter(type -> type.syntax().equals("json"))
                .isPresent();
    }

    private void json(HttpRequest request, Map<String, HttpRequest> ways) {
        try {
            JsonNode body = JSON.read(request.body());
            ways.put("has its JSON on many lines", with(request, " \r\n\t" + body.toPrettyString() + "\n"));
            ways.put(
                    "has its JSON's members in another order",
                    with(request, reversed(body).toString()));
            JsonNode pointed = pointed(body);
            if (points && !pointed.equals(body)) {
                ways.put("has its whole numbers with a point and a nought", with(request, pointed.toString()));
            }
            escaped(body.toString()).ifPresent(text -> ways.put("has its JSON's letters escaped", with(request, text)));
        } catch (MalformedBody e) {
            // nothing to spell otherwise
        }
    }

    private static HttpRequest with(HttpRequest request, String body) {
        Headers headers = request.headers();
        return new HttpRequest(
                request.method(), request.path(), request.query(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode reversed(JsonNode value) {
        if (value instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.reverse(names);
            ObjectNode reversed = JsonNodeFactory.instance.objectNode();
            names.forEach(name -> reversed.set(name, reversed(object.get(name))));
            return reversed;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> items.add(reversed(item)));
            return items;
        }
        return value;
    }

    /** Whole numbers as JSON may spell them, too: JSON Schema calls 10.0 an integer. */
    private static JsonNode pointed(JsonNode value) {
        JsonNode pointed = value.deepCopy();
        if (pointed instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(pointed(member.getValue())));
        } else if (pointed instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, pointed(array.get(i)));
            }
        }
        return pointed.isIntegralNumber()
                ? DecimalNode.valueOf(pointed.decimalValue().setScale(1))
                : pointed;
    }

    /** The first letter of each text as JSON may spell it, too. */
    private static Optional<String> escaped(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean first = i > 0 && json.charAt(i - 1) == '"' && Character.isLetter(c);
            text.append(first ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
        }
        return text.length() == json.length() ? Optional.empty() : Optional.of(text.toString());
    }
}
