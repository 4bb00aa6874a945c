package io.platformapi.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Query;
import io.platformapi.mock.journal.Direction;
import io.platformapi.mock.journal.RequestPattern;
import io.platformapi.mock.journal.Validity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Arguments of the administration, which its document has checked, as what they stand for. */
final class Arguments {

    private static final int ALL = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,16}");

    private Arguments() {}

    /** A fault of a list. */
    record Fault(MisbehaviourRule.Terms terms, Misbehaviour misbehaviour) {}

    /** Which requests are meant. */
    static RequestPattern pattern(JsonNode asked) {
        Map<JsonPointer, JsonNode> body = new HashMap<>();
        asked.path("body").properties().forEach(each -> body.put(JsonPointer.compile(each.getKey()), each.getValue()));
        Map<String, String> query = new HashMap<>();
        asked.path("query")
                .properties()
                .forEach(each -> query.put(each.getKey(), each.getValue().asText()));
        return new RequestPattern(
                text(asked, "operation"),
                number(asked, "status"),
                text(asked, "outcome").map(name -> Validity.valueOf(name.toUpperCase(Locale.ROOT))),
                body,
                query,
                text(asked, "direction").map(name -> Direction.valueOf(name.toUpperCase(Locale.ROOT))));
    }

    /** Which requests a test expects: received ones, where nothing else is said. */
    static RequestPattern expected(JsonNode asked) {
        RequestPattern wanted = pattern(asked);
        return wanted.direction().isPresent() ? wanted : wanted.of(Direction.RECEIVED);
    }

    /**
     * After which number a stream begins: that of the query, else that which its reader has heard last. What is no
     * number has been refused, or stands for none.
     */
    static long after(HttpRequest request) {
        return Stream.concat(
                        Query.of(request.query()).named("after").stream().map(Query.Pair::value),
                        request.headers().first("Last-Event-ID").stream())
                .filter(text -> NUMBER.matcher(text).matches())
                .findFirst()
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** How often they are expected: once at least, where nothing is said. */
    static ExpectedRequests.Count count(JsonNode asked) {
        Optional<Integer> times = number(asked, "times");
        Optional<Integer> most = times.or(() -> number(asked, "atMost"));
        int least = times.or(() -> number(asked, "atLeast")).orElse(most.isPresent() ? 0 : 1);
        return new ExpectedRequests.Count(least, most.orElse(Integer.MAX_VALUE));
    }

    /** What is to be answered. */
    static Preference preference(JsonNode asked) {
        return new Preference(
                number(asked, "code"),
                text(asked, "example"),
                asked.path("dynamic").asBoolean(),
                Optional.empty());
    }

    /** How answers are to be spoilt. */
    static List<Fault> faults(JsonNode asked) {
        List<Fault> faults = new ArrayList<>();
        asked.forEach(each -> faults.add(new Fault(terms(each), misbehaviour(each))));
        return faults;
    }

    private static MisbehaviourRule.Terms terms(JsonNode fault) {
        return new MisbehaviourRule.Terms(
                text(fault, "operation"),
                fault.path("percent").asInt(ALL),
                fault.path("every").asInt(1),
                fault.path("times").asInt());
    }

    private static Misbehaviour misbehaviour(JsonNode fault) {
        return text(fault, "answer")
                .flatMap(Misbehaviour::named)
                .orElse(Misbehaviour.NONE)
                .with(number(fault, "status"), text(fault, "delay").flatMap(Delay::of), text(fault, "type"));
    }

    private static Optional<String> text(JsonNode object, String name) {
        return object.hasNonNull(name) ? Optional.of(object.path(name).asText()) : Optional.empty();
    }

    private static Optional<Integer> number(JsonNode object, String name) {
        return object.hasNonNull(name) ? Optional.of(object.path(name).asInt()) : Optional.empty();
    }
}
