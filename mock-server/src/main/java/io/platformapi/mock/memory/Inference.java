package io.platformapi.mock.memory;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.PathTemplate.Segment;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a document speaks of, by the shapes of its paths and by its schemas.
 *
 * <ol>
 *   <li>Paths that end in a variable are those of things; what is before it, is their collection.
 *   <li>{@code GET} and {@code POST} at the collection list and create, where bodies have a list and a thing.
 *   <li>What is read and written at a path of its own, and is no list, is the only one of its place.
 * </ol>
 */
final class Inference {

    private static final Map<String, Deed> OF_ONE =
            Map.of("GET", Deed.READ, "PUT", Deed.REPLACE, "PATCH", Deed.CHANGE, "DELETE", Deed.REMOVE);
    private static final Set<String> MAKERS = Set.of("create", "add", "new");

    private final List<Operation> operations;
    private final Corrections corrections;
    private final Map<String, List<Operation>> byShape = new LinkedHashMap<>();

    private Inference(Contract contract, Corrections corrections) {
        this.operations = contract.operations();
        this.corrections = corrections;
        operations.forEach(
                operation -> byShape.computeIfAbsent(shape(operation.path().segments()), any -> new ArrayList<>())
                        .add(operation));
    }

    /** The kinds of things of a contract, as a file may correct them; those whose paths are shorter come first. */
    static List<Holding> of(Contract contract, Corrections corrections) {
        Inference inference = new Inference(contract, corrections);
        return Stream.concat(inference.collections(), inference.singles())
                .filter(holding -> holding.operations().keySet().stream().anyMatch(Deed::writes)
                        || corrections.names(holding.path()))
                .filter(holding -> !corrections.excludes(holding.path()))
                .sorted(Comparator.comparingInt(
                        holding -> holding.path().segments().size()))
                .toList();
    }

    static String shape(List<Segment> segments) {
        StringBuilder text = new StringBuilder();
        segments.stream()
                .filter(segment -> !segment.text().isEmpty())
                .forEach(segment -> text.append('/')
                        .append(isVariable(segment) ? "{}" : segment.text().replaceAll("\\{[^}]*}", "{}")));
        return text.toString();
    }

    static boolean isVariable(Segment segment) {
        return segment.variables().size() == 1
                && segment.text().equals("{" + segment.variables().get(0) + "}");
    }

    private static List<Segment> filled(PathTemplate path) {
        return path.segments().stream()
                .filter(segment -> !segment.text().isEmpty())
                .toList();
    }

    private Stream<Holding> collections() {
        Map<String, PathTemplate> items = new LinkedHashMap<>();
        for (Operation operation : operations) {
            List<Segment> segments = filled(operation.path());
            if (segments.size() > 1 && isVariable(segments.get(segments.size() - 1)) && isOfOne(operation)) {
                items.putIfAbsent(shape(segments), operation.path());
            }
        }
        return items.entrySet().stream()
                .filter(item -> !isScope(item.getKey(), items))
                .flatMap(item -> collection(item.getValue()).stream());
    }

    /**
     * Whether a path that ends in a variable is not that of a thing, but of a collection in whose paths the variable
     * is.
     */
    private boolean isScope(String shape, Map<String, PathTemplate> items) {
        String before = shape.substring(0, shape.length() - "/{}".length());
        boolean listed = at(shape)
                .filter(operation -> operation.method().equals("GET"))
                .anyMatch(operation -> hasList(operation, Holding.noun(operation.path()), Optional.empty()));
        return items.containsKey(shape + "/{}") && (listed || !byShape.containsKey(before));
    }

    private static boolean isOfOne(Operation operation) {
        return OF_ONE.containsKey(operation.method()) || operation.method().equals("POST");
    }

    private Optional<Holding> collection(PathTemplate item) {
        List<Segment> segments = filled(item);
        List<Segment> before = segments.subList(0, segments.size() - 1);
        PathTemplate path = PathTemplate.of(
                "/" + String.join("/", before.stream().map(Segment::text).toList()));
        Map<Deed, Operation> deeds = new EnumMap<>(Deed.class);
        at(shape(segments))
                .forEach(operation -> Optional.ofNullable(OF_ONE.get(operation.method()))
                        .ifPresent(deed -> deeds.putIfAbsent(deed, operation)));
        at(shape(segments))
                .filter(operation -> operation.method().equals("POST"))
                .filter(any -> !deeds.containsKey(Deed.CHANGE))
                .findFirst()
                .ifPresent(operation -> deeds.put(Deed.CHANGE, operation));
        String noun = Holding.noun(path);
        together(path, noun, deeds);
        corrections.operations(path).forEach(deeds::put);
        return schema(deeds, noun).map(schema -> {
            String variable = segments.get(segments.size() - 1).variables().get(0);
            Optional<String> id = corrections.id(path, schema).or(() -> ThingMembers.meant(schema, variable, noun));
            return new Holding(path, Optional.of(variable), id, schema, deeds);
        });
    }

    /** What is done at the collection, or at one of its other number: {@code /pet/{id}} goes with {@code /pets}. */
    private void together(PathTemplate path, String noun, Map<Deed, Operation> deeds) {
        for (List<Segment> place : places(path)) {
            at(shape(place)).forEach(operation -> {
                switch (operation.method()) {
                    case "GET" -> {
                        if (hasList(operation, noun, schema(deeds, noun))) {
                            deeds.putIfAbsent(Deed.LIST, operation);
                        }
                    }
                    case "POST" -> deeds.putIfAbsent(Deed.CREATE, operation);
                    case "PUT" -> {
                        if (isOf(operation, noun, deeds)) {
                            deeds.putIfAbsent(Deed.REPLACE, operation);
                        }
                    }
                    default -> {}
                }
            });
        }
        below(path, noun, deeds);
    }

