package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.http.MediaType;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.chains.Likeness.Difference;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A resource is the same in every media type that it is shown in. */
final class EveryFormatAlike implements Relation {

    private static final MediaType JSON = MediaType.of("application/json");
    private static final Pattern MARKUP = Pattern.compile("[<&]");

    @Override
    public void follow(Scene scene) throws IOException {
        for (Act act : List.of(Act.READ, Act.LIST)) {
            Optional<Operation> operation = scene.family().operation(act);
            List<MediaType> types = operation.map(EveryFormatAlike::types).orElse(List.of());
            if (types.size() > 1 && types.contains(JSON)) {
                inEvery(scene, act, scene.first().id(), types);
                Optional<String> hard = act == Act.READ ? hardToWrite(scene) : Optional.empty();
                if (hard.isPresent()) {
                    inEvery(scene, act, hard.get(), types);
                }
            }
        }
    }

    private static void inEvery(Scene scene, Act act, String id, List<MediaType> types) throws IOException {
        Optional<Exchange> usual = asked(scene, act, id, JSON);
        for (MediaType type : types) {
            Optional<Exchange> other = type.equals(JSON) ? Optional.empty() : asked(scene, act, id, type);
            if (usual.isPresent() && other.isPresent()) {
                compare(scene, usual.get(), other.get(), type);
            }
        }
    }

    /** The last resource that was made with signs of markup in its texts. */
    private static Optional<String> hardToWrite(Scene scene) {
        return scene.family()
                .operation(Act.CREATE)
                .flatMap(create -> scene.world().writes(create).stream()
                        .filter(write ->
                                MARKUP.matcher(scene.sent(write).toString()).find())
                        .reduce((earlier, later) -> later))
                .flatMap(write -> scene.identity().ofCreated(write, scene.shown(write)));
    }

    private static List<MediaType> types(Operation operation) {
        return operation.response(200).stream()
                .flatMap(response -> response.contents().stream())
                .map(Content::type)
                .filter(type -> !type.isRange())
                .toList();
    }

    /** The answer in a type; empty where it comes in another. */
    private static Optional<Exchange> asked(Scene scene, Act act, String id, MediaType type) throws IOException {
        return scene.ask(act, id, 1, request -> request.with("Accept", type.toString()))
                .filter(Scene::succeeded)
                .filter(exchange -> exchange.answer()
                        .contentType()
                        .filter(sent -> sent.essence().equals(type.essence()))
                        .isPresent());
    }

    private static void compare(Scene scene, Exchange usual, Exchange other, MediaType type) {
        JsonNode one = scene.shown(usual);
        JsonNode two = scene.shown(other);
        if (one.isMissingNode() || two.isMissingNode()) {
            return;
        }
        if (ListedItems.isIn(one) && ListedItems.isIn(two)) {
            List<JsonNode> items = ListedItems.of(one);
            List<JsonNode> others = ListedItems.of(two);
            if (items.size() != others.size()) {
                blame(
                        scene,
                        other,
                        type,
                        "how many items there are",
                        items.size() + " items",
                        others.size() + " items");
                return;
            }
            for (int i = 0; i < items.size(); i++) {
                if (differ(scene, items.get(i), others.get(i), other, type)) {
                    return;
                }
            }
        } else {
            differ(scene, one, two, other, type);
        }
    }

    private static boolean differ(Scene scene, JsonNode one, JsonNode two, Exchange other, MediaType type) {
        Optional<Difference> difference = Likeness.ofKept().common(one, two).or(() -> names(scene, one, two));
        difference.ifPresent(found ->
                blame(scene, other, type, found.pointer(), found.expected() + ", as in JSON", found.received()));
        return difference.isPresent();
    }

    /** What a resource is called is the same in every format, though it is its server's to say. */
    private static Optional<Difference> names(Scene scene, JsonNode one, JsonNode two) {
        Optional<String> name = scene.identity().of(one);
        Optional<String> other = scene.identity().of(two);
        return name.isPresent() && other.isPresent() && !name.get().equalsIgnoreCase(other.get())
                ? Optional.of(new Difference("/" + scene.identity().member(one).orElse(""), name.get(), other.get()))
                : Optional.empty();
    }

    private static void blame(
            Scene scene, Exchange other, MediaType type, String what, String expected, String received) {
        scene.blame(
                CheckId.SAME_IN_EVERY_FORMAT,
                other,
                "In " + type.essence() + " it is otherwise than in JSON: " + what + ".",
                expected,
                received);
    }
}
