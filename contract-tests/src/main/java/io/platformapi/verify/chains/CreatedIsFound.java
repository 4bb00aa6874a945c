package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.chains.Likeness.Difference;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.Optional;

/** What was created is there, is what was sent, and has a name of its own. */
final class CreatedIsFound implements Relation {

    private static final int MORE = 4;
    private static final int ACCEPTED = 202;

    @Override
    public void follow(Scene scene) throws IOException {
        Resource first = scene.first();
        if (first.sent().isMissingNode()) {
            return;
        }
        kept(scene, first.told(), first.sent(), "The answer does not show what was created");
        Optional<Exchange> read = scene.read(first);
        if (read.filter(Scene::isGone).isPresent() && !isFoundLater(scene, first)) {
            scene.blame(
                    CheckId.CREATED_IS_FOUND,
                    read.get(),
                    "What was created is not found.",
                    "the resource that " + first.told().asked().subject() + " made",
                    "status " + read.get().answer().status());
        }
        if (read.filter(Scene::succeeded).isPresent()) {
            kept(scene, read.get(), first.sent(), "What was created is not what was sent");
            named(scene, first, read.get());
            located(scene, first, read.get());
        }
        if (scene.can(Act.CREATE) && scene.can(Act.READ)) {
            JsonNode before = Lasting.of(scene, scene.state(first));
            JsonNode other = Lasting.of(scene, others(scene));
            JsonNode after = Lasting.of(scene, scene.state(first));
            if (!before.isMissingNode() && !first.isGoingOn() && !Lasting.isKept(before, after, other)) {
                scene.blame(
                        CheckId.REST_IS_KEPT,
                        first.told(),
                        "To create others has changed a resource.",
                        first.id() + " as it was",
                        after.isMissingNode() ? "nothing" : "otherwise");
            }
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

    /** What was only accepted (202) is made a little later. */
    private static boolean isFoundLater(Scene scene, Resource resource) throws IOException {
        return resource.told().answer().status() == ACCEPTED
                && Awaiting.later(
                        () -> scene.read(resource).filter(Scene::succeeded).isPresent());
    }

    /** The answer calls what was created as it calls itself. */
    private static void named(Scene scene, Resource first, Exchange read) {
        Optional<String> told = scene.identity().of(Identity.resource(scene.shown(first.told())));
        Optional<String> shown = scene.identity().of(Identity.resource(scene.shown(read)));
        if (told.isPresent() && shown.isPresent() && !told.get().equalsIgnoreCase(shown.get())) {
            scene.blame(
                    CheckId.CREATED_IS_FOUND,
                    first.told(),
                    "The answer calls what was created otherwise than it calls itself.",
                    shown.get(),
                    told.get());
        }
    }

    /** {@code Location} leads to it (RFC 9110, section 15.3.2), where it is an address on this server. */
    private static void located(Scene scene, Resource first, Exchange read) throws IOException {
        String location = first.told().answer().headers().text("Location");
        Optional<String> path =
                location.startsWith("/") && !location.startsWith("//") ? Identity.path(location) : Optional.empty();
        if (first.told().answer().status() != 201 && !first.isGoingOn()
                || path.isEmpty()
                || path.get()
                        .replaceFirst("/$", "")
                        .equals(read.asked().request().path())) {
            return;
        }
        Case there = read.asked().asking(read.asked().request().withPath(path.get()));
        if (!Awaiting.later(() -> scene.send(there).filter(Scene::isGone).isEmpty())) {
            scene.blame(
                    CheckId.CREATED_IS_FOUND,
                    first.told(),
                    "Location leads nowhere.",
                    read.asked().request().path(),
                    location);
        }
    }

    /** Some more are made, of which each is there; what is shown of the last one. */
    private static JsonNode others(Scene scene) throws IOException {
        JsonNode last = MissingNode.getInstance();
        for (int i = 0; i < MORE; i++) {
            Optional<Resource> other = scene.world().made(scene.family());
            Optional<Exchange> read = other.isEmpty() ? Optional.empty() : scene.read(other.get());
            if (read.filter(Scene::isGone).isPresent() && !isFoundLater(scene, other.get())) {
                scene.blame(
                        CheckId.CREATED_IS_FOUND,
                        read.get(),
                        "Not all of what was created is found.",
                        "the resource that " + other.get().told().asked().subject() + " made",
                        "status " + read.get().answer().status());
                return last;
            }
            last = read.filter(Scene::succeeded).map(scene::shown).orElse(last);
        }
        return last;
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
