package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The making of one value: remembers where it is, so that schemas that come back to themselves come to an end.
 *
 * <p>A schema that is being worked on already gets the flattest value there is.
 */
final class Sampling {

    /** Which members an object gets. */
    enum Members {
        ALL,
        REQUIRED,
        /** The required ones, of the branches that end soonest. */
        FLATTEST
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 100;

    private final Whim whim;
    private final OneWay absent;
    private final int most;
    private final Depths depths;
    private final Deque<JsonNode> path = new ArrayDeque<>();
    private int parts;

    Sampling(Whim whim, OneWay absent, int most, Schema root) {
        this.whim = whim;
        this.absent = absent;
        this.most = most;
        this.depths = Depths.of(root);
    }

    Whim whim() {
        return whim;
    }

    OneWay absent() {
        return absent;
    }

    /** The value that all schemas of a place accept; an empty one where no finite one is. */
    JsonNode value(List<Schema> place, Members wanted) {
        if (++parts > most) {
            throw SchemaTooComplex.parts(most);
        }
        JsonNode documented = new Documented(place, absent).value(whim);
        if (!documented.isMissingNode()) {
            return documented;
        }
        Members members = isOpen(place) ? Members.FLATTEST : wanted;
        if (members == Members.FLATTEST && place.stream().allMatch(Schema::nullable) && !place.isEmpty()) {
            return JSON.nullNode();
        }
        boolean endless = members == Members.FLATTEST && place.stream().anyMatch(depths::isEndless);
        return endless || path.size() > DEEPEST ? empty(place) : made(place, members);
    }

    /** Whether one of the schemas is being worked on, by itself or as all that it may be. */
    boolean isOpen(List<Schema> place) {
        return place.stream().anyMatch(schema -> {
            List<Schema> variants =
                    schema.variants().stream().filter(Sampling::isMore).toList();
            return isOnPath(schema) || !variants.isEmpty() && variants.stream().allMatch(this::isOnPath);
        });
    }

    private boolean isOnPath(Schema schema) {
        JsonNode node = schema.node().json();
        return path.stream().anyMatch(open -> open == node);
    }

    /** Variants that only say which members are required, or that a value is null, make no value. */
    private static boolean isMore(Schema variant) {
        JsonNode written = variant.node().json();
        boolean onlyRequired = written.size() == 1 && written.has("required");
        return !onlyRequired && !isOnlyNull(variant);
    }

    private static boolean isOnlyNull(Schema schema) {
        return schema.types().equals(Set.of(Type.NULL));
    }

    private static JsonNode empty(List<Schema> place) {
        List<Type> types = new Demands(place, branches -> Optional.empty()).types();
        return types.contains(Type.OBJECT)
                ? JSON.objectNode()
                : types.contains(Type.ARRAY) ? JSON.arrayNode() : JSON.nullNode();
    }

    /** The first value of exactly one branch of each {@code oneOf}: each is tried, at last without optional members. */
    private JsonNode made(List<Schema> place, Members members) {
        Demands demands = demands(place, 0, members);
        JsonNode value = value(place, demands, members);
        int turns = demands.hasOneOf() && members != Members.FLATTEST ? 2 * demands.widest() : 0;
        for (int turn = 1; turn < turns && parts < most / 2 && isOff(place, value); turn++) {
            Members fewer = turn < demands.widest() ? members : Members.REQUIRED;
            JsonNode other = value(place, demands(place, turn, fewer), fewer);
            value = isOff(place, other) ? value : other;
        }
        return value;
    }

    /** Whether something is wrong with a value that another branch may cure. */
    private boolean isOff(List<Schema> place, JsonNode value) {
        return place.stream()
                .flatMap(schema -> absent.faults(schema, value).stream())
                .anyMatch(fault -> fault.pointer().lastIndexOf('/') <= 0);
    }

    private Demands demands(List<Schema> place, int turn, Members members) {
        return new Demands(
                place,
                branches -> members == Members.FLATTEST
                        ? branches.stream().min(Comparator.comparingInt(depths::least))
                        : branch(branches, turn));
    }

    private Optional<Schema> branch(List<Schema> branches, int turn) {
        List<Schema> free = branches.stream()
                .filter(branch -> !isOnPath(branch) && !isOnlyNull(branch))
                .sorted(Comparator.comparing(depths::isEndless))
                .toList();
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of(free.get((whim.index(free.size()) + turn) % free.size()));
    }

    private JsonNode value(List<Schema> place, Demands demands, Members members) {
        demands.roots().forEach(schema -> path.push(schema.node().json()));
        try {
            List<JsonNode> shown = demands.roots().stream()
                    .filter(root -> !place.contains(root))
                    .map(branch -> new Documented(List.of(branch), absent).value(whim))
                    .filter(value -> !value.isMissingNode())
                    .toList();
            JsonNode value =
                    shown.stream().filter(one -> !one.isObject()).findFirst().orElseGet(() -> ofType(demands, members));
            if (value instanceof ObjectNode object) {
                shown.forEach(one -> object.setAll((ObjectNode) one));
            }
            return value;
        } finally {
            demands.roots().forEach(schema -> path.pop());
        }
    }

    private JsonNode ofType(Demands demands, Members members) {
        List<Type> types = demands.types();
        List<Type> more = types.size() > 1
                ? types.stream().filter(type -> type != Type.NULL).toList()
                : types;
        Type any = absent == OneWay.READ_ONLY ? Type.STRING : Type.NULL;
        Type type = more.isEmpty() ? any : more.get(whim.spares() ? whim.index(more.size()) : 0);
        return switch (type) {
            case OBJECT -> new ObjectSample(this, demands, members).object();
            case ARRAY -> new ArraySample(this, demands, members).array();
            case STRING ->
                described(demands, members)
                        .orElseGet(() -> JSON.textNode(new TextSample(demands, whim, absent).text()));
            case INTEGER, NUMBER -> new NumberSample(demands, type, whim).number();
            case BOOLEAN -> JSON.booleanNode(whim.index(2) == 0);
            case NULL -> JSON.nullNode();
        };
    }

    /** A text that is JSON, with a value of the schema that the text's own tells of what is in it. */
    private Optional<JsonNode> described(Demands demands, Members members) {
        boolean json = demands.texts("contentEncoding").isEmpty()
                && demands.texts("contentMediaType").stream()
                        .flatMap(type -> MediaType.parse(type).stream())
                        .anyMatch(type -> type.syntax().equals("json"));
        if (!json) {
            return Optional.empty();
        }
        List<Schema> content = demands.below("contentSchema");
        JsonNode value = content.isEmpty() ? JSON.objectNode() : value(content, members);
        return Optional.<JsonNode>of(JSON.textNode(value.toString())).filter(demands::accepts);
    }
}
