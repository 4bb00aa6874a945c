package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.chains.Likeness.Difference;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private static void look(Scene scene, Resource resource, Exchange read, ListPages.Whole whole) {
        List<JsonNode> found =
                whole.items().stream().filter(item -> scene.is(resource, item)).toList();
        boolean named = whole.items().stream()
                .allMatch(item -> scene.identity().of(item).isPresent());
        if (found.isEmpty() && named) {
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
    static void compare(Scene scene, JsonNode item, Exchange read, Exchange list) {
        JsonNode shown = Identity.resource(scene.shown(read));
        Optional<Difference> difference = Likeness.ofKept().common(item, shown);
        difference.ifPresent(found -> scene.blame(
                CheckId.CREATED_IS_LISTED,
                list,
                "The list shows another value than the resource itself: " + found.pointer() + ".",
                found.received() + ", as " + read.asked().subject() + " has it",
                found.expected()));
    }
}
