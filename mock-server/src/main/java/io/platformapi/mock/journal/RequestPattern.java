package io.platformapi.mock.journal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.source.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which requests somebody means.
 *
 * @param operation the id of their operation; empty for any
 * @param status what they were answered with; empty for anything
 * @param validity whether they keep the document; empty for both
 * @param body values of the JSON body, by JSON pointer
 * @param query values of the query, by name
 * @param direction who sent them; empty for anybody
 */
public record RequestPattern(
        Optional<String> operation,
        Optional<Integer> status,
        Optional<Validity> validity,
        Map<JsonPointer, JsonNode> body,
        Map<String, String> query,
        Optional<Direction> direction) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 100;

    /** The same of those that somebody sent. */
    public RequestPattern of(Direction sender) {
        return new RequestPattern(operation, status, validity, body, query, Optional.of(sender));
    }

    /** Whether an entry is meant but for what nobody knows: its body was not looked at. */
    public boolean mayMean(JournalEntry entry) {
        boolean asked = !body.isEmpty()
                || validity.filter(wanted -> wanted != Validity.UNDECIDED).isPresent();
        RequestPattern ofHead = new RequestPattern(operation, status, Optional.empty(), Map.of(), query, direction);
        return asked
                && entry.validity() == Validity.UNDECIDED
                && ofHead.misses(entry).isEmpty();
    }

    /** Why an entry is not meant, each reason as a phrase; none if it is. */
    public List<String> misses(JournalEntry entry) {
        List<String> misses = new ArrayList<>();
        operation
                .filter(id -> !entry.operation().equals(Optional.of(id)))
                .ifPresent(id -> misses.add(
                        entry.operation().map(other -> "it asks for " + other).orElse("no operation has its path")
                                + ", not for " + id));
        direction
                .filter(wanted -> wanted != entry.direction())
                .ifPresent(wanted ->
                        misses.add("it was " + entry.direction().name().toLowerCase(Locale.ROOT)));
        status.filter(number -> entry.response().status() != number)
                .ifPresent(number ->
                        misses.add("it was answered " + entry.response().status() + ", not " + number));
        validity.filter(wanted -> wanted != entry.validity())
                .ifPresent(
                        wanted -> misses.add("it is " + entry.validity().name().toLowerCase(Locale.ROOT)));
        JsonNode sent = body.isEmpty() ? MissingNode.getInstance() : json(entry.request());
        body.forEach((pointer, wanted) -> compare("body " + pointer, sent.at(pointer), wanted, misses));
        Query asked = Query.of(entry.request().query());
        query.forEach((name, wanted) -> compare("query " + name, asked, name, wanted, misses));
        return misses;
    }

    private static JsonNode json(HttpRequest request) {
        try {
            JsonNode read = JSON.readTree(request.body());
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static void compare(String place, JsonNode sent, JsonNode wanted, List<String> misses) {
        if (!sent.equals(wanted)) {
            misses.add(place + " is " + (sent.isMissingNode() ? "not there" : shown(sent)) + ", not " + shown(wanted));
        }
    }

    private static void compare(String place, Query asked, String name, String wanted, List<String> misses) {
        List<String> values = asked.named(name).stream().map(Query.Pair::value).toList();
        if (!values.contains(wanted)) {
            String sent = values.isEmpty() ? "not there" : Excerpt.of(String.join(", ", values), LONGEST);
            misses.add(place + " is " + sent + ", not " + wanted);
        }
    }

    private static String shown(JsonNode value) {
        return Excerpt.of(value.toString(), LONGEST);
    }
}
