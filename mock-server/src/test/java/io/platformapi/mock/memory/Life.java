package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Route;
import io.platformapi.contract.body.Body;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes, reads, lists, changes and removes a thing of each kind that is inferred from a document, and notes what is
 * wrong.
 */
final class Life {

    private final Contract contract;
    private final MemoryPlan plan;
    private final MockEngine engine;
    private final ResponseCheck check;
    private final List<String> failures = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Map<Holding, List<String>> made = new HashMap<>();
    private final Set<Holding> gone = new HashSet<>();
    private int answers;

    Life(Contract contract) {
        this.contract = contract;
        this.plan = MemoryPlan.of(contract, Optional.empty(), Optional.empty());
        this.engine =
                new MockEngine(contract, MockOptions.usual().remembering().withCallers(MockOptions.Callers.ANYBODY));
        this.check = new ResponseCheck(contract.dialect().bodies(), Undocumented.ALLOWED);
    }

    List<String> failures() {
        return failures;
    }

    List<String> notices() {
        return notices;
    }

    int answers() {
        return answers;
    }

    /** Lives the life of one thing of each kind. */
    Life lived() {
        List<Holding> innermostFirst = new ArrayList<>(plan.holdings());
        Collections.reverse(innermostFirst);
        innermostFirst.forEach(this::live);
        return this;
    }

    private void live(Holding holding) {
        List<String> scope = scope(holding);
        if (!isBelowWhatIsThere(holding)) {
            notices.add(holding.path() + ": nothing could be made to which one belongs");
            return;
        }
        if (holding.isSingle()) {
            ask(holding, Deed.READ, scope, true);
            ask(holding, Deed.REPLACE, scope, true);
            ask(holding, Deed.CHANGE, scope, true);
            ask(holding, Deed.READ, scope, true);
            return;
        }
        Optional<String> key = made(holding, scope);
        if (key.isEmpty()) {
            return;
        }
        List<String> path = with(scope, key.get());
        ask(holding, Deed.READ, path, true);
        ask(holding, Deed.LIST, scope, true).ifPresent(answer -> listed(holding, key.get(), answer));
        ask(holding, Deed.REPLACE, path, true);
        ask(holding, Deed.CHANGE, path, true);
        ask(holding, Deed.READ, path, true);
        if (ask(holding, Deed.REMOVE, path, true).isPresent()) {
            ask(holding, Deed.READ, path, false);
            made.remove(holding);
            gone.add(holding);
        }
    }

    private boolean isBelowWhatIsThere(Holding holding) {
        return plan.task(holding.operations().values().iterator().next().id()).stream()
                .flatMap(task -> task.ancestors().stream())
                .filter(ancestor -> ancestor != holding)
                .allMatch(made::containsKey);
    }

    private Optional<String> made(Holding holding, List<String> scope) {
        Optional<HttpResponse> answer = ask(holding, Deed.CREATE, scope, true);
        Optional<String> key = answer.flatMap(made -> key(holding, made));
        if (answer.isPresent() && key.isEmpty()) {
            notices.add(holding.path() + ": what was made has no id in its answer");
        }
        Optional<String> known = key.or(() -> plan.beginning().in(holding, scope).stream()
                .filter(any -> !gone.contains(holding))
                .map(entry -> entry.address().key())
                .findFirst());
        known.ifPresent(value -> made.put(holding, with(scope, value)));
        return known;
    }

    /** The values of a collection's path: of things that are there. */
    private List<String> scope(Holding holding) {
        List<String> scope = new ArrayList<>();
        String shape = Inference.shape(holding.path().segments());
        for (Holding other : plan.holdings()) {
            String item = Inference.shape(other.path().segments()) + "/{}";
            if (!other.isSingle() && shape.startsWith(item + "/")) {
                if (!made.containsKey(other)) {
                    made(other, scope(other));
                }
                List<String> values = made.getOrDefault(other, List.of());
                if (values.size() > scope.size()) {
                    scope = new ArrayList<>(values);
                }
            }
        }
        List<String> variables = holding.path().variables();
        Operation any = holding.operations().values().iterator().next();
        for (int i = scope.size(); i < variables.size(); i++) {
            int position = i;
            scope.add(any.path().variables().stream()
                    .skip(position)
                    .findFirst()
                    .flatMap(name -> any.parameter(In.PATH, name))
                    .map(this::text)
                    .orElse("1"));
        }
        return scope;
    }

    private static List<String> with(List<String> scope, String key) {
        List<String> values = new ArrayList<>(scope);
        values.add(key);
        return values;
    }

    private Optional<HttpResponse> ask(Holding holding, Deed deed, List<String> path, boolean there) {
        return holding.operation(deed).filter(this::canBeAsked).map(operation -> {
            HttpRequest request = request(operation, path);
            HttpResponse answer = engine.answer(request);
            answers++;
            String what = deed.word() + " " + operation + " as " + request.path() + ": " + answer.status();
            boolean success = answer.status() / 100 == 2;
            if (success != there || answer.status() >= 500) {
                failures.add(what + " " + shortened(answer.text()) + " sent "
                        + shortened(new String(request.body(), StandardCharsets.UTF_8)));
            }
            String notice = answer.headers().text("X-Mock-Notice");
            if (!notice.isEmpty()) {
                notices.add(what + " " + notice);
            }
            if (!notice.startsWith("the document has no response")) {
                check.violations(operation, operation.method(), answer)
                        .forEach(violation -> failures.add(what + " " + told(violation)));
            }
            return answer;
        });
    }

