package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.chains.Likeness.Difference;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an action such as {@code POST /orders/{orderId}/payment} answers of its resource is what is read of it then, and
 * listed; and what is read then, in a state that nothing but the action leads to, is as documented.
 *
 * <p>Each action has a resource of its own. One that is refused for the state of a new resource is asked again after
 * each of those that were done.
 */
final class ActionsAreShown implements Relation {

    private static final int MOST_RESOURCES = 16;
    private static final int ACCEPTED = 202;

    @Override
    public void follow(Scene scene) throws IOException {
        List<Operation> actions = scene.can(Act.READ) ? scene.world().actions(scene.family()) : List.of();
        List<Operation> done = new ArrayList<>();
        int resources = 0;
        for (Operation action : actions) {
            if (resources++ < MOST_RESOURCES && isDone(scene, List.of(action))) {
                done.add(action);
            }
        }
        for (Operation action : actions) {
            for (Operation before : done.contains(action) ? List.<Operation>of() : done) {
                if (resources++ >= MOST_RESOURCES || isDone(scene, List.of(before, action))) {
                    break;
                }
            }
        }
    }

    /** Whether a new resource went through all of some actions; what is shown after the last one is compared. */
    private static boolean isDone(Scene scene, List<Operation> actions) throws IOException {
        Optional<Resource> made = scene.world().made(scene.family());
        Optional<Exchange> acted = Optional.empty();
        if (made.isPresent()) {
            scene.read(made.get()); // that it was read may be shown of it
        }
        JsonNode neighbour = neighbour(scene);
        for (Operation action : actions) {
            acted = made.isEmpty() ? Optional.empty() : scene.askBelow(action, made.get());
            if (acted.filter(one -> one.isAnsweredWith(2)).isEmpty()) {
                return false;
            }
        }
        if (acted.isPresent() && acted.get().answer().status() != ACCEPTED) {
            compare(scene, made.orElseThrow(), acted.get());
        }
        if (acted.isPresent()
                && !Lasting.isKept(neighbour, neighbour(scene), Lasting.of(scene, scene.state(made.orElseThrow())))) {
            scene.blame(
                    CheckId.REST_IS_KEPT,
                    acted.get(),
                    "An action has changed another resource, too.",
                    scene.second().orElseThrow().id() + " as it was",
                    "otherwise");
        }
        return acted.isPresent();
    }

    private static JsonNode neighbour(Scene scene) throws IOException {
        return scene.second().isPresent()
                ? Lasting.of(scene, scene.state(scene.second().get()))
                : MissingNode.getInstance();
    }

    private static void compare(Scene scene, Resource resource, Exchange acted) throws IOException {
        Optional<Exchange> read = scene.read(resource).filter(Scene::succeeded);
        if (read.isEmpty()) {
            return; // an action may remove its resource
        }
        JsonNode told = Identity.resource(scene.shown(acted));
        JsonNode shown = Identity.resource(scene.shown(read.get()));
        Optional<Difference> difference = scene.is(resource, told)
                ? Likeness.ofKept().common(Likeness.ofRead().without(told), shown)
                : Optional.empty();
        difference.ifPresent(found -> scene.blame(
                CheckId.CHANGE_IS_KEPT,
                read.get(),
                "What is read after an action is not what the action answered: " + found.pointer() + ".",
                found.expected() + ", as " + acted.asked().subject() + " answered",
                found.received()));
        Optional<Exchange> list = scene.list(request -> ListPages.most(scene, request));
        Optional<JsonNode> listed = list.filter(Scene::succeeded).stream()
                .flatMap(one -> ListedItems.of(scene.shown(one)).stream())
                .filter(item -> scene.is(resource, item))
                .findFirst();
        if (listed.isPresent()) {
            CreatedIsListed.compare(scene, listed.get(), read.get(), list.get());
        }
    }
}
