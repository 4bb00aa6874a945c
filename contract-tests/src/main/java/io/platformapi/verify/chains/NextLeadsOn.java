package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Percent;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The address of the next page leads there: to other items of the same list, filtered as the page before it. */
final class NextLeadsOn implements Relation {

    private static final int MOST_PAGES = 25;

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<ListPages> pages =
                ListPages.of(scene).filter(one -> one.limit().isPresent());
        Optional<ListPages.Whole> whole = pages.isEmpty() ? Optional.empty() : ListPages.whole(scene);
        if (whole.isEmpty() || whole.get().items().size() < 2) {
            return;
        }
        List<JsonNode> items = whole.get().items();
        String few = pages.get().limit().orElseThrow().name() + "="
                + Math.max(1, Math.min(items.size() / 2, (items.size() + MOST_PAGES - 2) / (MOST_PAGES - 1)));
        walk(scene, request -> ListPages.with(request, few), items, item -> true);
        for (Parameter parameter :
                scene.family().operation(Act.LIST).orElseThrow().parameters()) {
            Optional<Filter> filter = parameter.in() == In.QUERY && !ListPages.isOne(parameter)
                    ? Filter.of(parameter, items)
                    : Optional.empty();
            Optional<String> value = filter.flatMap(one -> telling(one, items));
            if (value.isPresent()) {
                String pair = Percent.encoded(parameter.name()) + "=" + Percent.encoded(value.get());
                List<JsonNode> some = items.stream()
                        .filter(item -> filter.get().means(item, value.get()))
                        .toList();
                walk(
                        scene,
                        request -> ListPages.with(ListPages.with(request, few), pair),
                        some,
                        item -> filter.get().lets(item, value.get()));
                return;
            }
        }
    }

    /** A value by which some items are found, more than one, and others are not. */
    private static Optional<String> telling(Filter filter, List<JsonNode> items) {
        return items.stream()
                .flatMap(item -> filter.values(item).stream())
                .filter(value -> !value.isBlank())
                .filter(value ->
                        items.stream().filter(item -> filter.means(item, value)).count() > 1)
                .filter(value -> items.stream().anyMatch(item -> !filter.lets(item, value)))
                .findFirst();
    }

    private static void walk(
            Scene scene, UnaryOperator<HttpRequest> asking, List<JsonNode> items, Predicate<JsonNode> belongs)
            throws IOException {
        Set<String> seen = new HashSet<>();
        Optional<Exchange> page = scene.list(asking);
        for (int i = 0; i < MOST_PAGES && page.filter(Scene::succeeded).isPresent(); i++) {
            List<JsonNode> found = ListedItems.of(scene.shown(page.get()));
            Optional<String> twice =
                    ids(scene, found).stream().filter(id -> !seen.add(id)).findFirst();
            if (twice.isPresent() || i > 0 && !found.stream().allMatch(belongs)) {
                String cause = twice.isPresent()
                        ? "The next page has an item of one before it."
                        : "The next page has items that the filter of the page before it keeps out.";
                blame(scene, page.get(), cause, twice.orElse("others"));
                return;
            }
            Optional<HttpRequest> next = NextLink.of(page.get(), scene.shown(page.get()));
            if (next.isEmpty()) {
                lost(scene, page.get(), i, items, seen);
                return;
            }
            Exchange before = page.get();
            page = scene.send(before.asked().asking(next.get()));
            page.filter(one -> one.isAnsweredWith(4))
                    .ifPresent(one -> blame(
                            scene,
                            before,
                            "The address of the next page is refused.",
                            "status " + one.answer().status()));
        }
    }

    /** Where pages have led on, the last one ends the list. */
    private static void lost(Scene scene, Exchange last, int pages, List<JsonNode> items, Set<String> seen) {
        ids(scene, items).stream()
                .filter(id -> pages > 0 && !seen.contains(id))
                .findFirst()
                .ifPresent(id -> blame(scene, last, "The last page that is led to is not the last.", "no " + id));
    }

    private static List<String> ids(Scene scene, List<JsonNode> items) {
        return items.stream()
                .flatMap(item -> scene.identity().of(item).stream())
                .toList();
    }

    private static void blame(Scene scene, Exchange page, String cause, String received) {
        scene.blame(CheckId.PAGING_LOSES_NOTHING, page, cause, "the items that follow, by the same filters", received);
    }
}
