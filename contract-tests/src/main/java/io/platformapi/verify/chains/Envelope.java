package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What servers put around what they show, as in <code>{"data": {...}, "meta": {...}}</code>. */
final class Envelope {

    /** What stands beside a resource, and is none. */
    private static final Set<String> BESIDE = Set.of(
            "meta",
            "metadata",
            "links",
            "_links",
            "paging",
            "pagination",
            "errors",
            "warnings",
            "included",
            "requestid");

    /** What stands beside one that is called as in {@link #CONTENT}. */
    private static final Set<String> BESIDE_CONTENT =
            Set.of("status", "success", "ok", "code", "message", "version", "error", "page", "timestamp", "type");

    private static final Set<String> CONTENT =
            Set.of("data", "result", "payload", "response", "content", "body", "item", "resource", "record", "entity");

    private Envelope() {}

    /** The member that holds the resource; empty where there is nothing around it. */
    static Optional<String> member(JsonNode body) {
        List<String> objects = new ArrayList<>();
        List<String> others = new ArrayList<>();
        body.properties().stream()
                .filter(member -> !BESIDE.contains(plain(member)))
                .forEach(member -> {
                    boolean inside = member.getValue().isObject() && !BESIDE_CONTENT.contains(plain(member));
                    (inside ? objects : others).add(member.getKey());
                });
        if (objects.size() != 1) {
            return Optional.empty();
        }
        boolean usual = CONTENT.contains(objects.get(0).toLowerCase(Locale.ROOT));
        boolean alone =
                others.stream().allMatch(name -> usual && BESIDE_CONTENT.contains(name.toLowerCase(Locale.ROOT)));
        return alone ? Optional.of(objects.get(0)) : Optional.empty();
    }

    /** The only list around which there is more, the nearest of several; empty where that is not to be told. */
    static Optional<JsonNode> list(JsonNode body) {
        List<JsonNode> near = lists(body);
        if (near.size() == 1) {
            return Optional.of(near.get(0));
        }
        List<JsonNode> far = members(body).flatMap(each -> lists(each).stream()).toList();
        return near.isEmpty() && far.size() == 1 ? Optional.of(far.get(0)) : Optional.empty();
    }

    private static List<JsonNode> lists(JsonNode value) {
        return members(value).filter(JsonNode::isArray).toList();
    }

    private static Stream<JsonNode> members(JsonNode value) {
        return value.properties().stream()
                .filter(member -> !BESIDE.contains(plain(member)))
                .map(Map.Entry::getValue);
    }

    private static String plain(Map.Entry<String, JsonNode> member) {
        return member.getKey().toLowerCase(Locale.ROOT);
    }
}
