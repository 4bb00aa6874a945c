package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A request that is refused changes nothing. */
final class RefusedChangesNothing implements Relation {

    @Override
    public void follow(Scene scene) throws IOException {
        for (Act role : List.of(Act.REPLACE, Act.CHANGE, Act.REMOVE)) {
            JsonNode before = scene.state(scene.first());
            List<Exchange> refused = before.isMissingNode() ? List.of() : scene.refused(role, scene.first());
            if (!refused.isEmpty()) {
                compare(
                        scene,
                        refused.get(0),
                        Lasting.of(scene, before),
                        Lasting.of(scene, scene.state(scene.first())));
            }
        }
        created(scene);
    }

    private static void created(Scene scene) throws IOException {
        Optional<ListPages.Whole> before = ListPages.whole(scene);
        List<Exchange> refused = before.isEmpty() ? List.of() : scene.refused(Act.CREATE, scene.first());
        if (!refused.isEmpty()) {
            Optional<ListPages.Whole> after = ListPages.whole(scene);
            int more = after.map(one -> one.items().size()).orElse(0)
                    - before.get().items().size();
            if (more > 0) {
                blame(scene, refused.get(0), "the items of the list as before", more + " more");
            }
        }
    }

    private static void compare(Scene scene, Exchange refused, JsonNode before, JsonNode after) {
        if (!before.equals(after)) {
            blame(scene, refused, "the state before it", after.isMissingNode() ? "none" : "another one");
        }
    }

    private static void blame(Scene scene, Exchange refused, String expected, String received) {
        scene.blame(
                CheckId.REFUSED_CHANGES_NOTHING,
                refused,
                "A request that was refused has changed something.",
                expected,
                received);
    }
}
