package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who asks for one resource gets that one; nobody gets one that never was. */
final class AskedIsAnswered implements Relation {

    @Override
    public void follow(Scene scene) throws IOException {
        List<Resource> resources =
                Stream.concat(scene.second().stream(), Stream.of(scene.first())).toList();
        for (Resource resource : resources) {
            Optional<Exchange> read = scene.read(resource);
            if (read.filter(Scene::succeeded).isPresent()) {
                compare(scene, resource, read.get());
            }
        }
        unknown(scene);
    }

    private static void compare(Scene scene, Resource resource, Exchange read) {
        JsonNode shown = Identity.resource(scene.shown(read));
        Optional<String> member = named(scene, resource);
        if (member.isPresent() && shown.has(member.get())) {
            String answered = Identity.text(shown.get(member.get()));
            if (!answered.equalsIgnoreCase(resource.id())) {
                scene.blame(
                        CheckId.ASKED_IS_ANSWERED,
                        read,
                        "Another resource is answered than the one asked for.",
                        member.get() + " " + resource.id(),
                        answered);
            }
        }
    }

    /** The member that held the name where the server told it. */
    private static Optional<String> named(Scene scene, Resource resource) {
        JsonNode told = scene.shown(resource.told());
        List<JsonNode> known =
                resource.sent().isMissingNode() ? ListedItems.of(told) : List.of(Identity.resource(told));
        return known.stream()
                .flatMap(one -> scene.identity().member(one).stream()
                        .filter(member -> Identity.text(one.get(member)).equals(resource.id())))
                .findFirst();
    }

    private static void unknown(Scene scene) throws IOException {
        Optional<String> id = scene.identity().unknown();
        Optional<Exchange> read =
                id.isEmpty() ? Optional.empty() : scene.ask(Act.READ, id.get(), 1, UnaryOperator.identity());
        if (read.filter(Scene::succeeded).isPresent()) {
            scene.blame(
                    CheckId.ASKED_IS_ANSWERED,
                    read.get(),
                    "A resource that never was is answered.",
                    "404, for there is no " + id.get(),
                    "status " + read.get().answer().status());
        }
    }
}
