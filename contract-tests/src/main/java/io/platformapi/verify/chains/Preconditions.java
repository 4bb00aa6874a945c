package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure.Blame;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A change of a version is carried out if it is the current one, and else is not (RFC 9110, section 13.1.1): nobody
 * overwrites what somebody else has changed since. Asked of operations that document 412 or {@code If-Match}, of
 * resources with strong entity tags.
 */
final class Preconditions implements Relation {

    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String FAILED = "412 (RFC 9110, section 13.1.1)";
    private static final long[] SEEDS = {41, 42, 0};
    private static final int PRECONDITION_FAILED = 412;

    @Override
    public void follow(Scene scene) throws IOException {
        for (Act role : List.of(Act.REPLACE, Act.CHANGE)) {
            if (scene.family().operation(role).filter(Preconditions::promises).isPresent()) {
                change(scene, role);
            }
        }
        if (scene.family().operation(Act.REMOVE).filter(Preconditions::promises).isPresent()) {
            remove(scene);
        }
    }

    /** Whether an operation heeds versions. */
    static boolean promises(Operation operation) {
        return operation.responses().containsKey("412")
                || operation.parameter(In.HEADER, IF_MATCH).isPresent();
    }

    /** The strong tag of the current version; empty where there is none. */
    private static Optional<String> tag(Scene scene) throws IOException {
        return scene.read(scene.first())
                .filter(Scene::succeeded)
                .map(read -> read.answer().headers().text("ETag"))
                .filter(tag -> tag.startsWith("\""));
    }

    /** The tag of another version, spelled as those of the server are: a document may say how. */
    private static String other(String tag) {
        boolean counts = tag.chars().anyMatch(Character::isDigit);
        StringBuilder other = new StringBuilder();
        tag.chars()
                .map(sign -> counts
                        ? Character.isDigit(sign) ? '0' + (sign - '0' + 5) % 10 : sign
                        : sign >= 'a' && sign <= 'f' ? 'a' + (sign - 'a' + 1) % 6 : sign)
                .forEach(other::appendCodePoint);
        return other.toString().equals(tag) ? "\"x" + tag.substring(1) : other.toString();
    }

    private static void change(Scene scene, Act role) throws IOException {
        Optional<String> before = tag(scene);
        Optional<Long> seed = before.isEmpty() ? Optional.empty() : accepted(scene, role, before.get());
        Optional<String> now = seed.isEmpty() ? Optional.empty() : tag(scene);
        if (now.isEmpty()) {
            return;
        }
        JsonNode state = scene.state(scene.first());
        long another = seed.get() + 10;
        refused(scene, role, another, other(now.get()), state);
        if (!now.get().equals(before.get())) {
            refused(scene, role, another, before.get(), state);
        }
        carriedOut(scene, role, seed.get(), other(now.get()) + ", " + now.get());
        carriedOut(scene, role, seed.get(), "*");
        boolean declared = scene.family()
                .operation(role)
                .flatMap(operation -> operation.parameter(In.HEADER, IF_NONE_MATCH))
                .isPresent();
        if (role == Act.REPLACE && declared) {
            onlyNew(scene, seed.get());
        }
    }

    /** The seed of a change of the current version that is carried out. */
    private static Optional<Long> accepted(Scene scene, Act role, String tag) throws IOException {
        for (long seed : SEEDS) {
            Optional<Exchange> done = ask(scene, role, seed, tag);
            if (done.filter(Scene::succeeded).isPresent()) {
                sameTag(scene, done.get());
                return Optional.of(seed);
            }
        }
        return Optional.empty();
    }

    /** What a change says the version is now is what is read. */
    private static void sameTag(Scene scene, Exchange done) throws IOException {
        String told = done.answer().headers().text("ETag");
        Optional<String> read = told.startsWith("\"") ? tag(scene) : Optional.empty();
        if (read.isPresent() && !read.get().equals(told) && tag(scene).equals(read)) {
            scene.blame(
                    CheckId.ENTITY_TAGS,
                    done,
                    "A change names another version than there is after it.",
                    "ETag " + read.get() + ", as by GET",
                    "ETag " + told);
        }
    }

    private static void refused(Scene scene, Act role, long seed, String tag, JsonNode state) throws IOException {
        Optional<Exchange> tried = ask(scene, role, seed, tag);
        if (tried.filter(Scene::succeeded).isPresent()) {
            scene.blame(
                    CheckId.PRECONDITIONS,
                    tried.get(),
                    "A version that is not the current one is changed.",
                    FAILED,
                    "status " + tried.get().answer().status());
        } else if (tried.filter(one -> one.answer().status() == PRECONDITION_FAILED)
                .isPresent()) {
            unchanged(scene, tried.get(), state);
        }
    }

    private static void unchanged(Scene scene, Exchange tried, JsonNode state) throws IOException {
        JsonNode after = scene.state(scene.first());
        if (!Likeness.ofKept().without(after).equals(Likeness.ofKept().without(state))) {
            scene.blame(
                    CheckId.REFUSED_CHANGES_NOTHING,
                    tried,
                    "What was refused has changed something.",
                    scene.first().id() + " as it was",
                    "otherwise");
        }
    }

    /** Many servers know one tag alone: a note. */
    private static void carriedOut(Scene scene, Act role, long seed, String tags) throws IOException {
        Optional<Exchange> done = ask(scene, role, seed, tags);
        if (done.filter(one -> one.answer().status() == PRECONDITION_FAILED).isPresent()) {
            scene.blameAlone(
                    CheckId.PRECONDITIONS,
                    done.get(),
                    "A change of the current version is refused.",
                    "the change carried out, for If-Match: " + tags + " holds",
                    "status " + done.get().answer().status(),
                    Blame.NOBODY);
        }
    }

    /** Who wants to make what is not there yet does not overwrite what is (RFC 9110, section 13.1.2). */
    private static void onlyNew(Scene scene, long seed) throws IOException {
        Optional<Exchange> done = scene.ask(
                Act.REPLACE,
                scene.first().id(),
                seed,
                request -> request.without(IF_MATCH).with(IF_NONE_MATCH, "*"));
        if (done.filter(Scene::succeeded).isPresent()) {
            scene.blame(
                    CheckId.PRECONDITIONS,
                    done.get(),
                    "What is there is overwritten by who wants to make what is not.",
                    "412 for If-None-Match: * (RFC 9110, section 13.1.2)",
                    "status " + done.get().answer().status());
        }
    }

    private static void remove(Scene scene) throws IOException {
        Optional<String> now = tag(scene);
        Optional<Exchange> tried = now.isEmpty() ? Optional.empty() : ask(scene, Act.REMOVE, 1, other(now.get()));
        if (tried.filter(Scene::succeeded).isPresent()) {
            scene.blame(
                    CheckId.PRECONDITIONS,
                    tried.get(),
                    "A version that is not the current one is removed.",
                    FAILED,
                    "status " + tried.get().answer().status());
        }
    }

    private static Optional<Exchange> ask(Scene scene, Act role, long seed, String tags) throws IOException {
        return scene.ask(role, scene.first().id(), seed, request -> request.with(IF_MATCH, tags));
    }
}
