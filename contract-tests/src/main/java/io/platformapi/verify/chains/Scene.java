package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One or two resources of a family, to be asked about and changed by one relation after the other. */
final class Scene {

    private static final int OK = 2;
    private static final Set<Act> WRITING = Set.of(Act.CREATE, Act.REPLACE, Act.CHANGE);

    private final World world;
    private final Family family;
    private final List<Resource> resources;
    private final UnaryOperator<HttpRequest> client;
    private final long life;
    private final List<Failure> failures = new ArrayList<>();
    private final Versions versions = new Versions();
    private final List<String> steps;
    private final List<String> left = new ArrayList<>();
    private final Doors doors = new Doors();

    Scene(World world, Family family, List<Resource> resources) {
        this(
                world,
                family,
                resources,
                UnaryOperator.identity(),
                new ArrayList<>(),
                world.maker().life());
        resources.forEach(resource -> step(resource.told()));
    }

    private Scene(
            World world,
            Family family,
            List<Resource> resources,
            UnaryOperator<HttpRequest> client,
            List<String> steps,
            long life) {
        this.life = life;
        this.world = world;
        this.family = family;
        this.resources = List.copyOf(resources);
        this.client = client;
        this.steps = steps;
    }

    /** The same scene as another client comes to it; what is asked there is a step here, too. */
    Scene as(UnaryOperator<HttpRequest> other) {
        return new Scene(world, family, resources, other, steps, life);
    }

    Family family() {
        return family;
    }

    Identity identity() {
        return new Identity(family);
    }

    /** The resource that is changed and removed. */
    Resource first() {
        return resources.get(0);
    }

    /** The resource that is left alone. */
    Optional<Resource> second() {
        return resources.stream().skip(1).findFirst();
    }

    boolean can(Act role) {
        return family.operation(role).isPresent();
    }

    JsonNode shown(Exchange exchange) {
        return world.values().answered(exchange);
    }

