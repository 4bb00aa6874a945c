package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.chains.Likeness.Difference;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.Optional;

/** What was created is there, is what was sent, and has a name of its own. */
final class CreatedIsFound implements Relation {

    @Override
    public void follow(Scene scene) throws IOException {
        Resource first = scene.first();
        if (first.sent().isMissingNode()) {
            return;
        }
        kept(scene, first.told(), first.sent(), "The answer does not show what was created");
        Optional<Exchange> read = scene.read(first);
        if (read.filter(Scene::isGone).isPresent()) {
            scene.blame(
                    CheckId.CREATED_IS_FOUND,
                    read.get(),
                    "What was created is not found.",
                    "the resource that " + first.told().asked().subject() + " made",
                    "status " + read.get().answer().status());
        }
        if (read.filter(Scene::succeeded).isPresent()) {
            kept(scene, read.get(), first.sent(), "What was created is not what was sent");
        }
        Optional<Resource> second = scene.second();
        if (second.isPresent() && second.get().id().equals(first.id()) && scene.can(Act.CREATE)) {
            scene.blame(
                    CheckId.CREATED_IS_FOUND,
                    second.get().told(),
                    "Two resources have one name.",
                    "a name of its own for each",
                    first.id() + " twice");
        }
    }

    private static void kept(Scene scene, Exchange shown, JsonNode sent, String what) {
        JsonNode body = Identity.resource(scene.shown(shown));
        Optional<Difference> difference = body.isObject()
                ? Likeness.ofMade().difference(Identity.resource(sent), body, scene.documentedOfOne(shown))
                : Optional.empty();
        difference.ifPresent(found -> scene.blame(
                CheckId.CREATED_IS_KEPT,
                shown,
                what + ": " + found.pointer() + ".",
                found.expected() + ", as sent",
                found.received()));
    }
}