    private boolean canBeAsked(Operation operation) {
        boolean can = operation.body().stream()
                .flatMap(body -> body.contents().stream())
                .noneMatch(content -> value(content).isMissingNode());
        if (!can) {
            notices.add(operation + ": no body was found that the document takes");
        }
        return can;
    }

    private static String told(Violation violation) {
        return violation.place() + ": expected " + violation.expected() + ", received " + violation.received();
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private void listed(Holding holding, String key, HttpResponse answer) {
        Operation list = holding.operations().get(Deed.LIST);
        boolean narrow = list.parameters().stream()
                .anyMatch(parameter -> parameter.required() && QueryPart.of(parameter, holding) == QueryPart.FILTER);
        boolean pages =
                list.parameters().stream().anyMatch(parameter -> QueryPart.of(parameter, holding) == QueryPart.SIZE);
        body(list, answer)
                .flatMap(shown -> Inlay.list(shown.content().schema(), holding.noun(), Optional.of(holding.schema()))
                        .map(inlay -> shown.value().at(inlay.pointer())))
                .filter(all -> holding.id().isPresent())
                .filter(all -> !narrow && (!pages || all.size() < 5))
                .filter(all -> all.findValuesAsText(holding.id().get()).stream().noneMatch(key::equals))
                .ifPresent(all ->
                        failures.add("list " + list + ": " + key + " is not in it: " + shortened(all.toString())));
    }

    private Optional<String> key(Holding holding, HttpResponse answer) {
        Operation create = holding.operations().get(Deed.CREATE);
        return body(create, answer)
                .flatMap(shown -> Inlay.thing(shown.content().schema(), holding.noun(), holding.schema())
                        .map(inlay -> shown.value().at(inlay.pointer())))
                .flatMap(thing -> holding.id().map(thing::path))
                .filter(Making::isKey)
                .map(JsonNode::asText)
                .or(() -> answer.headers()
                        .first("Location")
                        .map(text -> text.replaceFirst(".*/", ""))
                        .map(text -> Percent.decoded(text).orElse(text)));
    }

    private record Shown(Content content, JsonNode value) {}

    private Optional<Shown> body(Operation operation, HttpResponse answer) {
        return operation
                .response(answer.status())
                .flatMap(response -> answer.contentType()
                        .flatMap(type -> contract.dialect()
                                .bodies()
                                .content(response, type)
                                .flatMap(content -> {
                                    try {
                                        Body body = contract.dialect()
                                                .bodies()
                                                .read(content, new TypedBody(type, answer.body()), Reading.RESPONSE);
                                        return body.values().stream()
                                                .findFirst()
                                                .map(value -> new Shown(content, value.value()));
                                    } catch (MalformedBody e) {
                                        return Optional.empty();
                                    }
                                })));
    }

    private HttpRequest request(Operation operation, List<String> path) {
        String target = operation.path().text();
        int next = 0;
        for (String variable : operation.path().variables()) {
            String value = next < path.size()
                    ? path.get(next++)
                    : operation.parameter(In.PATH, variable).map(this::text).orElse("1");
            target = target.replace("{" + variable + "}", encoded(value));
        }
        String query = required(operation, In.QUERY)
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(text(parameter)))
                .collect(Collectors.joining("&"));
        Headers headers = Headers.none();
        for (Parameter parameter : required(operation, In.HEADER).toList()) {
            headers = headers.with(parameter.name(), text(parameter));
        }
        HttpRequest request = HttpRequest.of(
                operation.method(), prefix(operation) + target + (query.isEmpty() ? "" : "?" + query), headers);
        return operation
                .body()
                .flatMap(body -> body.contents().stream()
                        .filter(content -> content.type().essence().endsWith("json"))
                        .findFirst()
                        .or(() -> body.contents().stream().findFirst()))
                .map(content -> request.with(contract.dialect().bodies().write(content, value(content))))
                .orElse(request);
    }

    private String prefix(Operation operation) {
        HttpRequest bare = HttpRequest.of(
                operation.method(), operation.path().text().replaceAll("\\{[^}]*}", "1"), Headers.none());
        if (contract.route(bare) instanceof Route.Found) {
            return "";
        }
        return operation.servers().stream()
                .map(server -> server.url().replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("/$", ""))
                .findFirst()
                .orElse("");
    }

    private static Stream<Parameter> required(Operation operation, In in) {
        return operation.parameters().stream().filter(parameter -> parameter.required() && parameter.in() == in);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String text(Parameter parameter) {
        JsonNode value = parameter.examples().values().stream()
                .map(Example::value)
                .filter(JsonNode::isValueNode)
                .filter(example -> parameter.schema().faults(example).isEmpty())
                .findFirst()
                .orElseGet(() -> Sampler.ofRequests(Whim.FIRST).sample(parameter.schema()));
        return value.isArray() ? value.path(0).asText() : value.asText();
    }

    private static JsonNode value(Content content) {
        return content.examples().values().stream()
                .map(Example::value)
                .filter(value ->
                        OneWay.READ_ONLY.faults(content.schema(), value).isEmpty())
                .findFirst()
                .or(() -> Sampler.ofRequests(Whim.FIRST).valid(content.schema()))
                .orElseGet(MissingNode::getInstance);
    }
}
