package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The resources of a server as far as they are known: made, or found in a list, once they are needed. */
public final class World {

    private static final String IF_MATCH = "If-Match";
    private static final int MOST_TRIES = 300;
    private static final int MOST_WRITES = 5000;

    private final List<Operation> operations;
    private final List<Family> families;
    private final Cases cases;
    private final Courier courier;
    private final ReadValues values;
    private final List<Exchange> writes = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final CurrentTags tags = new CurrentTags();
    private final Scopes scopes = new Scopes();
    private final Mentions mentions;
    private final Maker maker;

    /** A world of which nothing is known yet. */
    public World(List<Operation> operations, Cases cases, Courier courier) {
        this.operations = List.copyOf(operations);
        this.families = Families.of(operations);
        this.cases = cases;
        this.courier = one -> {
            Optional<Exchange> exchange = courier.exchange(one);
            exchange.ifPresent(tags::saw);
            exchange.ifPresent(scopes::saw);
            return exchange;
        };
        this.values = new ReadValues(cases.bodies());
        this.mentions = new Mentions(families, values);
        this.maker = new Maker(this);
    }

    /** The family that the resources of another are part of, the nearest of several. */
    Optional<Family> above(Family family) {
        return families.stream()
                .filter(one -> !one.isSingle()
                        && family.item().shape().startsWith(one.item().shape() + "/"))
                .reduce((outer, inner) -> inner);
    }

    /** Keeps a valid request that was to change something, and was answered with what came of it; and its version. */
    public void saw(Exchange exchange) {
        tags.saw(exchange);
        scopes.saw(exchange);
        mentions.saw(exchange);
        boolean valid = Set.of(Verdict.ACCEPTED, Verdict.ANSWERED, Verdict.VARIED)
                .contains(exchange.asked().expected().verdict());
        boolean writing = Set.of("POST", "PUT", "PATCH")
                .contains(exchange.asked().request().method());
        if (valid && writing && exchange.isAnsweredWith(2) && writes.size() < MOST_WRITES) {
            writes.add(exchange);
        }
    }

    /** The valid requests that were to change something, and were answered with what came of it. */
    List<Exchange> writes() {
        return writes;
    }

