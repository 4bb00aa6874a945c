package io.platformapi.verify.chains;

import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What belongs to one resource is not found below another. */
final class BelongsToOne implements Relation {

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<Family> above = scene.world().above(scene.family());
        Optional<Exchange> read = scene.can(Act.READ) ? scene.read(scene.first()) : Optional.empty();
        if (above.isEmpty()
                || read.filter(Scene::succeeded).isEmpty()
                || scene.first().sent().isMissingNode()) {
            return;
        }
        Optional<Resource> other = scene.world().made(above.get());
        if (other.isPresent()) {
            below(scene, above.get(), other.get(), read.get().asked());
            listed(scene, above.get(), other.get());
        }
    }

    private static void listed(Scene scene, Family above, Resource other) throws IOException {
        Optional<Exchange> own = scene.list(request -> ListPages.most(scene, request));
        if (own.filter(Scene::succeeded).isEmpty()) {
            return;
        }
        Map<String, String> ids = new HashMap<>(Map.of(above.item().shape(), other.id()));
        Case asked = own.get().asked();
        Case moved = new KnownIds(ids).placed(asked.answering().orElseThrow(), asked);
        Optional<Exchange> others = scene.send(moved).filter(Scene::succeeded);
        boolean strange = others.isPresent()
                && !moved.request().path().equals(asked.request().path())
                && ListedItems.of(scene.shown(others.get())).stream().anyMatch(scene::isFirst);
        if (strange) {
            scene.blame(
                    CheckId.ASKED_IS_ANSWERED,
                    others.get(),
                    "A resource is listed below one that it does not belong to.",
                    "nothing, for it was made at "
                            + scene.first().told().asked().request().path(),
                    scene.first().id() + " among the items");
        }
    }

    private static void below(Scene scene, Family above, Resource other, Case asked) throws IOException {
        Map<String, String> ids = new HashMap<>(Map.of(above.item().shape(), other.id()));
        Case moved = new KnownIds(ids).placed(asked.answering().orElseThrow(), asked);
        Optional<Exchange> found = scene.send(moved);
        if (found.filter(Scene::succeeded).isPresent()
                && !moved.request().path().equals(asked.request().path())) {
            scene.blame(
                    CheckId.ASKED_IS_ANSWERED,
                    found.get(),
                    "A resource is found below one that it does not belong to.",
                    "404, for it was made at "
                            + scene.first().told().asked().request().path(),
                    "status " + found.get().answer().status());
        }
    }
}
