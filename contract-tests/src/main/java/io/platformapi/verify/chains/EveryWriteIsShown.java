package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.chains.Likeness.Difference;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure.Blame;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was sent shows in the answers to all valid requests that make or change a resource: also the rare texts, the
 * falsehoods and the empty lists, which a life of one or two resources does not meet.
 */
final class EveryWriteIsShown implements Relation {

    private static final List<Act> WRITING = List.of(Act.CREATE, Act.REPLACE, Act.CHANGE);

    @Override
    public void follow(Scene scene) {
        Set<String> told = new HashSet<>();
        WRITING.forEach(act -> scene.family().operation(act).stream()
                .flatMap(one -> scene.world().writes(one).stream())
                .forEach(write -> compare(scene, act, write, told)));
    }

    private static void compare(Scene scene, Act act, Exchange write, Set<String> told) {
        JsonNode sent = Identity.resource(scene.sent(write));
        JsonNode shown = Identity.resource(scene.shown(write));
        if (!shown.isObject()
                || !scene.family().isSingle() && scene.identity().of(shown).isEmpty()) {
            return; // no answer that shows the resource
        }
        Likeness likeness = act == Act.CREATE ? Likeness.ofMade() : Likeness.ofKept();
        Optional<Difference> difference = likeness.difference(sent, shown, scene.documentedOfOne(write));
        difference
                .filter(found -> told.add(act + found.pointer()))
                .ifPresent(found -> scene.blameAlone(
                        act == Act.CREATE ? CheckId.CREATED_IS_KEPT : CheckId.CHANGE_IS_KEPT,
                        write,
                        "The answer does not show what was sent: " + found.pointer() + ".",
                        found.expected() + ", as sent",
                        found.received(),
                        Blame.SERVER));
    }
}
