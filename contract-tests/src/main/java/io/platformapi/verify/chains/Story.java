package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The life of one or two resources of a family.
 *
 * <ol>
 *   <li>Two are made, or two are taken from the list.
 *   <li>A server that shows the same whatever it is asked for has no memory, such as a mock: nothing is expected of it.
 *   <li>Each relation asks on, those that change something after those that do not.
 *   <li>What does not fit is confirmed by another life, of other resources.
 *   <li>It is told by the shortest life that shows it: of one relation alone, and of one resource where that will do.
 * </ol>
 */
public final class Story {

    private static final List<Relation> RELATIONS = List.of(
            new CreatedIsFound(),
            new EveryWriteIsShown(),
            new AskedIsAnswered(),
            new SameAgain(),
            new BelongsToOne(),
            new CreatedIsListed(),
            new EveryFormatAlike(),
            new FiltersKeepWhatTheySay(),
            new SortedAsAsked(),
            new PagingLosesNothing(),
            new NextLeadsOn(),
            new TotalsAreTrue(),
            new ChangedIsKept(),
            new PutReplaces(),
            new RefusedChangesNothing(),
            new Preconditions(),
            new ActionsAreShown(),
            new PutTellsWhatItDid(),
            new OneKeyMakesOne(),
            new ReadOnlyIsKept(),
            new OthersAreKeptOut(),
            new RemovedIsGone());

    /** What is asked of a resource that there is one of alone: nothing of lists, names and neighbours. */
    private static final List<Relation> OF_ONE_ALONE = List.of(
            new CreatedIsFound(),
            new EveryWriteIsShown(),
            new BytesAreKept(),
            new SameAgain(),
            new EveryFormatAlike(),
            new ChangedIsKept(),
            new PutReplaces(),
            new RefusedChangesNothing(),
            new Preconditions(),
            new OthersAreKeptOut());

    /** What is asked of a resource that was promised, and not made yet (202): it may be another each time. */
    private static final List<Relation> OF_WHAT_GOES_ON = List.of(
            new CreatedIsFound(), new AskedIsAnswered(), new BelongsToOne(), new OneKeyMakesOne(), new RemovedIsGone());

    private static final long ANOTHER = 77;

    private final World world;
    private final BooleanSupplier isOver;
    private final List<String> unfollowed = new ArrayList<>();
    private final Map<Family, Doors> doors = new LinkedHashMap<>();
    private boolean hasMemory;
    private final Map<Failure, Relation> blaming = new IdentityHashMap<>();

    /**
     * The lives in a world.
     *
     * @param isOver whether there is no time left
     */
    public Story(World world, BooleanSupplier isOver) {
        this.world = world;
        this.isOver = isOver;
    }

    /** What does not fit together in any family. */
    public List<Failure> failures() throws IOException {
        List<Failure> failures = new ArrayList<>();
        for (Family family : world.families()) {
            List<Failure> first = isOver.getAsBoolean() ? List.of() : told(family);
            if (isOver.getAsBoolean()) {
                unfollowed.add(family.item() + " (there was no time left)");
                continue;
            }
            List<Failure> second = first.isEmpty() ? List.of() : told(family);
            for (Failure failure : first) {
                if (second.stream().anyMatch(again -> isSame(failure, again))) {
                    failures.add(shortest(family, failure));
                }
            }
        }
        failures.addAll(ofEverybody());
        failures.addAll(located());
        failures.addAll(new UploadsAreDownloaded(world).failures());
        return failures;
    }

    /** What an answer told the address of, such as a job, is there, if only a little later. */
    private List<Failure> located() throws IOException {
        List<Failure> failures = new ArrayList<>();
        for (var each : Map.copyOf(world.mentions().located()).entrySet()) {
            Scene scene = new Scene(world, each.getKey(), List.of(each.getValue()));
            boolean found = Awaiting.later(() -> isOver.getAsBoolean()
                    || scene.read(each.getValue()).filter(Scene::isGone).isEmpty());
            if (!found) {
                String location = each.getValue().told().answer().headers().text("Location");
                Exchange told = each.getValue().told();
                scene.blame(CheckId.CREATED_IS_FOUND, told, "Location leads nowhere.", "what is there", location);
            }
            failures.addAll(scene.failures());
        }
        return failures;
    }

    /** What another client came to by all ways is a breach where it is kept out of nothing; else it is everybody's. */
    private List<Failure> ofEverybody() {
        boolean anyClosed = doors.values().stream().anyMatch(Doors::anyClosed);
        List<Failure> suspicions = new ArrayList<>();
        doors.forEach((family, all) -> {
            if (!anyClosed) {
                suspicions.addAll(all.suspicions());
            } else if (!all.suspicions().isEmpty()) {
                unfollowed.add(
                        family.item()
                                + " (the other client is not kept out, as it is elsewhere: whether it is everybody's is not known)");
            }
        });
        return suspicions;
    }

    /** The families whose answers were not held to each other, each with the reason. */
    public List<String> unfollowed() {
        return unfollowed.stream().distinct().toList();
    }

