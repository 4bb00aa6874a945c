package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was removed is gone, by itself and from the list, and nothing else is. */
final class RemovedIsGone implements Relation {

    /** How servers show what they keep for their books. */
    private static final Pattern BURIED = Pattern.compile(
            "(?is).*(delet|remov|archiv|cancel|closed|inactive|revoked|withdrawn|\"active\"\\s*:\\s*false).*");

    @Override
    public void follow(Scene scene) throws IOException {
        JsonNode before = scene.state(scene.first());
        Set<String> others = others(scene);
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
            listed(scene, others);
        }
        scene.again(removed.get());
        above(scene);
        neighbour(scene, removed.get());
    }

    /** What else is listed, as far as all of it is known. */
    private static Set<String> others(Scene scene) throws IOException {
        return ListPages.whole(scene).map(ListPages.Whole::items).orElse(List.of()).stream()
                .filter(item -> !scene.isFirst(item))
                .flatMap(item -> scene.identity().of(item).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void listed(Scene scene, Set<String> others) throws IOException {
        Optional<ListPages.Whole> whole = ListPages.whole(scene);
        Optional<Exchange> list =
                whole.isPresent() ? Optional.of(whole.get().last()) : scene.list(UnaryOperator.identity());
        List<JsonNode> items = items(scene, whole, list);
        if (items.stream().anyMatch(scene::isFirst) && !isUnlistedLater(scene)) {
            scene.blame(
                    CheckId.REMOVED_IS_GONE,
                    list.orElseThrow(),
                    "What was removed is still listed.",
                    "no " + scene.first().id(),
                    "it among the items");
        }
        if (whole.isPresent()) {
            items.forEach(item -> scene.identity().of(item).ifPresent(others::remove));
            others.stream()
                    .findFirst()
                    .ifPresent(lost -> scene.blame(
                            CheckId.REST_IS_KEPT,
                            whole.get().last(),
                            "Something else is listed no more.",
                            "all but " + scene.first().id(),
                            "no " + lost));
        }
    }

    private static List<JsonNode> items(Scene scene, Optional<ListPages.Whole> whole, Optional<Exchange> list) {
        return whole.isPresent()
                ? whole.get().items()
                : list.filter(Scene::succeeded)
                        .map(one -> ListedItems.of(scene.shown(one)))
                        .orElse(List.of());
    }

    /** A list may be of an index that follows a little later. */
    private static boolean isUnlistedLater(Scene scene) throws IOException {
        return Awaiting.later(() -> {
            Optional<ListPages.Whole> whole = ListPages.whole(scene);
            Optional<Exchange> list = whole.isPresent() ? Optional.empty() : scene.list(UnaryOperator.identity());
            return items(scene, whole, list).stream().noneMatch(scene::isFirst);
        });
    }

    /** What a resource was part of stays. */
    private static void above(Scene scene) throws IOException {
        Optional<Family> above = scene.world().above(scene.family());
        Optional<Exchange> read = above.isEmpty() ? Optional.empty() : Above.read(scene, above.get());
        if (read.filter(Scene::isGone).isPresent()) {
            above.get().operation(Act.READ).ifPresent(scene.world()::forget);
            scene.blame(
                    CheckId.REST_IS_KEPT,
                    read.get(),
                    "What it was part of was removed, too.",
                    "200, for only " + scene.first().id() + " was to be removed",
                    "status " + read.get().answer().status());
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
