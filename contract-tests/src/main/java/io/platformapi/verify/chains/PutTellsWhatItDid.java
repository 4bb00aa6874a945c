package io.platformapi.verify.chains;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.Percent;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A {@code PUT} is answered with 201 if it made a resource, and with another status if it replaced one (RFC 9110,
 * section 9.3.4). Asked of operations that document 201 beside 200 or 204. What is not there has no version that could
 * be the current one (section 13.1.1).
 */
final class PutTellsWhatItDid implements Relation {

    private static final String IF_MATCH = "If-Match";
    private static final int CREATED = 201;
    private static final long[] SEEDS = {601, 602, 603};

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<Operation> put = scene.family().operation(Act.REPLACE);
        if (put.isEmpty() || !scene.can(Act.READ)) {
            return;
        }
        boolean tells = documents(put.get(), "201") && (documents(put.get(), "200") || documents(put.get(), "204"));
        for (long seed : SEEDS) {
            Optional<String> id = tells || Preconditions.promises(put.get()) ? newId(scene, seed) : Optional.empty();
            if (id.isPresent() && isMade(scene, id.get(), seed, tells)) {
                return;
            }
        }
    }

    private static boolean documents(Operation operation, String status) {
        return operation.responses().containsKey(status);
    }

    /** The text by which a resource may be made at an address of its own. */
    private static Optional<String> newId(Scene scene, long seed) {
        return scene.valid(Act.REPLACE, seed)
                .map(valid -> valid.request().path())
                .flatMap(path -> Percent.decoded(path.substring(path.lastIndexOf('/') + 1)));
    }

    /** Whether a resource that was not there could be made at an address of its own. */
    private static boolean isMade(Scene scene, String id, long seed, boolean tells) throws IOException {
        if (isThere(scene, id)) {
            return false;
        }
        boolean promises = scene.family()
                .operation(Act.REPLACE)
                .filter(Preconditions::promises)
                .isPresent();
        Optional<Exchange> changed =
                promises ? scene.ask(Act.REPLACE, id, seed, request -> request.with(IF_MATCH, "*")) : Optional.empty();
        if (changed.filter(Scene::succeeded).isPresent() && isThere(scene, id)) {
            scene.blame(
                    CheckId.PRECONDITIONS,
                    changed.get(),
                    "What is not there is made by who wants to change what is.",
                    "412 for If-Match: * (RFC 9110, section 13.1.1)",
                    "status " + changed.get().answer().status());
            return true;
        }
        Optional<Exchange> made = scene.ask(Act.REPLACE, id, seed, request -> request.without(IF_MATCH));
        if (made.filter(Scene::succeeded).isEmpty() || !isThere(scene, id)) {
            return false;
        }
        if (tells) {
            if (made.get().answer().status() != CREATED) {
                blame(scene, made.get(), "A PUT that made a resource does not say so.", "201");
            }
            scene.again(made.get())
                    .filter(again -> again.answer().status() == CREATED)
                    .ifPresent(again ->
                            blame(scene, again, "A PUT that replaced a resource says that it made one.", "200 or 204"));
        }
        return true;
    }

    private static boolean isThere(Scene scene, String id) throws IOException {
        return scene.ask(Act.READ, id, 1, UnaryOperator.identity())
                .filter(one -> !Scene.isGone(one))
                .isPresent();
    }

    private static void blame(Scene scene, Exchange put, String cause, String expected) {
        scene.blame(
                CheckId.PUT_TELLS_CREATION,
                put,
                cause,
                expected + " (RFC 9110, section 9.3.4)",
                "status " + put.answer().status());
    }
}