    /** {@code POST /pets/create} and its like. */
    private void below(PathTemplate path, String noun, Map<Deed, Operation> deeds) {
        if (!deeds.containsKey(Deed.CREATE)) {
            operations.stream()
                    .filter(operation -> operation.method().equals("POST"))
                    .filter(operation -> MAKERS.stream()
                            .anyMatch(word ->
                                    shape(operation.path().segments()).equals(shape(path.segments()) + "/" + word)))
                    .filter(operation -> isOf(operation, noun, deeds))
                    .findFirst()
                    .ifPresent(operation -> deeds.put(Deed.CREATE, operation));
        }
    }

    private boolean isOf(Operation operation, String noun, Map<Deed, Operation> deeds) {
        Optional<Schema> known = schema(deeds, noun);
        return known.isPresent()
                && operation.body().stream()
                        .flatMap(body -> body.contents().stream())
                        .anyMatch(content ->
                                Inlay.thing(content.schema(), noun, known.get()).isPresent());
    }

    private Stream<List<Segment>> paths() {
        return operations.stream().map(operation -> filled(operation.path())).distinct();
    }

    private List<List<Segment>> places(PathTemplate path) {
        List<Segment> own = filled(path);
        Stream<List<Segment>> others = paths().filter(other -> other.size() == own.size() && !own.isEmpty())
                .filter(other ->
                        shape(other.subList(0, other.size() - 1)).equals(shape(own.subList(0, own.size() - 1))))
                .filter(other -> !other.equals(own)
                        && Words.sameNoun(
                                other.get(other.size() - 1).text(),
                                own.get(own.size() - 1).text()));
        return Stream.concat(Stream.of(own), others).toList();
    }

    private Stream<Operation> at(String shape) {
        return byShape.getOrDefault(shape, List.of()).stream();
    }

    private static boolean hasList(Operation operation, String noun, Optional<Schema> known) {
        return answers(operation)
                .anyMatch(content -> Inlay.list(content.schema(), noun, known).isPresent());
    }

    /** The bodies of an operation's successes. */
    static Stream<Content> answers(Operation operation) {
        return operation.responses().values().stream()
                .filter(response -> response.key().startsWith("2")
                        || response.key().equals("default")
                                && operation.responses().size() == 1)
                .flatMap(response -> response.contents().stream())
                .filter(content -> content.schema().written().exists());
    }

    /** What one thing is: as it is read, else as it is listed, else as it is answered or sent when it is written. */
    private static Optional<Schema> schema(Map<Deed, Operation> deeds, String noun) {
        Stream<Schema> listed = Stream.ofNullable(deeds.get(Deed.LIST))
                .flatMap(Inference::answers)
                .flatMap(content -> Inlay.list(content.schema(), noun, Optional.empty()).stream())
                .map(Inlay::item);
        Stream<Schema> written = Stream.of(Deed.CREATE, Deed.REPLACE, Deed.CHANGE)
                .flatMap(deed -> Stream.ofNullable(deeds.get(deed)))
                .flatMap(operation -> Stream.concat(things(operation, noun), sent(operation, noun)));
        return Stream.of(
                        Stream.ofNullable(deeds.get(Deed.READ)).flatMap(operation -> things(operation, noun)),
                        listed,
                        written)
                .flatMap(each -> each)
                .filter(schema -> !ThingMembers.names(schema).isEmpty())
                .findFirst();
    }

    /** Whether nothing else is answered, such as the bytes of a file. */
    private static boolean answersThings(Operation read, String noun) {
        return answers(read).findAny().isEmpty() || things(read, noun).findAny().isPresent();
    }

    private static Stream<Schema> things(Operation operation, String noun) {
        return answers(operation)
                .map(Content::schema)
                .filter(schema -> Inlay.list(schema, noun, Optional.empty())
                        .filter(list -> list.path().isEmpty())
                        .isEmpty())
                .map(schema -> Inlay.thing(schema, noun).schema())
                .filter(ThingMembers::isThing);
    }

    private static Stream<Schema> sent(Operation operation, String noun) {
        return operation.body().stream()
                .flatMap(body -> body.contents().stream())
                .map(content -> Inlay.thing(content.schema(), noun).schema())
                .filter(ThingMembers::isThing);
    }

    private Stream<Holding> singles() {
        return byShape.values().stream()
                .filter(same -> !endsInVariable(same.get(0).path()))
                .flatMap(same -> single(same).stream());
    }

    private static boolean endsInVariable(PathTemplate path) {
        List<Segment> segments = filled(path);
        return segments.isEmpty() || isVariable(segments.get(segments.size() - 1));
    }

    private Optional<Holding> single(List<Operation> same) {
        PathTemplate path = PathTemplate.of("/"
                + String.join(
                        "/",
                        filled(same.get(0).path()).stream().map(Segment::text).toList()));
        Map<Deed, Operation> deeds = new EnumMap<>(Deed.class);
        same.forEach(operation -> Optional.ofNullable(OF_ONE.get(operation.method()))
                .ifPresent(deed -> deeds.putIfAbsent(deed, operation)));
        String noun = Holding.noun(path);
        boolean whole = deeds.containsKey(Deed.READ)
                && (deeds.containsKey(Deed.REPLACE) || deeds.containsKey(Deed.CHANGE))
                && !hasList(deeds.get(Deed.READ), noun, Optional.empty())
                && answersThings(deeds.get(Deed.READ), noun)
                && byShape.keySet().stream().noneMatch(shape -> shape.equals(shape(path.segments()) + "/{}"));
        return whole
                ? schema(deeds, noun)
                        .map(schema -> new Holding(path, Optional.empty(), Optional.empty(), schema, deeds))
                : Optional.empty();
    }
}
