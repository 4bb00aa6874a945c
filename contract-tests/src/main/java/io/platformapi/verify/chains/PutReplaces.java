package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.check.OneWay;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure.Blame;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code PUT} replaces what there is: what a client had given, and does not give any more, is gone (RFC 9110, section
 * 9.3.4). That one merges is a note, unless the document says in words that it replaces. Looked at where a member may
 * be left out, has no default, and was shown as it was given.
 */
final class PutReplaces implements Relation {

    private static final Pattern REPLACES = Pattern.compile("(?i)\\breplac(e|es|ed|ing)\\b");
    private static final long[] SEEDS = {951, 952, 953};

    @Override
    public void follow(Scene scene) throws IOException {
        Optional<Operation> put = scene.family().operation(Act.REPLACE);
        for (long seed : SEEDS) {
            Optional<Case> full =
                    put.isPresent() && scene.can(Act.READ) ? scene.valid(Act.REPLACE, seed) : Optional.empty();
            if (full.isPresent()
                    && scene.world().values().sent(full.get()) instanceof ObjectNode whole
                    && isLookedAt(scene, schemas(put.get()), whole)) {
                return;
            }
        }
    }

    private static Applied schemas(Operation put) {
        return new Applied(put.body().stream()
                .flatMap(body -> body.contents().stream())
                .map(Content::schema)
                .flatMap(schema -> Applied.of(schema).schemas().stream())
                .toList());
    }

    /** Whether a resource could be replaced by one that says less. */
    private static boolean isLookedAt(Scene scene, Applied schemas, ObjectNode whole) throws IOException {
        Set<String> required = schemas.required();
        List<String> optional = whole.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !required.contains(name) && isGivenOnly(schemas.member(name)))
                .toList();
        if (optional.isEmpty()
                || scene.ask(Act.REPLACE, scene.first(), whole)
                        .filter(Scene::succeeded)
                        .isEmpty()) {
            return false;
        }
        JsonNode before = Identity.resource(scene.state(scene.first()));
        ObjectNode least = whole.deepCopy();
        least.remove(optional);
        Optional<Exchange> done = scene.ask(Act.REPLACE, scene.first(), least).filter(Scene::succeeded);
        if (done.isEmpty()) {
            return false;
        }
        JsonNode after = Identity.resource(scene.state(scene.first()));
        optional.stream()
                .filter(name -> whole.get(name).equals(before.get(name))
                        && whole.get(name).equals(after.get(name)))
                .findFirst()
                .ifPresent(name -> scene.blameAlone(
                        CheckId.CHANGE_IS_KEPT,
                        done.get(),
                        "A PUT has kept what it does not name any more: " + name + ".",
                        "no " + name + ", for it was replaced (RFC 9110, section 9.3.4)",
                        after.get(name).toString(),
                        promises(done.get()) ? Blame.SERVER : Blame.NOBODY));
        return true;
    }

    /** Whether the document says in words that it is replaced: many servers merge, and break no promise by it. */
    private static boolean promises(Exchange put) {
        return put.asked()
                .answering()
                .filter(operation -> Stream.of("summary", "description")
                        .anyMatch(words -> REPLACES.matcher(operation.node().text(words, ""))
                                .find()))
                .isPresent();
    }

    /** Whether nobody but the client gives a value. */
    private static boolean isGivenOnly(Applied member) {
        return !OneWay.READ_ONLY.marks(member)
                && !OneWay.WRITE_ONLY.marks(member)
                && member.schemas().stream()
                        .allMatch(schema -> schema.keyword("default").isMissingNode());
    }
}
