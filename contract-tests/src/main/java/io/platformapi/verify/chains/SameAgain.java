package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who asks the same twice gets the same: nothing has happened in between, and to ask changes nothing. */
final class SameAgain implements Relation {

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<Exchange> read = scene.can(Act.READ) ? scene.read(scene.first()) : Optional.empty();
        if (read.isPresent()) {
            again(scene, read.get());
        }
        Optional<Exchange> list = scene.list(UnaryOperator.identity());
        if (list.isPresent()) {
            again(scene, list.get());
        }
    }

    private static void again(Scene scene, Exchange first) throws IOException {
        Optional<Exchange> second = scene.again(first);
        if (second.isPresent() && Scene.succeeded(first)) {
            compare(scene, first, second.get());
        }
    }

    private static void compare(Scene scene, Exchange first, Exchange second) {
        if (!Scene.succeeded(second)) {
            scene.blame(
                    CheckId.SAME_AGAIN,
                    second,
                    "The same request is answered otherwise the second time.",
                    "status " + first.answer().status() + ", as before",
                    "status " + second.answer().status());
            return;
        }
        JsonNode before = stable(scene.shown(first));
        JsonNode after = stable(scene.shown(second));
        if (!before.equals(after)) {
            boolean order = isReordered(before, after);
            scene.blame(
                    CheckId.SAME_AGAIN,
                    second,
                    order
                            ? "The same request is answered in another order the second time."
                            : "The same request is answered otherwise the second time.",
                    "the same answer: nothing was changed in between",
                    order ? "the same items in another order" : "another one");
        }
    }

    private static boolean isReordered(JsonNode before, JsonNode after) {
        List<JsonNode> one = ListedItems.of(before);
        List<JsonNode> other = ListedItems.of(after);
        return !one.equals(other) && one.size() == other.size() && one.containsAll(other);
    }

    private static JsonNode stable(JsonNode shown) {
        return Likeness.ofRead().without(shown);
    }
}
