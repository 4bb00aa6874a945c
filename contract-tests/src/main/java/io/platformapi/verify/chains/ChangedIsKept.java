package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.chains.Likeness.Difference;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What was changed stays changed, and nothing else is; what is done once more changes nothing. */
final class ChangedIsKept implements Relation {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long[] SEEDS = {31, 32, 0};
    private static final Pattern BIRTH = Pattern.compile("created(at|on|by|date|time|timestamp)?");

    @Override
    public void follow(Scene scene) throws IOException {
        for (Act role : List.of(Act.REPLACE, Act.CHANGE)) {
            if (scene.can(role) && scene.can(Act.READ)) {
                change(scene, role);
            }
        }
        if (scene.can(Act.CHANGE) && scene.can(Act.READ)) {
            nothings(scene);
        }
    }

    private static void change(Scene scene, Act role) throws IOException {
        JsonNode before = scene.state(scene.first());
        JsonNode neighbour = neighbour(scene);
        Optional<ListPages.Whole> list = ListPages.whole(scene);
        Optional<Exchange> done = done(scene, role);
        if (done.isEmpty() || before.isMissingNode() || isElsewhere(scene, done.get())) {
            return;
        }
        followed(scene, role, before, done.get());
        again(scene, role, done.get());
        alone(scene, neighbour, done.get());
        more(scene, list, done.get());
    }

    /** Whether a change led to another address: what is renamed may move, and what is replaced have a successor. */
    private static boolean isElsewhere(Scene scene, Exchange done) throws IOException {
        Optional<String> named = scene.identity()
                .of(Identity.resource(scene.shown(done)))
                .or(() -> scene.identity().located(done))
                .filter(id -> !id.equalsIgnoreCase(scene.first().id()));
        return !scene.family().isSingle()
                && named.isPresent()
                && (done.answer().status() == 201
                        || scene.read(scene.first()).filter(Scene::succeeded).isEmpty())
                && scene.ask(Act.READ, named.get(), 1, UnaryOperator.identity())
                        .filter(Scene::succeeded)
                        .isPresent();
    }

    private static void more(Scene scene, Optional<ListPages.Whole> before, Exchange done) throws IOException {
        Optional<ListPages.Whole> after = before.isEmpty() ? Optional.empty() : ListPages.whole(scene);
        int more = after.map(one -> others(scene, one)).orElse(0)
                - before.map(one -> others(scene, one)).orElse(0);
        if (after.isPresent() && more != 0) {
            scene.blame(
                    CheckId.REST_IS_KEPT,
                    done,
                    "To change a resource has changed how many there are.",
                    "as many in the list as before",
                    Math.abs(more) + (more > 0 ? " more" : " less"));
        }
    }

    /** What is changed may be listed no more, such as what is closed. */
    private static int others(Scene scene, ListPages.Whole whole) {
        return (int) whole.items().stream().filter(item -> !scene.isFirst(item)).count();
    }

    /** What is so easily taken for nothing: a flag that is not set, nought, an empty text or list. */
    private static void nothings(Scene scene) throws IOException {
        JsonNode before = scene.state(scene.first());
        for (var member : Identity.resource(before).properties()) {
            JsonNode value = member.getValue();
            JsonNode other = value.isBoolean()
                    ? JSON.booleanNode(!value.asBoolean())
                    : value.isNumber()
                            ? JSON.numberNode(0)
                            : value.isArray() ? JSON.arrayNode() : value.isTextual() ? JSON.textNode("") : value;
            boolean asks =
                    !other.equals(value) && Lasting.writable(scene, Act.CHANGE).contains(member.getKey());
            ObjectNode body = JSON.objectNode();
            body.set(member.getKey(), other);
            Optional<Exchange> done = asks ? scene.ask(Act.CHANGE, scene.first(), body) : Optional.empty();
            if (done.filter(Scene::succeeded).isPresent()) {
                if (isElsewhere(scene, done.get())) {
                    return;
                }
                followed(scene, Act.CHANGE, before, done.get());
                before = scene.state(scene.first());
            }
        }
    }

    private static void followed(Scene scene, Act role, JsonNode before, Exchange done) throws IOException {
        JsonNode sent = Identity.resource(scene.sent(done));
        Optional<Exchange> read = scene.read(scene.first());
        if (!sent.isObject()
                || read.isEmpty()
                || read.filter(one -> one.isAnsweredWith(3)).isPresent()) {
            return;
        }
        if (!Scene.succeeded(read.get())) {
            scene.blame(
                    CheckId.CHANGE_IS_KEPT,
                    read.get(),
                    "What was changed is not found any more.",
                    "the resource as changed",
                    "status " + read.get().answer().status());
            return;
        }
        born(scene, before, sent, read.get());
        kept(scene, sent, done, "The answer does not show what was changed");
        if (!isShownLater(scene, sent)) {
            kept(scene, sent, read.get(), "What was changed did not stay so");
        }
        if (role == Act.CHANGE) {
            rest(scene, before, sent, read.get());
        }
    }

