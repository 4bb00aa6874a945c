package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What one client made is neither shown to another nor changed by it, where the user names another client.
 *
 * <p>What counts is what becomes of the resource, and not the status: the other may have one of its own by the same
 * name. Some resources are everybody's, such as a catalogue: {@link Doors} tells them from those that are not.
 */
final class OthersAreKeptOut implements Relation {

    private static final int UNAUTHORIZED = 401;
    private static final Set<Integer> REFUSALS = Set.of(403, 404, 410);

    /** Values that nothing else is changed to. */
    private static final int SEED = 7001;

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<UnaryOperator<HttpRequest>> other = scene.world().cases().other();
        if (other.isEmpty() || scene.first().sent().isMissingNode()) {
            return;
        }
        Optional<Resource> made = scene.world().made(scene.family());
        JsonNode own = made.isEmpty() ? null : scene.state(made.get());
        if (own == null || own.isMissingNode()) {
            scene.leave("whether another client is kept out of it: it is not shown by itself");
            return;
        }
        Optional<Exchange> read = scene.ask(Act.READ, made.get().id(), 1, other.get());
        if (read.filter(one -> one.answer().status() == UNAUTHORIZED).isPresent()) {
            scene.leave("the other client is not let in");
            return;
        }
        Doors doors = scene.doors();
        read.ifPresent(one -> doors.read(
                failure(scene, one, "A client is shown what another one made."),
                Scene.succeeded(one) && isOf(scene, one, own),
                Scene.succeeded(one) || isRefused(one)));
        listed(scene, made.get(), own, other.get(), doors);
        for (Act role : List.of(Act.CHANGE, Act.REPLACE, Act.REMOVE)) {
            changed(scene, made.get(), role, other.get(), doors);
        }
        doors.breaches().forEach(scene::blame);
    }

    private static boolean isOf(Scene scene, Exchange read, JsonNode own) {
        return Identity.resource(scene.shown(read)).equals(Identity.resource(own));
    }

    private static boolean isRefused(Exchange exchange) {
        return REFUSALS.contains(exchange.answer().status());
    }

    private static void listed(
            Scene scene, Resource made, JsonNode state, UnaryOperator<HttpRequest> other, Doors doors)
            throws IOException {
        JsonNode own = Identity.resource(state);
        Optional<Exchange> list = scene.list(request -> other.apply(ListPages.most(scene, request)));
        if (list.isPresent()) {
            boolean there = isListed(scene, list, made, own);
            boolean told = there || isListed(scene, scene.list(request -> ListPages.most(scene, request)), made, own);
            doors.read(
                    failure(scene, list.get(), "A client is listed what another one made."),
                    there,
                    told && Scene.succeeded(list.get()) || isRefused(list.get()));
        }
    }

    private static boolean isListed(Scene scene, Optional<Exchange> list, Resource made, JsonNode own) {
        return list.filter(Scene::succeeded).stream()
                .flatMap(one -> ListedItems.of(scene.shown(one)).stream())
                .anyMatch(item -> scene.is(made, item) && isPartOf(item, own));
    }

    /** A list may show less of each item. */
    private static boolean isPartOf(JsonNode item, JsonNode own) {
        return item.properties().stream()
                .allMatch(
                        member -> !own.has(member.getKey()) || member.getValue().equals(own.get(member.getKey())));
    }

    private static void changed(Scene scene, Resource made, Act role, UnaryOperator<HttpRequest> other, Doors doors)
            throws IOException {
        JsonNode before = stable(scene.state(made));
        Optional<Exchange> asked = before.isMissingNode() ? Optional.empty() : scene.ask(role, made.id(), SEED, other);
        if (asked.isPresent()) {
            boolean succeeded = Scene.succeeded(asked.get());
            String what = role == Act.REMOVE ? "removes" : "changes";
            doors.write(
                    failure(scene, asked.get(), "A client " + what + " what another one made."),
                    succeeded && !stable(scene.state(made)).equals(before),
                    succeeded || isRefused(asked.get()));
        }
    }

    private static Failure failure(Scene scene, Exchange exchange, String cause) {
        return scene.failure(
                CheckId.OTHERS_KEPT_OUT,
                exchange,
                cause,
                "a refusal of the other client, such as 403 or 404",
                "status " + exchange.answer().status());
    }

    private static JsonNode stable(JsonNode shown) {
        return Likeness.ofKept().without(shown);
    }
}
