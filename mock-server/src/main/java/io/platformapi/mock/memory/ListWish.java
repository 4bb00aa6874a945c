package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Parameter;
import io.platformapi.mock.memory.State.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which things a request for a list wants, in which order, and which page of them. */
final class ListWish {

    private final Asking asking;
    private final Map<QueryPart, Parameter> parts = new EnumMap<>(QueryPart.class);

    ListWish(Asking asking) {
        this.asking = asking;
        for (Parameter parameter : asking.operation().parameters()) {
            parts.putIfAbsent(QueryPart.of(parameter, asking.holding()), parameter);
        }
    }

    /**
     * Some of a list.
     *
     * @param things what is shown
     * @param total how many there are on all pages
     * @param offset how many are before
     * @param size how many a page has; the total where there are no pages
     */
    record Page(List<Entry> things, int total, int offset, int size) {

        boolean hasNext() {
            return offset + things.size() < total;
        }

        int number() {
            return size == 0 ? 0 : offset / size;
        }
    }

    Optional<Parameter> parameter(QueryPart part) {
        return Optional.ofNullable(parts.get(part));
    }

    private JsonNode value(QueryPart part) {
        return parameter(part).map(this::value).orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    private JsonNode value(Parameter parameter) {
        JsonNode sent = asking.bound().value(parameter.in(), parameter.name());
        return sent.isMissingNode() ? parameter.schema().keyword("default") : sent;
    }

    /** The page of all of them that is asked for. */
    Page of(List<Entry> all) {
        List<Entry> wanted = sorted(all.stream().filter(this::isWanted).toList());
        int size = Math.max(0, value(QueryPart.SIZE).asInt(wanted.size()));
        int offset = Math.min(wanted.size(), offset(wanted, size));
        return new Page(wanted.subList(offset, Math.min(wanted.size(), offset + size)), wanted.size(), offset, size);
    }

    private int offset(List<Entry> wanted, int size) {
        String cursor = value(QueryPart.CURSOR).asText("");
        if (!cursor.isEmpty()) {
            return after(cursor, wanted);
        }
        JsonNode page = value(QueryPart.PAGE);
        if (!page.isMissingNode() && !page.isNull()) {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(0L, page.asLong() - firstPage()) * size);
        }
        return (int)
                Math.max(0, Math.min(Integer.MAX_VALUE, value(QueryPart.OFFSET).asLong()));
    }

    /** Behind the thing that the cursor names, or so far; a cursor that is none leads to the end. */
    private static int after(String cursor, List<Entry> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).address().key().equals(cursor)) {
                return i + 1;
            }
        }
        return cursor.matches("\\d{1,9}") ? Integer.parseInt(cursor) : wanted.size();
    }

    /** The number of the first page: 0 where the document lets it be. */
    int firstPage() {
        return parameter(QueryPart.PAGE)
                        .filter(page -> page.schema().keyword("minimum").asInt(1) == 0
                                        && page.schema().keyword("minimum").isNumber()
                                || page.schema().keyword("default").isNumber()
                                        && page.schema().keyword("default").asInt() == 0)
                        .isPresent()
                ? 0
                : 1;
    }

    private boolean isWanted(Entry entry) {
        return asking.operation().parameters().stream()
                .allMatch(parameter -> switch (QueryPart.of(parameter, asking.holding())) {
                    case FILTER -> matches(entry.value(), parameter);
                    case AT_LEAST -> isWithin(entry.value(), parameter, 1);
                    case AT_MOST -> isWithin(entry.value(), parameter, -1);
                    default -> true;
                });
    }

    /** Whether a member is what is asked for, or beyond it in a direction; one that there is not is not. */
    private boolean isWithin(JsonNode thing, Parameter parameter, int direction) {
        JsonNode asked = asking.bound().value(parameter.in(), parameter.name());
        JsonNode has =
                QueryPart.member(parameter, asking.holding()).map(thing::path).orElse(asked);
        return asked.isMissingNode()
                || asked.isNull()
                || has.isValueNode() && !has.isNull() && compare(has, asked) * direction >= 0;
    }

    private boolean matches(JsonNode thing, Parameter parameter) {
        JsonNode asked = asking.bound().value(parameter.in(), parameter.name());
        if (asked.isMissingNode() || asked.isNull()) {
            return true;
        }
        JsonNode has =
                QueryPart.member(parameter, asking.holding()).map(thing::path).orElse(asked);
        List<String> wanted = texts(asked);
        return texts(has).stream().anyMatch(wanted::contains);
    }

    private static List<String> texts(JsonNode value) {
        Stream<JsonNode> each = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        return each.map(one ->
                        one.isObject() ? one.path("name").asText(one.path("id").asText()) : one.asText())
                .toList();
    }

    private List<Entry> sorted(List<Entry> wanted) {
        Comparator<Entry> order = null;
        boolean down =
                value(QueryPart.DIRECTION).asText("").toLowerCase(Locale.ROOT).startsWith("desc");
        List<String> keys = new ArrayList<>();
        texts(value(QueryPart.SORT)).forEach(text -> keys.addAll(List.of(text.split(","))));
        for (String key : keys) {
            Optional<Comparator<Entry>> next = order(key.strip(), down);
            if (next.isPresent()) {
                order = order == null ? next.get() : order.thenComparing(next.get());
            }
        }
        return order == null ? wanted : wanted.stream().sorted(order).toList();
    }

    private Optional<Comparator<Entry>> order(String key, boolean down) {
        boolean reversed = key.startsWith("-") || key.matches("(?i).*[:. ]desc");
        String name = key.replaceFirst("^[-+]", "").replaceFirst("(?i)[:. ](asc|desc)$", "");
        Comparator<Entry> up = Comparator.comparing(
                entry -> ThingMembers.names(asking.holding().schema()).stream()
                        .filter(member -> Words.same(member, name))
                        .findFirst()
                        .map(entry.value()::path)
                        .orElse(entry.value().path(name)),
                ListWish::compare);
        boolean known =
                ThingMembers.names(asking.holding().schema()).stream().anyMatch(member -> Words.same(member, name));
        return known ? Optional.of(reversed || down ? up.reversed() : up) : Optional.empty();
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.asText("").compareTo(other.asText(""));
    }
}
