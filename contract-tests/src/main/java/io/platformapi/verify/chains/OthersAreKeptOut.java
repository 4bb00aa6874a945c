package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import java.io.IOException;
import java.util.Arrays;
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
        new Trial(scene, scene.as(other.get()), made.get(), scene.doors()).held(own);
    }

    /** What both clients are answered of one resource. */
    private record Trial(Scene owner, Scene stranger, Resource made, Doors doors) {

        void held(JsonNode own) throws IOException {
            Optional<Exchange> read = stranger.read(made);
            if (read.filter(one -> one.answer().status() == UNAUTHORIZED).isPresent()) {
                owner.leave("the other client is not let in");
                return;
            }
            read.ifPresent(one -> doors.read(
                    failure(one, "A client is shown what another one made."),
                    Scene.succeeded(one) && isShownIn(Lasting.of(owner, stranger.shown(one)), Lasting.of(owner, own)),
                    Scene.succeeded(one) || isRefused(one)));
            above();
            listed(Identity.resource(own));
            for (Operation view : owner.world().views(owner.family())) {
                viewed(view);
            }
            for (Act role : List.of(Act.CHANGE, Act.REPLACE)) {
                changed(role);
            }
            for (Operation action : owner.world().actions(owner.family())) {
                acted(action);
            }
            changed(Act.REMOVE);
            doors.breaches().forEach(owner::blame);
        }

        /** Who may not read what it is part of may not read it. */
        private void above() throws IOException {
            Optional<Family> above = owner.world().above(owner.family());
            Optional<Exchange> own = above.isEmpty() ? Optional.empty() : Above.read(owner, above.get());
            Optional<Exchange> others =
                    own.filter(Scene::succeeded).isEmpty() ? Optional.empty() : Above.read(stranger, above.get());
            others.filter(OthersAreKeptOut::isRefused)
                    .ifPresent(one -> doors.read(failure(one, "A client reads what another one made."), false, true));
        }

        private void listed(JsonNode own) throws IOException {
            Optional<Exchange> list = stranger.list(request -> ListPages.most(stranger, request));
            if (list.isPresent()) {
                boolean there = isListed(all(stranger), own);
                boolean told = there || isListed(all(owner), own);
                doors.read(
                        failure(list.get(), "A client is listed what another one made."),
                        there,
                        told && Scene.succeeded(list.get()) || isRefused(list.get()));
            }
        }

        private boolean isListed(List<JsonNode> items, JsonNode own) {
            return items.stream().anyMatch(item -> owner.is(made, item) && isPartOf(item, own));
        }

        /** What is shown below the resource, such as its label. */
        private void viewed(Operation view) throws IOException {
            Optional<Exchange> own = filled(view);
            Optional<Exchange> others =
                    own.filter(Scene::succeeded).isEmpty() ? Optional.empty() : stranger.askBelow(view, made);
            if (others.isPresent()) {
                doors.read(
                        failure(others.get(), "A client is shown a part of what another one made."),
                        isSame(owner, own.get(), others.get()),
                        isRefused(others.get()));
            }
        }

        /** What the client itself is shown; a list has something in it, where something can be put there. */
        private Optional<Exchange> filled(Operation view) throws IOException {
            Optional<Exchange> own = owner.askBelow(view, made);
            Optional<Operation> adds = owner.world().beside(view, "POST");
            boolean empty = own.filter(Scene::succeeded)
                    .map(owner::shown)
                    .filter(shown ->
                            ListedItems.isIn(shown) && ListedItems.of(shown).isEmpty())
                    .isPresent();
            return empty && adds.isPresent() && owner.askBelow(adds.get(), made).isPresent()
                    ? owner.askBelow(view, made)
                    : own;
        }

        private void changed(Act role) throws IOException {
            JsonNode before = state();
            Optional<Exchange> asked = before.isMissingNode()
                    ? Optional.empty()
                    : stranger.ask(role, made.id(), SEED + role.ordinal(), UnaryOperator.identity());
            if (asked.isPresent()) {
                boolean succeeded = Scene.succeeded(asked.get());
                String what = role == Act.REMOVE ? "removes" : "changes";
                doors.write(
                        failure(asked.get(), "A client " + what + " what another one made."),
                        succeeded && Awaiting.later(() -> !state().equals(before)),
                        succeeded && !isElsewhere(asked.get()) || isRefused(asked.get()));
            }
        }

        /**
         * Whether a write made another resource, as a version that follows; that this one is as it was tells nothing.
         */
        private boolean isElsewhere(Exchange asked) {
            return owner.identity()
                    .of(Identity.resource(owner.shown(asked)))
                    .filter(id -> !id.equalsIgnoreCase(made.id()))
                    .isPresent();
        }

        /** What is done with the resource, such as to cancel it. */
        private void acted(Operation action) throws IOException {
            JsonNode before = state();
            Optional<Exchange> asked = before.isMissingNode() ? Optional.empty() : stranger.askBelow(action, made);
            if (asked.isPresent()) {
                doors.act(
                        failure(asked.get(), "A client changes what another one made."),
                        Scene.succeeded(asked.get()) && !state().equals(before),
                        isRefused(asked.get()));
            }
        }

        private JsonNode state() throws IOException {
            return Lasting.of(owner, owner.state(made));
        }

        private Failure failure(Exchange exchange, String cause) {
            return owner.failure(
                    CheckId.OTHERS_KEPT_OUT,
                    exchange,
                    cause,
                    "a refusal of the other client, such as 403 or 404",
                    "status " + exchange.answer().status());
        }
    }

    private static boolean isRefused(Exchange exchange) {
        return REFUSALS.contains(exchange.answer().status());
    }

    /** What a client is listed, on all pages as far as they have an end. */
    private static List<JsonNode> all(Scene scene) throws IOException {
        Optional<ListPages.Whole> whole = ListPages.whole(scene);
        return whole.isPresent()
                ? whole.get().items()
                : scene.list(request -> ListPages.most(scene, request))
                        .filter(Scene::succeeded)
                        .map(one -> ListedItems.of(scene.shown(one)))
                        .orElse(List.of());
    }

    /** A list may show less of each item. */
    private static boolean isPartOf(JsonNode item, JsonNode own) {
        return item.properties().stream()
                .allMatch(
                        member -> !own.has(member.getKey()) || member.getValue().equals(own.get(member.getKey())));
    }

    /** Whether what another client is shown is the resource, if less of it. */
    private static boolean isShownIn(JsonNode others, JsonNode own) {
        boolean something = others.properties().stream().anyMatch(member -> own.has(member.getKey()));
        return others.equals(own) || something && isPartOf(others, own);
    }

    /** Whether both are shown the same, which is something. */
    private static boolean isSame(Scene scene, Exchange own, Exchange others) {
        JsonNode shown = stable(scene.shown(own));
        boolean something = ListedItems.isIn(shown)
                ? !ListedItems.of(shown).isEmpty()
                : own.answer().body().length > 0;
        boolean same = shown.isMissingNode()
                ? Arrays.equals(own.answer().body(), others.answer().body())
                : shown.equals(stable(scene.shown(others)));
        return Scene.succeeded(others) && something && same;
    }

    private static JsonNode stable(JsonNode shown) {
        return Likeness.ofKept().without(shown);
    }
}
