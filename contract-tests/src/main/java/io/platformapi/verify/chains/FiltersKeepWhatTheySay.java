package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list that is asked for by the value of a member has the items with that value, all of them and no others. */
final class FiltersKeepWhatTheySay implements Relation {

    private static final int MOST_VALUES = 6;
    private static final int LONGEST = 60;

    /** Values that stand for several others. */
    private static final Pattern WIDE = Pattern.compile(
            "(?i)all|any|both|either|none|every.*|not[_-].*|mine|me|self|current|recent|upcoming|past|overdue");

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<Operation> list = scene.family().operation(Act.LIST);
        Optional<ListPages.Whole> whole = ListPages.whole(scene);
        if (list.isEmpty() || whole.isEmpty()) {
            return;
        }
        for (Parameter parameter : list.get().parameters()) {
            Optional<Filter> filter = parameter.in() == In.QUERY && !ListPages.isOne(parameter)
                    ? Filter.of(parameter, whole.get().items())
                    : Optional.empty();
            if (filter.isPresent()) {
                for (String value : values(filter.get(), whole.get().items())) {
                    compare(scene, filter.get(), value, whole.get().items());
                }
            }
        }
    }

    private static Set<String> values(Filter filter, List<JsonNode> items) {
        Set<String> values = new LinkedHashSet<>();
        Schema schema = filter.parameter().schema();
        Stream.of(schema, schema.items())
                .forEach(one -> one.keyword("enum").forEach(value -> values.add(value.asText())));
        if (schema.is(Type.BOOLEAN)) {
            values.addAll(List.of("true", "false"));
        }
        Set<String> own =
                items.stream().flatMap(item -> filter.values(item).stream()).collect(Collectors.toSet());
        values.removeIf(value -> WIDE.matcher(value).matches() && !own.contains(value));
        values.addAll(own);
        return values.stream()
                .filter(text -> !text.isBlank() && text.length() < LONGEST)
                .limit(MOST_VALUES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void compare(Scene scene, Filter filter, String value, List<JsonNode> all) throws IOException {
        String pair = Percent.encoded(filter.parameter().name()) + "=" + Percent.encoded(value);
        Optional<Integer> most = ListPages.of(scene).flatMap(ListPages::largest);
        Optional<Exchange> filtered = scene.list(request -> ListPages.with(ListPages.most(scene, request), pair));
        if (filtered.filter(Scene::succeeded).isEmpty() || !ListedItems.isIn(scene.shown(filtered.get()))) {
            return;
        }
        List<JsonNode> items = ListedItems.of(scene.shown(filtered.get()));
        Optional<JsonNode> stranger =
                items.stream().filter(item -> !filter.lets(item, value)).findFirst();
        if (stranger.isPresent()) {
            scene.blame(
                    CheckId.FILTER_KEEPS_WHAT_IT_SAYS,
                    filtered.get(),
                    "A filter lets through what it should not: "
                            + filter.parameter().name() + ".",
                    filter.words() + " " + value + " in every item",
                    String.valueOf(filter.values(stranger.get())));
            return;
        }
        Set<String> shown = ids(scene, items);
        Optional<String> lost = all.stream()
                .filter(item -> filter.means(item, value))
                .flatMap(item -> scene.identity().of(item).stream())
                .filter(id -> !shown.contains(id))
                .findFirst();
        boolean whole = most.isPresent()
                ? items.size() < most.get()
                : all.size() > items.size() && items.size() % 10 != 0 || items.isEmpty();
        if (lost.isPresent()
                && whole
                && items.stream().allMatch(item -> scene.identity().of(item).isPresent())) {
            scene.blame(
                    CheckId.FILTER_KEEPS_WHAT_IT_SAYS,
                    filtered.get(),
                    "A filter leaves out what it should not: "
                            + filter.parameter().name() + ".",
                    "every item with " + filter.words() + " " + value,
                    lost.get() + " is missing");
        }
    }

    private static Set<String> ids(Scene scene, List<JsonNode> items) {
        return items.stream()
                .flatMap(item -> scene.identity().of(item).stream())
                .collect(Collectors.toSet());
    }
}
