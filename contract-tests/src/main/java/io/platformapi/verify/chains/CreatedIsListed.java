package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.chains.Likeness.Difference;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is there is listed, once, as it is shown by itself. */
final class CreatedIsListed implements Relation {

    @Override
    public void follow(Scene scene) throws IOException {
        List<Resource> resources = new ArrayList<>(scene.resources());
        if (scene.can(Act.CREATE) && scene.can(Act.LIST)) {
            scene.world().made(scene.family()).ifPresent(resources::add); // lists are cut at their end
        }
        Optional<ListPages.Whole> whole = ListPages.whole(scene);
        if (whole.isPresent()) {
            for (Resource resource : resources) {
                Optional<Exchange> read = scene.can(Act.READ) ? scene.read(resource) : Optional.empty();
                if (read.filter(Scene::succeeded).isPresent()) {
                    look(scene, resource, read.get(), whole.get());
                }
            }
        }
    }

    /** A list that nothing is asked of may be filtered all the same, where the document says by what. */
    private static boolean isFiltered(Scene scene, Exchange read) {
        List<JsonNode> shown = List.of(Identity.resource(scene.shown(read)));
        return scene.family().operation(Act.LIST).stream()
                .flatMap(list -> list.parameters().stream())
                .anyMatch(parameter -> !ListPages.isOne(parameter)
                        && !parameter.schema().keyword("default").isMissingNode()
                        && Filter.of(parameter, shown).isPresent());
    }

    /** A list may be of an index that follows a little later. */
    private static boolean isListedLater(Scene scene, Resource resource) throws IOException {
        return Awaiting.later(() -> ListPages.whole(scene).stream()
                .flatMap(whole -> whole.items().stream())
                .anyMatch(item -> scene.is(resource, item)));
    }

    private static void look(Scene scene, Resource resource, Exchange read, ListPages.Whole whole) throws IOException {
        List<JsonNode> found =
                whole.items().stream().filter(item -> scene.is(resource, item)).toList();
        boolean named = whole.items().stream()
                .allMatch(item -> scene.identity().of(item).isPresent());
        if (found.isEmpty() && named && !isFiltered(scene, read) && !isListedLater(scene, resource)) {
            scene.blame(
                    CheckId.CREATED_IS_LISTED,
                    whole.last(),
                    "What is there is not listed.",
                    resource.id() + " among the items",
                    whole.items().size() + " others");
        } else if (found.size() > 1) {
            scene.blame(
                    CheckId.CREATED_IS_LISTED,
                    whole.last(),
                    "One resource is listed more than once.",
                    resource.id() + " once",
                    found.size() + " times");
        } else if (found.size() == 1) {
            compare(scene, found.get(0), read, whole.last());
        }
    }

    /** Blames a list that shows a resource otherwise than it is read. */
    static void compare(Scene scene, JsonNode item, Exchange read, Exchange list) throws IOException {
        Optional<Difference> difference = difference(scene, item, read);
        if (difference.isPresent() && isMended(scene, item, read, list)) {
            return;
        }
        difference.ifPresent(found -> scene.blame(
                CheckId.CREATED_IS_LISTED,
                list,
                "The list shows another value than the resource itself: " + found.pointer() + ".",
                found.received() + ", as " + read.asked().subject() + " has it",
                found.expected()));
    }

    private static Optional<Difference> difference(Scene scene, JsonNode item, Exchange read) {
        JsonNode shown = Identity.resource(scene.shown(read));
        return Likeness.ofKept().common(withoutExcerpts(scene, item, shown), shown);
    }

    /** A list may show the beginning of a text that no client writes. */
    private static JsonNode withoutExcerpts(Scene scene, JsonNode item, JsonNode shown) {
        Set<String> writable = Lasting.writable(scene, Act.CREATE, Act.REPLACE, Act.CHANGE);
        ObjectNode left = JsonNodeFactory.instance.objectNode();
        item.properties().stream()
                .filter(member -> writable.contains(member.getKey()) || !Likeness.moves(member.getKey()))
                .filter(member -> writable.contains(member.getKey())
                        || !member.getValue().isTextual()
                        || !isExcerpt(
                                member.getValue().asText(),
                                shown.path(member.getKey()).asText()))
                .forEach(member -> left.set(member.getKey(), member.getValue()));
        return left;
    }

    private static boolean isExcerpt(String text, String whole) {
        return !text.isBlank() && whole.startsWith(text.replaceFirst("\\s*(…|\\.{3})$", ""));
    }

    /** Whether both are the same when asked once more: to read may have changed it, or the list follows later. */
    private static boolean isMended(Scene scene, JsonNode item, Exchange read, Exchange list) throws IOException {
        Optional<String> id = scene.identity().of(item);
        return Awaiting.later(() -> {
            Optional<Exchange> again = scene.again(read).filter(Scene::succeeded);
            Optional<JsonNode> found = scene.again(list).filter(Scene::succeeded).stream()
                    .flatMap(one -> ListedItems.of(scene.shown(one)).stream())
                    .filter(other -> scene.identity().of(other).equals(id))
                    .findFirst();
            return again.isPresent()
                    && found.isPresent()
                    && difference(scene, found.get(), again.get()).isEmpty();
        });
    }
}
