package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.http.Query;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list, read page by page where its parameters tell how. */
final class ListPages {

    private static final Pattern LIMIT =
            Pattern.compile("(?i)limit|per_?page|page_?size|size|top|take|max_?results|rows");
    private static final Pattern OFFSET = Pattern.compile("(?i)offset|skip|start_?index");
    private static final Pattern PAGE = Pattern.compile("(?i)page|page_?(number|no|index)");
    private static final Pattern CURSOR =
            Pattern.compile("(?i)cursor|after|page_?token|next_?token|starting_?after|continuation(_?token)?");
    private static final int MOST_PAGES = 25;
    private static final int MANY = 100;
    private static final int FULL = 10;

    private final Scene scene;
    private final Operation list;

    private ListPages(Scene scene, Operation list) {
        this.scene = scene;
        this.list = list;
    }

    /**
     * The items of a list.
     *
     * @param last the last request it took, and its answer
     * @param end whether there was a last page
     */
    record Whole(List<JsonNode> items, Exchange last, boolean end) {}

    /** The pages of a family's list, if it has one. */
    static Optional<ListPages> of(Scene scene) {
        return scene.family().operation(Act.LIST).map(list -> new ListPages(scene, list));
    }

    /** A family's whole list, in as few pages as there can be; empty where it cannot be told whether that is all. */
    static Optional<Whole> whole(Scene scene) throws IOException {
        Optional<ListPages> pages = of(scene);
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        Optional<Whole> whole = pages.get().walk(pages.get().most()).filter(Whole::end);
        boolean another = whole.isEmpty()
                && !pages.get().areMany()
                && scene.world().made(scene.family()).isPresent(); // ten may be all that there are, or a page
        return another ? pages.get().walk(pages.get().most()).filter(Whole::end) : whole;
    }

    /** Whether one page can be told from the next. */
    boolean areMany() {
        return limit().isPresent() && (offset().isPresent() || page().isPresent() || cursor().isPresent());
    }

    Optional<Parameter> limit() {
        return parameter(LIMIT);
    }

    private Optional<Parameter> offset() {
        return parameter(OFFSET);
    }

    private Optional<Parameter> page() {
        return parameter(PAGE);
    }

    /** The parameter that is given what a page says of the next one. */
    Optional<Parameter> cursor() {
        return parameter(CURSOR);
    }

    private Optional<Parameter> parameter(Pattern names) {
        return list.parameters().stream()
                .filter(parameter -> parameter.in() == In.QUERY
                        && names.matcher(parameter.name()).matches())
                .findFirst();
    }

    /** Whether a parameter tells of pages. */
    static boolean isOne(Parameter parameter) {
        return Stream.of(LIMIT, OFFSET, PAGE, CURSOR)
                .anyMatch(names -> names.matcher(parameter.name()).matches());
    }

    private int most() {
        JsonNode most =
                limit().map(parameter -> parameter.schema().keyword("maximum")).orElse(null);
        return most == null || !most.isNumber() ? MANY : Math.min(MANY, most.asInt());
    }

    /** How many items a page may have; empty where no parameter tells. */
    Optional<Integer> largest() {
        return limit().map(parameter -> most());
    }

    /** A request for a list's largest page. */
    static HttpRequest most(Scene scene, HttpRequest request) {
        return of(scene)
                .map(pages -> with(request, pages.limit(), pages.most()))
                .orElse(request);
    }

    /** The list by pages of a size, as far as they go; empty where one is refused. */
    Optional<Whole> walk(int size) throws IOException {
        return walk(size, MOST_PAGES);
    }

    /** The largest pages, to the one behind the last item; not at an end where that has a next one all the same. */
    Optional<Whole> toTheEnd() throws IOException {
        Optional<Whole> whole = walk(most()).filter(Whole::end);
        if (whole.isEmpty() || offset().isPresent() || page().isPresent()) {
            return Optional.empty();
        }
        Optional<String> behind = next(0, 0, whole.get().last());
        Optional<Exchange> empty = behind.isEmpty()
                ? Optional.empty()
                : scene.list(request -> with(with(request, limit(), most()), behind.get()))
                        .filter(Scene::succeeded);
        boolean ends = empty.isEmpty() || next(0, 0, empty.get()).isEmpty();
        return Optional.of(
                new Whole(whole.get().items(), empty.orElse(whole.get().last()), ends));
    }

    /** The first pages of a size. */
    Optional<Whole> walk(int size, int most) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        Exchange last = null;
        Optional<String> next = Optional.of(start());
        for (int turn = 0; turn < most && next.isPresent(); turn++) {
            String way = next.get();
            Optional<Exchange> page = scene.list(request -> with(with(request, limit(), size), way));
            if (page.filter(Scene::succeeded).isEmpty() || !ListedItems.isIn(scene.shown(page.get()))) {
                return Optional.empty();
            }
            last = page.get();
            List<JsonNode> found = ListedItems.of(scene.shown(last));
            items.addAll(found);
            boolean full = limit().isPresent() ? found.size() >= size : found.size() % FULL == 0;
            if (!areMany()) {
                return full && !found.isEmpty() ? Optional.empty() : Optional.of(new Whole(items, last, true));
            }
            next = found.isEmpty() || found.size() < size ? Optional.empty() : next(turn + 1, items.size(), last);
        }
        boolean done = next.isEmpty();
        return Optional.ofNullable(last).map(end -> new Whole(items, end, done));
    }

    private String start() {
        return offset().isPresent() || cursor().isPresent()
                ? ""
                : page().map(one -> pair(one, firstPage())).orElse("");
    }

    private String firstPage() {
        Parameter parameter = page().orElseThrow();
        return Stream.of("minimum", "default")
                .map(parameter.schema()::keyword)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("1");
    }

    private Optional<String> next(int turn, int items, Exchange last) {
        if (offset().isPresent()) {
            return offset().map(one -> pair(one, String.valueOf(items)));
        }
        if (page().isPresent()) {
            return page().map(one -> pair(one, String.valueOf(Integer.parseInt(firstPage()) + turn)));
        }
        return cursor().flatMap(one -> Cursors.next(scene.shown(last), one.name())
                .or(() -> NextLink.of(last, scene.shown(last))
                        .flatMap(next -> Query.of(next.query()).named(one.name()).stream()
                                .map(Query.Pair::value)
                                .findFirst()))
                .map(text -> pair(one, text)));
    }

    private static String pair(Parameter parameter, String value) {
        return Percent.encoded(parameter.name()) + "=" + Percent.encoded(value);
    }

    private static HttpRequest with(HttpRequest request, Optional<Parameter> parameter, int value) {
        return parameter
                .map(one -> with(request, pair(one, String.valueOf(value))))
                .orElse(request);
    }

    /** A request with a parameter in place of the one it has. */
    static HttpRequest with(HttpRequest request, String pair) {
        String name = pair.replaceFirst("=.*", "=");
        Stream<String> others = Arrays.stream(request.query().split("&"))
                .filter(piece -> !piece.isEmpty() && (pair.isEmpty() || !piece.startsWith(name)));
        return request.withQuery(Stream.concat(others, Stream.of(pair).filter(piece -> !piece.isEmpty()))
                .collect(Collectors.joining("&")));
    }
}
