package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.schema.Fault;
import io.platformapi.mock.memory.Recollection.Denied;
import io.platformapi.mock.memory.Recollection.Kept;
import io.platformapi.mock.memory.State.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one request does with what is remembered, as a function: state and request in, state and answer out. */
final class Doing {

    private static final List<Integer> ABSENT = List.of(404, 410);
    private static final List<Integer> CONFLICT = List.of(409, 412);
    private static final List<Integer> REFUSED = List.of(422, 400, 409);

    private final State before;
    private final Asking asking;
    private final List<Holding> kinds;
    private final Holding holding;
    private final Making making;
    private final ThingBodies wording;
    private final AnswerFields fields;
    private final AnswerStatuses statuses;
    private final MeantVersion meant;
    private final Relations relations;

    /** @param kinds all that there are: things name each other */
    Doing(State before, Asking asking, List<Holding> kinds) {
        this.kinds = kinds;
        this.relations = new Relations(kinds, before);
        this.before = before;
        this.asking = asking;
        this.holding = asking.holding();
        this.making = new Making(holding, asking.now());
        this.wording = new ThingBodies(holding);
        this.fields = new AnswerFields(asking);
        this.statuses = new AnswerStatuses(asking.operation());
        this.meant = new MeantVersion(asking, statuses);
    }

    /** What is remembered afterwards, and what is answered; empty for the document's own answer. */
    record Done(State after, Optional<Recollection> told) {}

    Done done() {
        return absentAncestor().map(this::denied).orElseGet(this::deed);
    }

    private Done deed() {
        return switch (asking.task().deed()) {
            case LIST -> list();
            case CREATE -> create();
            case READ -> found().map(this::read).orElseGet(this::absent);
            case REPLACE -> meant.unmet(found()).map(this::denied).orElseGet(this::replace);
            case CHANGE -> there(this::change);
            case REMOVE -> there(this::remove);
            case ACT -> new Done(before, Optional.empty());
        };
    }

    private Done there(Function<Entry, Done> deed) {
        return found().map(entry ->
                        meant.unmet(Optional.of(entry)).map(this::denied).orElseGet(() -> deed.apply(entry)))
                .orElseGet(this::absent);
    }

    /** The things that the path goes through have to be there, where clients can tell whether they are. */
    private Optional<Denied> absentAncestor() {
        for (Holding ancestor : asking.task().ancestors()) {
            int depth = ancestor.depth();
            Address address = new Address(
                    asking.values().subList(0, depth), asking.values().get(depth));
            if (before.find(ancestor, address).isEmpty()) {
                return Optional.of(missing(ancestor));
            }
        }
        return Optional.empty();
    }

    private static Denied missing(Holding kind) {
        return new Denied(ABSENT, "There is no such thing among " + kind.path() + ".");
    }

    private Done denied(Denied denied) {
        return new Done(before, Optional.of(denied));
    }

    private Done absent() {
        return denied(missing(holding));
    }

    private Address address() {
        return new Address(asking.scope(), asking.key().or(this::sentKey).orElse(""));
    }

    /** The key that stands in the body, where the path has none. */
    private Optional<String> sentKey() {
        return holding.isSingle()
                ? Optional.empty()
                : holding.id()
                        .map(id -> Inlays.body(asking).path(id))
                        .filter(Making::isKey)
                        .map(JsonNode::asText);
    }

    private Optional<Entry> found() {
        Optional<Entry> kept = before.find(holding, address());
        if (!holding.isSingle()) {
            return kept.filter(this::isInView);
        }
        return kept.isPresent()
                ? kept.filter(entry -> !entry.value().isNull())
                : Optional.of(new Entry(address(), Beginning.single(holding)));
    }

    private boolean isInView(Entry entry) {
        return asking.task().bonds().entrySet().stream()
                .allMatch(bond -> entry.value()
                        .path(bond.getValue())
                        .asText()
                        .equals(asking.values().get(bond.getKey())));
    }

    private Done list() {
        List<Entry> all = before.in(holding, asking.scope()).stream()
                .filter(this::isInView)
                .toList();
        ListWish wish = new ListWish(asking);
        ListWish.Page page = wish.of(all);
        int status = statuses.success(200, 206);
        return told(
                before,
                new Kept(
                        status,
                        content -> wording.page(content, wish, page).or(() -> ThingBodies.documented(content)),
                        fields.ofPage(status, wish, page)));
    }

    private Done read(Entry entry) {
        return meant.isKnown(entry)
                ? told(before, new Kept(304, none -> Optional.empty(), fields.ofVersion(304, entry)))
                : one(before, statuses.success(200), entry);
    }

    private Done one(State after, int status, Entry entry) {
        return one(after, status, entry, Headers.none());
    }

    private Done one(State after, int status, Entry entry, Headers headers) {
        return told(
                after,
                new Kept(
                        status,
                        content -> wording.one(content, entry.value()).or(() -> ThingBodies.documented(content)),
                        fields.ofVersion(status, entry).with(headers)));
    }

