package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.schema.Schema;
import io.platformapi.mock.memory.Recollection.Filled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts things into the bodies that a document has for them, so that each body is one that its schema takes. */
final class ThingBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Holding holding;

    ThingBodies(Holding holding) {
        this.holding = holding;
    }

    /** A body with one thing; empty where the document's body is none of it. */
    Optional<Filled> one(Content content, JsonNode thing) {
        return Inlay.thing(content.schema(), holding.noun(), holding.schema())
                .map(inlay -> Fit.of(inlay.schema(), thing)
                        .map(fit -> whole(content, inlay, fit.value(), notices(fit)))
                        .orElseGet(this::unfit));
    }

    private List<String> notices(Fit fit) {
        return fit.changed().isEmpty()
                ? List.of()
                : List.of("made up, because the document does not take what was remembered: "
                        + String.join(
                                ", ",
                                fit.changed().stream()
                                        .map(place -> place.isEmpty() ? "the whole" : place)
                                        .toList()));
    }

    private Filled unfit() {
        return new Filled(
                MissingNode.getInstance(),
                List.of("the document's example, because its schema does not take what was remembered"));
    }

    /** A body with a page of things; empty where the document's body has no list of them. */
    Optional<Filled> page(Content content, ListWish wish, ListWish.Page page) {
        return Inlay.list(content.schema(), holding.noun(), Optional.of(holding.schema()))
                .map(inlay -> page(content, inlay, wish, page));
    }

    private Filled page(Content content, Inlay inlay, ListWish wish, ListWish.Page page) {
        ArrayNode list = JSON.arrayNode();
        List<String> notices = new ArrayList<>();
        Schema item = inlay.item();
        page.things()
                .forEach(entry -> Fit.of(item, entry.value())
                        .ifPresentOrElse(
                                fit -> {
                                    list.add(fit.value());
                                    notices.addAll(notices(fit));
                                },
                                () -> notices.add("left out, because the document does not take it: one of the list")));
        Filled whole = whole(content, inlay, list, notices);
        return inlay.path().isEmpty() || !whole.value().isObject()
                ? whole
                : new PageMembers(wish, page).told(content, inlay, whole);
    }

    /** The body around a value: as the document shows it, else made up. */
    private Filled whole(Content content, Inlay inlay, JsonNode inner, List<String> notices) {
        JsonNode around = inlay.path().isEmpty() ? inner : set(around(content), inlay.path(), inner);
        JsonNode sent = OneWay.WRITE_ONLY.without(content.schema(), around);
        if (OneWay.WRITE_ONLY.faults(content.schema(), sent).isEmpty()) {
            return new Filled(sent, notices.stream().distinct().toList());
        }
        return Fit.of(content.schema(), sent)
                .map(fit -> {
                    List<String> more = new ArrayList<>(notices);
                    more.addAll(notices(fit));
                    return new Filled(fit.value(), more.stream().distinct().toList());
                })
                .orElseGet(this::unfit);
    }

    private static JsonNode around(Content content) {
        return content.examples().values().stream()
                .map(Example::value)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseGet(() -> Fit.sample(content.schema()));
    }

    private static JsonNode set(JsonNode around, List<String> path, JsonNode inner) {
        ObjectNode body = around.isObject() ? around.deepCopy() : JSON.objectNode();
        ObjectNode owner = body;
        for (String name : path.subList(0, path.size() - 1)) {
            owner = owner.path(name) instanceof ObjectNode next ? next : owner.putObject(name);
        }
        owner.set(path.get(path.size() - 1), inner);
        return body;
    }

    /** The document's own body, mended where it breaks its own schema; empty where nothing has to be done. */
    static Optional<Filled> documented(Content content) {
        return content.examples().values().stream()
                .map(Example::value)
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .filter(value -> !OneWay.WRITE_ONLY
                        .faults(content.schema(), OneWay.WRITE_ONLY.without(content.schema(), value))
                        .isEmpty())
                .flatMap(value -> Fit.of(content.schema(), value))
                .map(fit ->
                        new Filled(fit.value(), List.of("the document's example, mended: it breaks its own schema")));
    }
}