    /** The same failure after fewer requests, where a life of its relation alone shows it. */
    private Failure shortest(Family family, Failure failure) throws IOException {
        Relation relation = blaming.get(failure);
        for (int few = 1; few <= 2 && relation != null; few++) {
            List<Resource> fresh = resources(family);
            if (fresh.size() < few) {
                return failure;
            }
            Scene scene = new Scene(world, family, fresh.subList(0, few));
            relation.follow(scene);
            Optional<Failure> same = scene.failures().stream()
                    .filter(other -> isSame(failure, other))
                    .findFirst();
            if (same.isPresent()) {
                return same.get();
            }
        }
        return failure;
    }

    private static boolean isSame(Failure one, Failure other) {
        return one.check().equals(other.check()) && one.cause().equals(other.cause());
    }

    private List<Failure> told(Family family) throws IOException {
        List<Resource> resources = resources(family);
        if (resources.isEmpty()) {
            unfollowed.add(family.item() + " (nothing could be made or found there)");
            return List.of();
        }
        Scene scene = new Scene(world, family, resources);
        if (!remembers(scene)) {
            unfollowed.add(family.item() + " (the server shows the same whatever it is sent, as a mock does)");
            return List.of();
        }
        if (family.isSingle() && !resources.get(0).sent().isMissingNode()) {
            scene.again(resources.get(0).told()); // it was changed, to see whether that is remembered
        }
        if (resources.get(0).isGoingOn()) {
            unfollowed.add(family.item() + " (not in all: what is answered by 202 goes on by itself)");
        }
        for (Relation relation : relations(family, resources.get(0))) {
            int before = scene.failures().size();
            relation.follow(scene);
            scene.failures().stream().skip(before).forEach(failure -> blaming.put(failure, relation));
        }
        doors.put(family, scene.doors());
        scene.left().forEach(why -> unfollowed.add(family.item() + " (" + why + ")"));
        return scene.failures();
    }

    private List<Resource> resources(Family family) throws IOException {
        if (family.isSingle()) {
            return world.single(family).stream().toList();
        }
        Optional<Resource> one = world.made(family);
        Optional<Resource> other =
                one.isEmpty() ? Optional.empty() : world.made(family).filter(two -> isAnother(family, one.get(), two));
        return one.isPresent()
                ? Stream.concat(one.stream(), other.stream()).toList()
                : world.listed(family).stream().limit(2).toList();
    }

    /** Whether two were to be made: what is sent once more, or to the address of the first, may be the first. */
    private static boolean isAnother(Family family, Resource one, Resource two) {
        boolean named = family.operation(Act.CREATE).isEmpty();
        return !one.id().equals(two.id()) || !named && !one.sent().equals(two.sent());
    }

    private static List<Relation> relations(Family family, Resource first) {
        if (family.isSingle()) {
            return OF_ONE_ALONE;
        }
        return first.isGoingOn() ? OF_WHAT_GOES_ON : RELATIONS;
    }

    /** Whether what a server shows has to do with what it was asked for. */
    private boolean remembers(Scene scene) throws IOException {
        if (scene.family().isSingle()) {
            return hasMemory || isChanged(scene);
        }
        boolean own = tellsOne(scene);
        hasMemory |= own;
        return own;
    }

    /** Whether what there is one of alone is another once something else was sent. */
    private static boolean isChanged(Scene scene) throws IOException {
        JsonNode before = scene.state(scene.first());
        Act role = scene.can(Act.REPLACE) ? Act.REPLACE : Act.CHANGE;
        scene.ask(role, scene.first().id(), ANOTHER, UnaryOperator.identity());
        return !scene.state(scene.first()).equals(before);
    }

    private static boolean tellsOne(Scene scene) throws IOException {
        Resource first = scene.first();
        Optional<Resource> second = scene.second();
        boolean made = !first.sent().isMissingNode();
        if (made
                && second.isPresent()
                && first.id().equals(second.get().id())
                && isSameAnswer(first.told(), second.get().told())) {
            return false;
        }
        Optional<String> unknown = scene.can(Act.READ) ? scene.identity().unknown() : Optional.empty();
        Optional<Exchange> never =
                unknown.isEmpty() ? Optional.empty() : scene.ask(Act.READ, unknown.get(), 1, UnaryOperator.identity());
        return never.filter(Scene::succeeded).isEmpty() || tells(scene, first, second);
    }

    private static boolean isSameAnswer(Exchange one, Exchange other) {
        return one.answer().text().equals(other.answer().text());
    }

    /** Whether two resources differ as what they were made from does, or as their names do. */
    private static boolean tells(Scene scene, Resource first, Optional<Resource> second) throws IOException {
        JsonNode one = Identity.resource(scene.state(first));
        JsonNode other = second.isPresent() ? Identity.resource(scene.state(second.get())) : first.sent();
        return !one.equals(other)
                && (scene.identity().of(one).filter(first.id()::equals).isPresent()
                        || first.sent().properties().stream()
                                .anyMatch(member -> member.getValue().equals(one.get(member.getKey()))
                                        && !member.getValue().equals(other.get(member.getKey()))));
    }
}
