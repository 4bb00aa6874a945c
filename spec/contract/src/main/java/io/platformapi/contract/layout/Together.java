package io.platformapi.contract.layout;

import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * Fields of an object that go together, or do not.
 *
 * @param fewest how many of them an object has at least
 * @param most how many it may have
 * @param names their names
 */
record Together(int fewest, int most, List<String> names) {

    /** As the table of {@link Layout} writes it, such as {@code one(example,examples)}. */
    static Together of(String written) {
        int open = written.indexOf('(');
        List<String> names =
                List.of(written.substring(open + 1, written.length() - 1).split(","));
        return switch (written.substring(0, open)) {
            case "one" -> new Together(0, 1, names);
            case "exactly" -> new Together(1, 1, names);
            default -> new Together(1, names.size(), names);
        };
    }

    /** What is wrong with an object of a kind; the place is the first field that is one too many. */
    Optional<Slip> slip(Kind kind, Node object, String version) {
        List<String> possible = names.stream()
                .filter(name -> Layout.field(kind, name)
                        .filter(field -> field.versions().include(version))
                        .isPresent())
                .toList();
        List<String> there = possible.stream().filter(object.json()::has).toList();
        if (there.size() > most) {
            return Optional.of(new Slip(
                    object.member(there.get(most)),
                    "field-conflict",
                    quoted(there, "and") + " of " + kind.oneOf() + " exclude each other; leave one out"));
        }
        return there.size() < fewest
                ? Optional.of(new Slip(
                        object,
                        "field-missing",
                        kind.oneOf() + " has " + quoted(possible, "or") + "; this one has none"))
                : Optional.empty();
    }

    private static String quoted(List<String> names, String word) {
        return String.join(
                " " + word + " ", names.stream().map(name -> "\"" + name + "\"").toList());
    }
}
