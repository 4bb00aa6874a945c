package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one client made is neither shown to another nor changed by it, where the user names another client.
 *
 * <p>What counts is what becomes of the resource, and not the status: the other may have one of its own by the same
 * name.
 */
final class OthersAreKeptOut implements Relation {

    private static final int UNAUTHORIZED = 401;

    /** Values that nothing else is changed to. */
    private static final int SEED = 7001;

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<UnaryOperator<HttpRequest>> other = scene.world().cases().other();
        if (other.isEmpty() || scene.first().sent().isMissingNode()) {
            return;
        }
        JsonNode own = scene.state(scene.first());
        if (own.isMissingNode()) {
            return;
        }
        Optional<Exchange> read = scene.ask(Act.READ, scene.first().id(), 1, other.get());
        if (read.filter(one -> one.answer().status() == UNAUTHORIZED).isPresent()) {
            scene.leave("the other client is not let in");
            return;
        }
        if (read.filter(Scene::succeeded).filter(one -> isOf(scene, one, own)).isPresent()) {
            blame(scene, read.get(), "A client is shown what another one made.");
        }
        listed(scene, own, other.get());
        for (Act role : List.of(Act.CHANGE, Act.REPLACE, Act.REMOVE)) {
            if (changed(scene, role, other.get())) {
                return;
            }
        }
    }

    private static boolean isOf(Scene scene, Exchange read, JsonNode own) {
        return Identity.resource(scene.shown(read)).equals(Identity.resource(own));
    }

    private static void listed(Scene scene, JsonNode state, UnaryOperator<HttpRequest> other) throws IOException {
        JsonNode own = Identity.resource(state);
        Optional<Exchange> list = scene.list(other);
        boolean there = list.filter(Scene::succeeded).stream()
                .flatMap(one -> ListedItems.of(scene.shown(one)).stream())
                .anyMatch(item -> scene.isFirst(item) && isPartOf(item, own));
        if (there) {
            blame(scene, list.orElseThrow(), "A client is listed what another one made.");
        }
    }

    /** A list may show less of each item. */
    private static boolean isPartOf(JsonNode item, JsonNode own) {
        return item.properties().stream()
                .allMatch(
                        member -> !own.has(member.getKey()) || member.getValue().equals(own.get(member.getKey())));
    }

    private static boolean changed(Scene scene, Act role, UnaryOperator<HttpRequest> other) throws IOException {
        JsonNode before = stable(scene.state(scene.first()));
        Optional<Exchange> asked = before.isMissingNode()
                ? Optional.empty()
                : scene.ask(role, scene.first().id(), SEED, other);
        boolean changed = asked.filter(Scene::succeeded).isPresent()
                && !stable(scene.state(scene.first())).equals(before);
        if (changed) {
            String what = role == Act.REMOVE ? "removes" : "changes";
            blame(scene, asked.orElseThrow(), "A client " + what + " what another one made.");
        }
        return changed;
    }

    private static JsonNode stable(JsonNode shown) {
        return Likeness.ofKept().without(shown);
    }

    private static void blame(Scene scene, Exchange exchange, String cause) {
        scene.blame(
                CheckId.OTHERS_KEPT_OUT,
                exchange,
                cause,
                "a refusal of the other client, such as 403 or 404",
                "status " + exchange.answer().status());
    }
}