    private static Optional<Exchange> done(Scene scene, Act role) throws IOException {
        for (long seed : SEEDS) {
            Optional<Exchange> tried = scene.ask(role, scene.first().id(), seed, UnaryOperator.identity());
            if (tried.filter(Scene::succeeded).isPresent()) {
                return tried;
            }
        }
        return Optional.empty();
    }

    /** A copy of what was changed may follow a little later. */
    private static boolean isShownLater(Scene scene, JsonNode sent) throws IOException {
        return Awaiting.later(() -> scene.read(scene.first())
                .filter(Scene::succeeded)
                .filter(read -> difference(scene, sent, read).isEmpty())
                .isPresent());
    }

    private static Optional<Difference> difference(Scene scene, JsonNode sent, Exchange shown) {
        JsonNode body = Identity.resource(scene.shown(shown));
        return body.isObject()
                ? Likeness.ofKept().difference(sent, body, scene.documentedOfOne(shown))
                : Optional.empty();
    }

    private static void kept(Scene scene, JsonNode sent, Exchange shown, String what) {
        difference(scene, sent, shown)
                .ifPresent(found -> scene.blame(
                        CheckId.CHANGE_IS_KEPT,
                        shown,
                        what + ": " + found.pointer() + ".",
                        found.expected() + ", as sent",
                        found.received()));
    }

    /** What a client can write, and did not, is as it was. */
    private static void rest(Scene scene, JsonNode before, JsonNode sent, Exchange read) {
        Set<String> writable = Lasting.writable(scene, Act.CREATE, Act.REPLACE, Act.CHANGE);
        ObjectNode rest = JSON.objectNode();
        Identity.resource(before).properties().stream()
                .filter(member -> writable.contains(member.getKey()) && !sent.has(member.getKey()))
                .forEach(member -> rest.set(member.getKey(), member.getValue()));
        JsonNode after = Identity.resource(scene.shown(read));
        Optional<Difference> difference = Likeness.ofKept().difference(rest, after, scene.documentedOfOne(read));
        difference.ifPresent(found -> scene.blame(
                CheckId.REST_IS_KEPT,
                read,
                "What was not to be changed has changed: " + found.pointer() + ".",
                found.expected() + ", as before",
                found.received()));
    }

    /** What a resource is called, and when it was made, no change of it changes. */
    private static void born(Scene scene, JsonNode before, JsonNode sent, Exchange read) {
        JsonNode old = Identity.resource(before);
        JsonNode now = Identity.resource(scene.shown(read));
        Optional<String> name =
                scene.family().isSingle() ? Optional.empty() : scene.identity().member(old);
        old.properties().stream()
                .filter(member -> name.filter(member.getKey()::equals).isPresent()
                        || BIRTH.matcher(Identity.plain(member.getKey())).matches())
                .filter(member -> !sent.has(member.getKey())
                        && now.has(member.getKey())
                        && !member.getValue().equals(now.get(member.getKey())))
                .findFirst()
                .ifPresent(member -> scene.blame(
                        CheckId.REST_IS_KEPT,
                        read,
                        "A change has changed what a resource had from its beginning: " + member.getKey() + ".",
                        member.getValue() + ", as before",
                        now.get(member.getKey()).toString()));
    }

    private static void again(Scene scene, Act role, Exchange done) throws IOException {
        JsonNode state = Lasting.withoutHistory(scene, scene.state(scene.first()));
        Optional<Exchange> repeated = role == Act.REPLACE ? scene.again(done) : Optional.empty();
        if (repeated.filter(Scene::succeeded).isEmpty()) {
            return;
        }
        if (!Lasting.withoutHistory(scene, scene.state(scene.first())).equals(state)) {
            scene.blame(
                    CheckId.REPEAT_CHANGES_NOTHING,
                    repeated.get(),
                    "The same PUT once more has changed something.",
                    "the state after the first (RFC 9110, section 9.2.2)",
                    "another one");
        }
        listedOnce(scene, repeated.get());
    }

    private static void listedOnce(Scene scene, Exchange repeated) throws IOException {
        Optional<ListPages.Whole> whole = ListPages.whole(scene);
        long times = whole.stream()
                .flatMap(one -> one.items().stream())
                .filter(scene::isFirst)
                .count();
        if (times > 1) {
            scene.blame(
                    CheckId.REPEAT_CHANGES_NOTHING,
                    repeated,
                    "The same PUT once more has made another resource.",
                    scene.first().id() + " once in the list",
                    times + " times");
        }
    }

    private static JsonNode neighbour(Scene scene) throws IOException {
        Optional<Resource> second = scene.second();
        return second.isPresent() ? Lasting.of(scene, scene.state(second.get())) : MissingNode.getInstance();
    }

    private static void alone(Scene scene, JsonNode before, Exchange done) throws IOException {
        JsonNode own = Lasting.of(scene, scene.state(scene.first()));
        if (!Lasting.isKept(before, neighbour(scene), own)) {
            scene.blame(
                    CheckId.REST_IS_KEPT,
                    done,
                    "Another resource was changed, too.",
                    scene.second().orElseThrow().id() + " as it was",
                    "otherwise");
        }
    }
}
