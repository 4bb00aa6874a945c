package io.platformapi.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Percent;
import io.platformapi.report.Coverage.Point;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of one operation's description was reached: statuses that came, parameters that were given and left out in
 * requests that succeeded, and rules that were kept in such requests, and broken in others that were answered.
 */
final class Reached {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BROKEN = Pattern.compile(
            "(?:invalid|random/\\d+)(?:/body-in-[^/]+/[^/]+)?(/(?:path|query|header|cookie|querystring|body)(?:/.*)?)/([^/]+)");

    private final Operation operation;
    private final Map<String, Integer> statuses = new HashMap<>();
    private final Map<String, Integer> given = new HashMap<>();
    private final Map<String, Integer> leftOut = new HashMap<>();
    private final Map<String, Integer> broken = new HashMap<>();
    private final Set<Rule> rules = new LinkedHashSet<>();
    private final Set<String> alone = new HashSet<>();
    private final Set<String> kept = new HashSet<>();

    Reached(Operation operation) {
        this.operation = operation;
    }

    /** A rule at a place, such as {@code maximum} at {@code /query/limit}. */
    private record Rule(String place, String name) {

        @Override
        public String toString() {
            return place + " " + name;
        }
    }

    /** Takes what is to be sent. */
    void expect(Case asked) {
        rule(asked).ifPresent(rules::add);
    }

    private Optional<Rule> rule(Case asked) {
        String prefix = operation.id() + "/";
        Matcher name = BROKEN.matcher(asked.id().startsWith(prefix) ? asked.id().substring(prefix.length()) : "");
        return name.matches() ? Optional.of(new Rule(anyItem(name.group(1)), name.group(2))) : Optional.empty();
    }

    private static String anyItem(String place) {
        return place.replaceAll("/\\d+(?=/|$)", "/*");
    }

    /** Takes an answer. */
    void add(Exchange exchange) {
        int status = exchange.answer().status();
        operation.response(status).ifPresent(response -> count(statuses, response.key()));
        rule(exchange.asked()).ifPresent(rule -> {
            rules.add(rule);
            count(broken, rule.toString());
        });
        if (status / 100 == 2 && exchange.asked().expected().verdict() != Verdict.REFUSED) {
            accepted(exchange.asked().request());
        }
    }

    private void accepted(HttpRequest request) {
        List<String> optional = operation.parameters().stream()
                .filter(parameter -> !parameter.required() && isGiven(parameter, request))
                .map(Reached::name)
                .toList();
        if (optional.size() == 1) {
            alone.addAll(optional);
        }
        for (Parameter parameter : operation.parameters()) {
            boolean there = isGiven(parameter, request);
            count(there ? given : leftOut, name(parameter));
            if (there) {
                kept.add("/" + parameter.in().keyword() + "/" + parameter.name());
            }
        }
        if (request.hasBody()) {
            kept.add("/body");
            if (request.contentType()
                    .filter(type -> type.syntax().equals("json"))
                    .isPresent()) {
                try {
                    keep(JSON.readTree(request.body()), "/body");
                } catch (IOException e) {
                    return; // what is no JSON was taken as something else, and reaches no member
                }
            }
        }
    }

    private void keep(JsonNode value, String place) {
        kept.add(place);
        value.properties()
                .forEach(member -> keep(
                        member.getValue(), place + "/" + io.platformapi.contract.source.Node.escape(member.getKey())));
        if (value.isArray()) {
            value.forEach(item -> keep(item, place + "/*"));
        }
    }

    private static boolean isGiven(Parameter parameter, HttpRequest request) {
        return switch (parameter.in()) {
            case PATH -> true;
            case HEADER -> request.headers().has(parameter.name());
            case COOKIE -> request.headers().text("Cookie").contains(parameter.name() + "=");
            case QUERYSTRING -> !request.query().isEmpty();
            case BODY, STATUS -> false;
            case QUERY -> names(parameter).anyMatch(name -> hasQuery(request, name));
        };
    }

    /** An object may be spelled by its members. */
    private static Stream<String> names(Parameter parameter) {
        return Stream.concat(
                Stream.of(parameter.name()),
                parameter.explode() ? parameter.schema().properties().keySet().stream() : Stream.of());
    }

    private static boolean hasQuery(HttpRequest request, String name) {
        return Stream.of(request.query().split("&"))
                .map(piece -> piece.replaceFirst("=.*", ""))
                .map(piece -> Percent.decoded(piece).orElse(piece))
                .anyMatch(piece -> piece.equals(name) || piece.startsWith(name + "["));
    }

    private static String name(Parameter parameter) {
        return parameter.in().keyword() + " " + parameter.name();
    }

    private static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** All that could be reached, with how often it was. */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        operation.responses().keySet().forEach(key -> points.add(point("statuses", key, statuses)));
        for (Parameter parameter : operation.parameters()) {
            points.add(point("parameters", name(parameter), given));
            if (!parameter.required() && parameter.in() != In.PATH) {
                points.add(new Point("alone", name(parameter), alone.contains(name(parameter)) ? 1 : 0));
                points.add(new Point(
                        "parameters", name(parameter) + " left out", leftOut.getOrDefault(name(parameter), 0)));
            }
        }
        rules.forEach(rule -> {
            String place = rule.place();
            points.add(new Point("rules", rule + " kept", isKept(place) ? 1 : 0));
            points.add(new Point("rules", rule + " broken", broken.getOrDefault(rule.toString(), 0)));
        });
        return points;
    }

    /** What is below a parameter has been sent with it. */
    private boolean isKept(String place) {
        return kept.contains(place)
                || !place.startsWith("/body") && kept.stream().anyMatch(known -> place.startsWith(known + "/"));
    }

    private static Point point(String kind, String what, Map<String, Integer> times) {
        return new Point(kind, what, times.getOrDefault(what, 0));
    }
}