    JsonNode sent(Exchange exchange) {
        return world.values().sent(exchange);
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Asks for a resource. */
    Optional<Exchange> read(Resource resource) throws IOException {
        return ask(Act.READ, resource.id(), 1, UnaryOperator.identity());
    }

    /** What a resource is now; missing where it is not shown. */
    JsonNode state(Resource resource) throws IOException {
        Optional<Exchange> exchange = can(Act.READ) ? read(resource) : Optional.empty();
        return exchange.filter(Scene::succeeded).map(this::shown).orElse(MissingNode.getInstance());
    }

    /** Asks for the list. */
    Optional<Exchange> list(UnaryOperator<HttpRequest> change) throws IOException {
        return ask(Act.LIST, "", 1, change);
    }

    /** Asks an operation of the family, for a resource where it is for one. */
    Optional<Exchange> ask(Act role, String id, long seed, UnaryOperator<HttpRequest> change) throws IOException {
        Optional<Case> valid = valid(role, seed);
        return valid.isEmpty()
                ? Optional.empty()
                : send(placed(family.operation(role).orElseThrow(), id, valid.get()), change);
    }

    /** A valid case of an operation of the family; what it writes is another in each scene, but for the seed 0. */
    Optional<Case> valid(Act role, long seed) {
        boolean own = seed != 0 && WRITING.contains(role);
        return family.operation(role).flatMap(one -> world.maker().valid(family, one, own ? seed + life : seed));
    }

    /** Asks an operation of the paths below a resource. */
    Optional<Exchange> askBelow(Operation operation, Resource resource) throws IOException {
        Optional<Case> valid = world.cases().valid(operation, 1);
        return valid.isEmpty() ? Optional.empty() : send(placed(operation, resource.id(), valid.get()));
    }

    /** Asks an operation of the family with a body of one's own; empty where the contract does not allow it. */
    Optional<Exchange> ask(Act role, Resource resource, JsonNode body) throws IOException {
        Optional<Operation> operation = family.operation(role);
        Optional<Case> valid = operation.flatMap(one -> world.cases().valid(one, body));
        return valid.isEmpty()
                ? Optional.empty()
                : send(placed(operation.get(), resource.id(), valid.get()), UnaryOperator.identity());
    }

    World world() {
        return world;
    }

    /** Sends cases that break the contract, for a resource that is there; the answers that refuse them. */
    List<Exchange> refused(Act role, Resource resource) throws IOException {
        Optional<Operation> operation = family.operation(role);
        List<Exchange> refused = new ArrayList<>();
        for (Case broken : operation.map(world.cases()::refused).orElse(List.of())) {
            send(placed(operation.get(), resource.id(), broken), UnaryOperator.identity())
                    .filter(one -> one.isAnsweredWith(4))
                    .ifPresent(refused::add);
        }
        return refused;
    }

    /** Sends what was sent once more. */
    Optional<Exchange> again(Exchange exchange) throws IOException {
        return send(exchange.asked(), UnaryOperator.identity());
    }

    /** Sends a case as it is. */
    Optional<Exchange> send(Case asked) throws IOException {
        return send(asked, UnaryOperator.identity());
    }

    private Optional<Exchange> send(Case asked, UnaryOperator<HttpRequest> change) throws IOException {
        Optional<Exchange> exchange =
                world.courier().exchange(asked.asking(client.apply(change.apply(asked.request()))));
        exchange.ifPresent(this::step);
        exchange.ifPresent(this::tag);
        return exchange;
    }

    private void tag(Exchange exchange) {
        versions.sharedTag(exchange, Likeness.ofKept().without(shown(exchange)))
                .ifPresent(tag -> blame(
                        CheckId.ENTITY_TAGS,
                        exchange,
                        "Two versions of a resource have one entity tag.",
                        "another entity tag (RFC 9110, section 8.8.1)",
                        tag + " twice"));
    }

    private Case placed(Operation operation, String id, Case asked) throws IOException {
        if (family.isSingle()) {
            String there = first().told().asked().request().path(); // what is above it may be known by no family
            return world.current(operation, asked.asking(asked.request().withPath(there)));
        }
        boolean one = !id.isEmpty()
                && operation.path().shape().startsWith(family.item().shape());
        int segments = one ? family.depth() - 1 : operation.path().segments().size();
        Map<String, String> ids = new HashMap<>(world.known(operation, segments).ids());
        if (one) {
            ids.put(family.item().shape(), id);
        }
        return world.current(operation, new KnownIds(ids).placed(operation, asked));
    }

    private void step(Exchange exchange) {
        steps.add(exchange.asked().request().method() + " "
                + exchange.asked().request().target() + " (" + exchange.answer().status() + ")");
    }

    /** Whether an answer says that it was done. */
    static boolean succeeded(Exchange exchange) {
        return exchange.answer().status() / 100 == OK && exchange.answer().status() != 202;
    }

    /** Whether an answer says that there is no such resource. */
    static boolean isGone(Exchange exchange) {
        return exchange.answer().status() == 404 || exchange.answer().status() == 410;
    }

    /** The schemas of the resource that an operation shows. */
    Applied documentedOfOne(Exchange exchange) {
        Applied whole = exchange.asked()
                .answering()
                .flatMap(operation -> operation.response(exchange.answer().status()))
                .flatMap(response -> exchange.answer().contentType().flatMap(response::content))
                .map(Content::schema)
                .map(Applied::of)
                .orElse(new Applied(List.of()));
        return Envelope.member(shown(exchange)).map(whole::member).orElse(whole);
    }

    List<Resource> resources() {
        return List.copyOf(resources);
    }

    /** Whether an item of a list is a resource. */
    boolean is(Resource resource, JsonNode item) {
        return identity().of(item).filter(resource.id()::equalsIgnoreCase).isPresent();
    }

    /** Whether an item of a list is the first resource. */
    boolean isFirst(JsonNode item) {
        return is(first(), item);
    }

    /** Says why something was not looked at. */
    void leave(String why) {
        left.add(why);
    }

    /** Why something was not looked at. */
    List<String> left() {
        return List.copyOf(left);
    }

    /** By which ways another client came to the family's resources. */
    Doors doors() {
        return doors;
    }

    /** Says what does not fit, and which requests lead there. */
    void blame(CheckId check, Exchange exchange, String cause, String expected, String received) {
        blame(failure(check, exchange, cause, expected, received));
    }

    void blame(Failure failure) {
        failures.add(failure);
    }

    /** What does not fit, and which requests led there. */
    Failure failure(CheckId check, Exchange exchange, String cause, String expected, String received) {
        String way = String.join(", ", steps.subList(Math.max(0, steps.size() - 8), steps.size()));
        return alone(check, exchange, cause, expected, received + "; after " + way, Blame.SERVER);
    }

    /** Says what does not fit in one answer, whatever led there. */
    void blameAlone(CheckId check, Exchange exchange, String cause, String expected, String received, Blame blame) {
        blame(alone(check, exchange, cause, expected, received, blame));
    }

    private static Failure alone(
            CheckId check, Exchange exchange, String cause, String expected, String received, Blame blame) {
        return new Failure(
                check.id(),
                exchange.asked(),
                cause,
                expected,
                received,
                exchange.asked().documented(),
                blame);
    }
}