    /** The operation that reads what is at a path, the one with the most literal segments. */
    Optional<Operation> reading(String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals("GET") && KnownIds.fits(operation.path(), path))
                .max(Comparator.comparing(operation -> operation.path().segments().stream()
                        .filter(segment -> segment.variables().isEmpty())
                        .count()));
    }

    /** The requests that an operation answered with what it made of them. */
    List<Exchange> writes(Operation operation) {
        return writes.stream()
                .filter(one -> one.asked().answering().filter(operation::equals).isPresent())
                .toList();
    }

    /** What is done with one resource of a family, by the paths right below it that lead to no resources. */
    List<Operation> actions(Family family) {
        return below(family, "POST")
                .filter(operation -> families.stream()
                        .noneMatch(other ->
                                other.item().shape().startsWith(operation.path().shape())))
                .toList();
    }

    /** What is shown of one resource of a family by the paths right below it. */
    List<Operation> views(Family family) {
        return below(family, "GET")
                .filter(operation ->
                        families.stream().noneMatch(other -> other.operations().containsValue(operation)))
                .toList();
    }

    /** The operation of a method at the path of another. */
    Optional<Operation> beside(Operation operation, String method) {
        return operations.stream()
                .filter(other -> other.method().equals(method)
                        && other.path().shape().equals(operation.path().shape()))
                .findFirst();
    }

    private Stream<Operation> below(Family family, String method) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.path().segments().size() == family.depth() + 1
                        && operation.path().shape().startsWith(family.item().shape() + "/")
                        && !operation.path().shape().endsWith("{}"));
    }

    /** The operations in their order, those last whose resources are known from the answers of others only. */
    public List<Operation> ordered(List<Operation> some) {
        return some.stream().sorted(Comparator.comparing(mentions::isToldOf)).toList();
    }

    List<Family> families() {
        return families;
    }

    ReadValues values() {
        return values;
    }

    Cases cases() {
        return cases;
    }

    Courier courier() {
        return courier;
    }

    /** Whether an operation's path leads through resources that may be known. */
    public boolean knows(Operation operation) {
        return families.stream()
                .anyMatch(family -> !family.isSingle()
                        && operation.path().shape().startsWith(family.item().shape()));
    }

    /** Forgets the resources that an operation's path leads through: they are no more, or were asked for in vain. */
    public void forget(Operation operation) {
        for (int i = 0; i < operation.path().segments().size(); i++) {
            ids.remove(KnownIds.shape(operation.path(), i));
            mentions.forget(KnownIds.shape(operation.path(), i));
        }
    }

    /** A case for resources that are there, as far as any are known; made or found where none is. */
    public Case placed(Operation operation, Case asked) throws IOException {
        return known(operation, operation.path().segments().size()).placed(operation, asked);
    }

    /** A case that names a version, for the current one of its resource, as far as that is known or told when asked. */
    public Case current(Operation operation, Case asked) throws IOException {
        if (!asked.request().headers().has(IF_MATCH)) {
            return asked;
        }
        String path = asked.request().path();
        if (tags.of(path).isEmpty()) {
            Optional<Case> read = families.stream()
                    .filter(family ->
                            family.item().shape().equals(operation.path().shape()))
                    .flatMap(family -> family.operation(Act.READ).stream())
                    .findFirst()
                    .flatMap(one -> cases.valid(one, 1));
            if (read.isPresent()) {
                courier.exchange(read.get().asking(read.get().request().withPath(path)));
            }
        }
        return tags.of(path)
                .map(tag -> asked.asking(asked.request().with(IF_MATCH, tag)))
                .orElse(asked);
    }

    /** What is known of the resources that the first segments of an operation's path lead through. */
    KnownIds known(Operation operation, int segments) throws IOException {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < segments; i++) {
            String shape = KnownIds.shape(operation.path(), i);
            Optional<Family> family = families.stream()
                    .filter(one -> one.item().shape().equals(shape) && !one.isSingle())
                    .findFirst();
            Optional<String> text = family.isPresent() ? id(family.get()) : scopes.text(shape);
            text.ifPresent(id -> known.put(shape, id));
        }
        return new KnownIds(known);
    }

    private Optional<String> id(Family family) throws IOException {
        String shape = family.item().shape();
        if (!ids.containsKey(shape) && tries.merge(shape, 1, Integer::sum) <= MOST_TRIES) {
            Optional<Resource> found = made(family);
            found = found.isPresent() ? found : listed(family).stream().findFirst();
            if (found.isEmpty()) {
                tries.put(shape, MOST_TRIES);
            }
            found.ifPresent(resource -> ids.put(shape, resource.id()));
        }
        return Optional.ofNullable(ids.get(shape)).or(() -> mentions.id(family));
    }

    /** Makes a resource; empty where none can be made, or the answer does not tell what it is called. */
    Optional<Resource> made(Family family) throws IOException {
        return maker.made(family);
    }

    Mentions mentions() {
        return mentions;
    }

    Maker maker() {
        return maker;
    }

    /** What there is one of alone, replaced where that can be, or as it is. */
    Optional<Resource> single(Family family) throws IOException {
        Optional<Resource> made = made(family);
        Optional<Operation> read = family.operation(Act.READ);
        Optional<Case> valid = made.isPresent() ? Optional.empty() : read.flatMap(one -> cases.valid(one, 1));
        if (valid.isEmpty()) {
            return made;
        }
        return courier.exchange(placed(read.get(), valid.get()))
                .filter(Scene::succeeded)
                .map(one -> new Resource("", one, MissingNode.getInstance()));
    }

    /** The resources of a list. */
    List<Resource> listed(Family family) throws IOException {
        Optional<Operation> list = family.operation(Act.LIST);
        Optional<Case> valid = list.flatMap(operation -> cases.valid(operation, 1));
        Optional<Exchange> exchange =
                valid.isEmpty() ? Optional.empty() : courier.exchange(placed(list.get(), valid.get()));
        JsonNode none = MissingNode.getInstance();
        return exchange.filter(one -> one.answer().status() / 100 == 2).stream()
                .flatMap(one -> ListedItems.of(values.answered(one)).stream()
                        .flatMap(item -> new Identity(family).of(item).stream())
                        .map(id -> new Resource(id, one, none)))
                .toList();
    }
}
