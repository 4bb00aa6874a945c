package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Percent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends what is hard to read: rare characters, nothing at all, deep, long and repeated input. Whatever a server makes
 * of it, it must not fail; what breaks the document it must refuse.
 */
final class Hardships {

    private static final Json JSON = new Json();
    private static final int DEEP = 400;
    private static final int LONG = 20_000;
    private static final int MOST_MEMBERS = 8;
    private static final String STANDIN = "\"@@@\"";

    private final Oracle oracle;
    private final String zero;

    Hardships(Contract contract, Oracle oracle) {
        this.oracle = oracle;
        this.zero = isInXml(contract) ? "" : "\\u0000";
    }

    /** XML has no way to write a zero character; what holds one could not be shown any more. */
    private static boolean isInXml(Contract contract) {
        return contract.operations().stream()
                .flatMap(Operation::contents)
                .anyMatch(content -> content.type().syntax().equals("xml"));
    }

    /** The cases made from a valid one. */
    List<Case> cases(Case valid) {
        Operation operation = valid.answering().orElseThrow();
        Map<String, HttpRequest> parameters = new LinkedHashMap<>();
        parameters(operation, valid.request(), parameters);
        Map<String, HttpRequest> bodies = new LinkedHashMap<>();
        bodies(valid.request(), bodies);
        List<Case> cases = new ArrayList<>();
        parameters.forEach((what, request) -> cases.add(of(valid, what, request, Expected.either(what))));
        bodies.forEach((what, request) -> cases.add(of(valid, what, request, expected(operation, what, request))));
        return cases;
    }

    private static Case of(Case valid, String what, HttpRequest request, Expected expected) {
        Operation operation = valid.answering().orElseThrow();
        return new Case(
                operation.id() + "/hard/" + what.replace(' ', '-'),
                valid.subject(),
                operation,
                request,
                expected,
                operation.body().map(body -> body.node()).orElse(valid.documented()));
    }

    /** What no document speaks of, such as a parameter given twice, a server may take or refuse. */
    private Expected expected(Operation operation, String what, HttpRequest request) {
        return oracle.violations(operation, request).stream()
                .flatMap(List::stream)
                .findFirst()
                .filter(one -> !one.rule().equals("malformed"))
                .map(Violation::toString)
                .map(why -> Expected.refused(CheckId.INVALID_REQUEST_REFUSED.id(), why, Set.of()))
                .orElse(Expected.either(what));
    }

    private static void parameters(Operation operation, HttpRequest request, Map<String, HttpRequest> ways) {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in() == In.QUERY) {
                String name = Percent.encoded(parameter.name()) + "=";
                ways.put(parameter.name() + " with a zero character", with(request, name + "%00"));
                ways.put(parameter.name() + " in another script", with(request, name + "%E6%97%A5%F0%9F%98%80"));
                ways.put(parameter.name() + " with signs of patterns", with(request, name + "((%5Ba*%2B%3F%7B%5C"));
                ways.put(parameter.name() + " empty", with(request, name));
                ways.put(parameter.name() + " many times", with(request, (name + "1&").repeat(30) + name + "1"));
                ways.put(parameter.name() + " very long", with(request, name + "1".repeat(2000)));
            }
        }
        ways.put("a parameter that nobody knows", with(request, "xUnknown=%27x"));
    }

    private static HttpRequest with(HttpRequest request, String pairs) {
        return request.withQuery(request.query().isEmpty() ? pairs : request.query() + "&" + pairs);
    }

    private void bodies(HttpRequest request, Map<String, HttpRequest> ways) {
        boolean json = request.hasBody()
                && request.contentType()
                        .filter(type -> type.syntax().equals("json"))
                        .isPresent();
        if (!json) {
            return;
        }
        List.of("null", "[]", "{}", "\"\"", "0", "false")
                .forEach(text -> ways.put("a body of " + text, body(request, text)));
        ways.put("a body nested deeply", body(request, "[".repeat(DEEP) + "]".repeat(DEEP)));
        ways.put("a body of blanks", body(request, "  "));
        try {
            if (JSON.read(request.body()) instanceof ObjectNode object) {
                members(object, request, ways);
                values(object, request, ways);
            }
        } catch (MalformedBody e) {
            // nothing to make hard
        }
    }

    private void members(ObjectNode object, HttpRequest request, Map<String, HttpRequest> ways) {
        object.properties().stream().limit(MOST_MEMBERS).forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isTextual()) {
                put(object, name, "\"a" + zero + "b\"", "a zero character", request, ways);
                put(object, name, "\"" + "x".repeat(LONG) + "\"", "a very long text", request, ways);
                put(object, name, "\"a\\r\\nb\\tc\"", "more than one line", request, ways);
                put(object, name, "\"\\u202Eabc\\uFEFF\"", "characters that are not seen", request, ways);
                put(object, name, "\"'; DROP TABLE x; --\"", "a statement of SQL", request, ways);
                put(object, name, "\"%s%n%d%x\"", "what formats read", request, ways);
                put(object, name, "\"{{7*7}}${7*7}<%= 7 %>\"", "what templates read", request, ways);
            } else if (value.isNumber()) {
                put(object, name, "9223372036854775808", "a number beyond 64 bits", request, ways);
            }
            put(object, name, "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP), "a deep object", request, ways);
        });
    }

    /** Numbers and texts further inside, and those of maps, which are read by other code. */
    private static void values(ObjectNode object, HttpRequest request, Map<String, HttpRequest> ways) {
        object.properties().stream()
                .filter(member -> member.getValue().isContainerNode())
                .limit(MOST_MEMBERS)
                .forEach(member -> {
                    ObjectNode changed = object.deepCopy();
                    if (isStoodIn(changed.get(member.getKey()))) {
                        String text = changed.toString().replace(STANDIN, "9223372036854775808");
                        ways.put(member.getKey() + " with a number beyond 64 bits inside", body(request, text));
                    }
                });
    }

    /** Puts the stand-in into the place of the first number inside a value. */
    private static boolean isStoodIn(JsonNode value) {
        String standin = STANDIN.substring(1, STANDIN.length() - 1);
        if (value instanceof ObjectNode inner) {
            for (String name :
                    List.copyOf(inner.propertyStream().map(Map.Entry::getKey).toList())) {
                if (inner.get(name).isNumber()) {
                    inner.put(name, standin);
                    return true;
                } else if (isStoodIn(inner.get(name))) {
                    return true;
                }
            }
        } else if (value instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).isNumber()) {
                    items.set(i, standin);
                    return true;
                } else if (isStoodIn(items.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void put(
            ObjectNode object,
            String name,
            String text,
            String what,
            HttpRequest request,
            Map<String, HttpRequest> ways) {
        ObjectNode changed = object.deepCopy();
        changed.put(name, STANDIN.substring(1, STANDIN.length() - 1));
        ways.put(name + " with " + what, body(request, changed.toString().replace(STANDIN, text)));
    }

    private static HttpRequest body(HttpRequest request, String text) {
        return new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
