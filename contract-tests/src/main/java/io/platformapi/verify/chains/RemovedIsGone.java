package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What was removed is gone, by itself and from the list, and nothing else is. */
final class RemovedIsGone implements Relation {

    /** How servers show what they keep for their books. */
    private static final Pattern BURIED = Pattern.compile(
            "(?is).*(delet|remov|archiv|cancel|closed|inactive|revoked|withdrawn|\"active\"\\s*:\\s*false).*");

    @Override
    public void follow(Scene scene) throws IOException {
        JsonNode before = scene.state(scene.first());
        Optional<Exchange> removed = before.isMissingNode()
                ? Optional.empty()
                : scene.ask(Act.REMOVE, scene.first().id(), 1, UnaryOperator.identity());
        if (removed.filter(Scene::succeeded).isEmpty()) {
            return;
        }
        Optional<Exchange> read = scene.read(scene.first());
        boolean there = read.filter(Scene::succeeded)
                .filter(one -> !BURIED.matcher(one.answer().text()).matches()
                        || BURIED.matcher(before.toString()).matches())
                .isPresent();
        if (there) {
            scene.blame(
                    CheckId.REMOVED_IS_GONE,
                    read.orElseThrow(),
                    "What was removed is still there.",
                    "404 or 410",
                    "status " + read.orElseThrow().answer().status());
        } else if (read.filter(Scene::isGone).isPresent()) {
            listed(scene);
        }
        scene.again(removed.get());
        neighbour(scene, removed.get());
    }

    private static void listed(Scene scene) throws IOException {
        Optional<ListPages.Whole> whole = ListPages.whole(scene);
        Optional<Exchange> list =
                whole.isPresent() ? Optional.of(whole.get().last()) : scene.list(UnaryOperator.identity());
        List<JsonNode> items = whole.isPresent()
                ? whole.get().items()
                : list.filter(Scene::succeeded)
                        .map(one -> ListedItems.of(scene.shown(one)))
                        .orElse(List.of());
        if (items.stream().anyMatch(scene::isFirst)) {
            scene.blame(
                    CheckId.REMOVED_IS_GONE,
                    list.orElseThrow(),
                    "What was removed is still listed.",
                    "no " + scene.first().id(),
                    "it among the items");
        }
    }

    private static void neighbour(Scene scene, Exchange removed) throws IOException {
        Optional<Resource> second = scene.second();
        if (second.isEmpty() || second.get().id().equals(scene.first().id())) {
            return;
        }
        Optional<Exchange> read = scene.read(second.get());
        if (read.filter(Scene::isGone).isPresent()) {
            scene.blame(
                    CheckId.REST_IS_KEPT,
                    read.get(),
                    "Another resource was removed, too.",
                    second.get().id() + " as it was",
                    "status " + read.get().answer().status());
        }
        scene.ask(Act.REMOVE, second.get().id(), 1, UnaryOperator.identity());
    }
}
