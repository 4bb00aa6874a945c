package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.Headers;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How many there are, where a list that comes in pages tells it, is how many there are on all pages. */
final class TotalsAreTrue implements Relation {

    private static final List<String> FIELDS = List.of("X-Total-Count", "X-Total", "Total-Count");

    private static final Set<String> MEMBERS =
            Set.of("total", "totalcount", "totalitems", "totalelements", "totalresults", "recordstotal");

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<ListPages> pages = ListPages.of(scene).filter(ListPages::areMany);
        Optional<ListPages.Whole> whole = pages.isEmpty() ? Optional.empty() : ListPages.whole(scene);
        if (whole.isEmpty()) {
            return;
        }
        int found = whole.get().items().size();
        look(scene, whole.get().last(), found);
        Optional<ListPages.Whole> first = found > 1 ? pages.get().walk(1, 1) : Optional.empty();
        if (first.isPresent()) {
            look(scene, first.get().last(), found);
        }
    }

    private static void look(Scene scene, Exchange page, int found) {
        Stream.concat(told(page.answer().headers()), told(scene.shown(page)))
                .filter(total -> !total.count().equals(String.valueOf(found)))
                .findFirst()
                .ifPresent(total -> scene.blame(
                        CheckId.PAGING_LOSES_NOTHING,
                        page,
                        "A list tells another total than it has items: " + total.name() + ".",
                        found + ", as on all pages",
                        total.count()));
    }

    private record Total(String name, String count) {}

    private static Stream<Total> told(Headers headers) {
        return FIELDS.stream()
                .filter(headers::has)
                .map(name -> new Total(name, headers.text(name).strip()))
                .filter(total -> total.count().matches("\\d+"));
    }

    /** By the usual names, in what is answered or in what stands around the items. */
    private static Stream<Total> told(JsonNode shown) {
        return Stream.concat(
                        Stream.of(shown),
                        shown.properties().stream().map(Map.Entry::getValue).filter(JsonNode::isObject))
                .flatMap(object -> object.properties().stream())
                .filter(member -> member.getValue().isIntegralNumber()
                        && MEMBERS.contains(
                                member.getKey().replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT)))
                .map(member -> new Total(member.getKey(), member.getValue().asText()));
    }
}
