package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure.Blame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request that is sent once more with its {@code Idempotency-Key} makes nothing more, and is answered as before; the
 * key of one client or request does not serve another (draft-ietf-httpapi-idempotency-key-header-07, sections 2.6 and
 * 2.7, which oblige to little of it: what they do not is a note).
 */
final class OneKeyMakesOne implements Relation {

    private static final Pattern KEY = Pattern.compile("(?i)(x-)?(idempotency|idempotent)(-?(key|token|id))?");
    private static final long[] SEEDS = {801, 802, 803};

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<Parameter> named = scene.family().operation(Act.CREATE).stream()
                .map(Operation::parameters)
                .flatMap(parameters -> parameters.stream())
                .filter(parameter -> parameter.in() == In.HEADER
                        && KEY.matcher(parameter.name()).matches())
                .findFirst();
        for (long seed : SEEDS) {
            Optional<String> key =
                    named.flatMap(parameter -> key(parameter, scene.first().id() + seed));
            if (key.isPresent() && isTaken(scene, named.get().name(), key.get(), seed)) {
                return;
            }
        }
    }

    /** A key that nobody has used, as the document wants it; empty where none is at hand. */
    private static Optional<String> key(Parameter parameter, String name) {
        String uuid =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        String digits = uuid.replace("-", "");
        return Stream.of(uuid, digits, digits.substring(0, 16), "key-" + digits.substring(0, 12))
                .filter(text -> parameter
                        .schema()
                        .faults(JsonNodeFactory.instance.textNode(text))
                        .isEmpty())
                .findFirst();
    }

    /** Whether something could be made by a key; what becomes of it the second time is looked at. */
    private static boolean isTaken(Scene scene, String field, String key, long seed) throws IOException {
        UnaryOperator<HttpRequest> keyed = request -> request.with(field, key);
        Optional<Exchange> first = scene.ask(Act.CREATE, "", seed, keyed).filter(Scene::succeeded);
        Optional<String> id = first.flatMap(one -> id(scene, one));
        if (id.isEmpty()) {
            return false;
        }
        Optional<Exchange> second = scene.again(first.get());
        if (second.filter(one -> another(scene, one, id.get())).isPresent()) {
            scene.blame(
                    CheckId.IDEMPOTENCY_KEY,
                    second.get(),
                    "The same request with the same key has made another.",
                    id.get() + ", as the first time",
                    id(scene, second.get()).orElseThrow());
        } else if (second.filter(one -> one.isAnsweredWith(4)).isPresent()) {
            note(scene, second.get(), "A request that is sent once more with its key is refused.", "the first answer");
        }
        others(scene, first.get(), id.get());
        different(scene, first.get(), id.get(), seed, keyed);
        return true;
    }

    private static Optional<String> id(Scene scene, Exchange made) {
        return scene.identity().ofCreated(made, scene.shown(made));
    }

    private static boolean another(Scene scene, Exchange answered, String id) {
        return Scene.succeeded(answered)
                && id(scene, answered).filter(other -> !other.equals(id)).isPresent();
    }

    private static boolean same(Scene scene, Exchange answered, String id) {
        return Scene.succeeded(answered)
                && id(scene, answered).filter(id::equals).isPresent();
    }

    /** What one client made is not what another is answered by the same key. */
    private static void others(Scene scene, Exchange first, String id) throws IOException {
        Optional<UnaryOperator<HttpRequest>> other = scene.world().cases().other();
        Optional<Exchange> others =
                other.isEmpty() ? Optional.empty() : scene.as(other.get()).again(first);
        others.filter(one -> same(scene, one, id))
                .ifPresent(one -> scene.blame(
                        CheckId.IDEMPOTENCY_KEY,
                        one,
                        "The key of one client is answered with what another one made.",
                        "another than " + id,
                        id));
    }

    /** The key of another request is no key of this one. */
    private static void different(Scene scene, Exchange first, String id, long seed, UnaryOperator<HttpRequest> keyed)
            throws IOException {
        Optional<Exchange> other = scene.ask(Act.CREATE, "", seed + 40, keyed);
        boolean differs = other.filter(one -> !Arrays.equals(
                        one.asked().request().body(), first.asked().request().body()))
                .isPresent();
        if (differs && same(scene, other.get(), id)) {
            note(scene, other.get(), "Another request with the same key is answered with what the first made.", "422");
        }
    }

    private static void note(Scene scene, Exchange exchange, String cause, String expected) {
        scene.blameAlone(
                CheckId.IDEMPOTENCY_KEY,
                exchange,
                cause,
                expected + " (draft-ietf-httpapi-idempotency-key-header, section 2.7)",
                "status " + exchange.answer().status(),
                Blame.NOBODY);
    }
}
