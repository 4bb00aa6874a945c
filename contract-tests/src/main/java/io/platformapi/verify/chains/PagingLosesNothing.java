package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A list read page by page is the list: nothing is lost, nothing comes twice, and no page is larger than asked for. */
final class PagingLosesNothing implements Relation {

    private static final int PAGES = 6;

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<ListPages> pages =
                ListPages.of(scene).filter(one -> one.limit().isPresent());
        if (pages.isEmpty()) {
            return;
        }
        Optional<ListPages.Whole> whole = pages.get().areMany() ? ListPages.whole(scene) : Optional.empty();
        int items = whole.map(one -> one.items().size()).orElse(0);
        if (items > 1) {
            int size = Math.max(1, (items + PAGES - 1) / PAGES);
            Optional<ListPages.Whole> walked = pages.get().walk(size);
            if (walked.isPresent()) {
                compare(scene, whole.get(), walked.get());
            }
        }
        tooMany(scene, pages.get());
        endless(scene, pages.get());
        if (pages.get().areMany()) {
            Optional<ListPages.Whole> first = pages.get().walk(least(pages.get()), 3);
            first.ifPresent(some -> compare(scene, new ListPages.Whole(List.of(), some.last(), false), some));
        }
    }

    /** Page after page without an item is no end. */
    private static void endless(Scene scene, ListPages pages) throws IOException {
        Optional<ListPages.Whole> walked = pages.cursor().isPresent() ? pages.toTheEnd() : Optional.empty();
        if (walked.filter(one -> !one.end()).isPresent()) {
            scene.blame(
                    CheckId.PAGING_LOSES_NOTHING,
                    walked.get().last(),
                    "Pages do not end.",
                    "no next page after the last item",
                    "another one, after " + walked.get().items().size() + " items");
        }
    }

    private static int least(ListPages pages) {
        JsonNode least = pages.limit().orElseThrow().schema().keyword("minimum");
        return least.isNumber() ? Math.max(1, least.asInt()) : 1;
    }

    private static void compare(Scene scene, ListPages.Whole whole, ListPages.Whole walked) {
        List<String> all = ids(scene, whole);
        List<String> seen = ids(scene, walked);
        Set<String> once = new HashSet<>();
        List<String> twice = seen.stream().filter(id -> !once.add(id)).toList();
        List<String> lost =
                all.stream().filter(id -> walked.end() && !once.contains(id)).toList();
        if (!twice.isEmpty() || !lost.isEmpty()) {
            scene.blame(
                    CheckId.PAGING_LOSES_NOTHING,
                    walked.last(),
                    twice.isEmpty() ? "Pages leave items out." : "Pages repeat items.",
                    "each item on one page",
                    Stream.concat(
                                    twice.stream().limit(1).map(id -> id + " twice"),
                                    lost.stream().limit(1).map(id -> id + " on none"))
                            .toList()
                            .toString());
        }
    }

    private static List<String> ids(Scene scene, ListPages.Whole pages) {
        return pages.items().stream()
                .flatMap(item -> scene.identity().of(item).stream())
                .toList();
    }

    private static void tooMany(Scene scene, ListPages pages) throws IOException {
        int size = least(pages);
        var page = scene.list(
                request -> ListPages.with(request, pages.limit().orElseThrow().name() + "=" + size));
        int found = page.filter(Scene::succeeded)
                .map(one -> ListedItems.of(scene.shown(one)).size())
                .orElse(0);
        if (found > size) {
            scene.blame(
                    CheckId.PAGING_LOSES_NOTHING,
                    page.orElseThrow(),
                    "A page is larger than asked for.",
                    "at most " + size,
                    found + " items");
        }
    }
}