    private Done told(State after, Kept kept) {
        return asking.operation().response(kept.status()).isPresent()
                ? new Done(after, Optional.of(kept))
                : new Done(after, Optional.empty());
    }

    private Done create() {
        ObjectNode sent = asking.thing();
        ObjectNode thing = making.made(sent, Inlays.bodySchema(asking));
        asking.task()
                .bonds()
                .forEach((position, member) ->
                        Making.bind(thing, holding, member, asking.values().get(position)));
        relations.embed(thing, holding.schema());
        belong(thing);
        Optional<String> own = making.ownKey(sent);
        Optional<String> key = own.or(() -> making.newKey(before, asking.scope(), thing));
        if (key.isEmpty()) {
            return denied(new Denied(REFUSED, "No id is left that the document takes."));
        }
        Address address = new Address(asking.scope(), key.get());
        boolean conflicting = own.isPresent() && before.find(holding, address).isPresent();
        if (conflicting && CONFLICT.stream().anyMatch(statuses::has)) {
            return denied(new Denied(CONFLICT, "There is one with this id already."));
        }
        Entry made = new Entry(address, making.keyed(thing, key.get()));
        return created(made, conflicting ? statuses.success(200, 201) : statuses.success(201, 200));
    }

    private Done created(Entry made, int status) {
        State after = before.with(holding, made.address(), made.value());
        return one(after, status, made, fields.ofMade(status, made.address()));
    }

    /** Gives a thing the members that name the place where it is. */
    private void belong(ObjectNode thing) {
        List<String> variables = holding.path().variables();
        List<String> scope = asking.scope();
        for (int i = 0; i < scope.size() && i < variables.size(); i++) {
            String value = scope.get(i);
            ThingMembers.belonging(holding.schema(), variables.get(i), Beginning.nounBefore(holding.path(), i))
                    .ifPresent(member -> Making.bind(thing, holding, member, value));
        }
    }

    private Done replace() {
        Optional<Entry> old = found();
        if (old.isEmpty() && !mayBegin()) {
            return absent();
        }
        ObjectNode thing = old.map(Entry::value)
                .filter(ObjectNode.class::isInstance)
                .map(value -> making.replaced((ObjectNode) value, asking.thing(), Inlays.bodySchema(asking)))
                .orElseGet(() -> making.made(asking.thing(), Inlays.bodySchema(asking)));
        Address address = old.map(Entry::address).orElseGet(this::address);
        relations.embed(thing, holding.schema());
        belong(thing);
        Entry after = new Entry(address, holding.isSingle() ? thing : making.keyed(thing, address.key()));
        return old.isEmpty()
                ? created(after, statuses.success(201, 200))
                : one(before.with(holding, address, after.value()), statuses.success(200, 204, 202), after);
    }

    /** Whether PUT makes what is not there: where it says so, or nothing else does. */
    private boolean mayBegin() {
        boolean named = asking.key().isPresent() || holding.isSingle();
        return named && (statuses.has(201) || !holding.canBegin());
    }

    private Done change(Entry old) {
        Optional<JsonNode> patched = asking.isPatch()
                ? Patches.patched(old.value(), asking.body())
                : Optional.of(Patches.merged(old.value(), Inlays.changes(asking)));
        if (patched.isEmpty()) {
            return denied(new Denied(List.of(409, 422, 400), "The patch does not go with what there is."));
        }
        if (!(patched.get() instanceof ObjectNode thing)) {
            return denied(new Denied(REFUSED, "The patch leaves no thing."));
        }
        relations.embed(thing, holding.schema());
        List<Fault> faults = holding.schema().faults(thing);
        boolean worse = faults.size() > holding.schema().faults(old.value()).size();
        if (worse && REFUSED.stream().anyMatch(statuses::has)) {
            return denied(new Denied(
                    REFUSED,
                    "The change leaves what the document does not take, at "
                            + faults.get(0).pointer() + "."));
        }
        ObjectNode after = making.changed(thing);
        Entry entry = new Entry(
                old.address(),
                holding.isSingle() ? after : making.keyed(after, old.address().key()));
        return one(before.with(holding, entry.address(), entry.value()), statuses.success(200), entry);
    }

    private Done remove(Entry entry) {
        State without = holding.isSingle()
                ? before.with(holding, entry.address(), NullNode.getInstance())
                : withoutWhatBelongs(entry.address());
        return one(without, statuses.success(204, 200), entry);
    }

    /** What lies in the paths of a thing, goes with it. */
    private State withoutWhatBelongs(Address gone) {
        String own = Inference.shape(holding.path().segments()) + "/{}/";
        State left = before.without(holding, gone);
        for (Holding other : kinds) {
            if (Inference.shape(other.path().segments()).startsWith(own)) {
                for (Address address : List.copyOf(left.of(other).keySet())) {
                    if (address.isBelow(gone)) {
                        left = left.without(other, address);
                    }
                }
            }
        }
        return left;
    }
}
