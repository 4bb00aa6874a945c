package io.platformapi.contract.schema;

import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The schemas that are written right below another, without those below what it takes in. */
public final class Below {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private Below() {}

    /** The alternatives of a union, {@code oneOf} or {@code anyOf}. */
    public static List<Schema> alternatives(Schema owner, String union) {
        return owner.node().member(union).items().stream().map(owner::at).toList();
    }

    /** The schemas of a member: declared by its name, and by patterns; else as one of the others. */
    public static Stream<Schema> member(Schema owner, String name) {
        Stream<Schema> declared = Stream.of(owner.node().member("properties").member(name))
                .filter(Node::exists)
                .map(owner::at);
        List<Schema> known =
                Stream.concat(declared, owner.byPattern(name).stream()).toList();
        boolean others = owner.node().member("additionalProperties").isObject();
        return known.isEmpty() && others ? Stream.of(owner.below("additionalProperties")) : known.stream();
    }

    /** The schemas that a discriminator maps to, each once; those that are not there are left out. */
    public static List<Schema> mapped(Schema owner) {
        Node discriminator = owner.node().member("discriminator");
        return Stream.concat(
                        discriminator.member("mapping").members().values().stream(),
                        Stream.of(discriminator.member("defaultMapping")))
                .flatMap(target -> referred(target).stream())
                .map(owner::at)
                .distinct()
                .toList();
    }

    /** What a mapping leads to, which says the name of a component or a reference; empty for what says neither. */
    static Optional<Node> referred(Node target) {
        if (!target.json().isTextual()) {
            return Optional.empty();
        }
        String text = target.json().textValue();
        try {
            return Optional.of(target.referred(NAME.matcher(text).matches() ? "#/components/schemas/" + text : text))
                    .filter(Node::exists);
        } catch (UnreadableDocument nowhere) {
            return Optional.empty();
        }
    }

    /** The patterns of the names that {@code patternProperties} speaks of. */
    public static Set<String> patterns(Schema owner) {
        return owner.node().member("patternProperties").members().keySet();
    }

    /** The schema of an item: that of its place in a tuple, else that of all items; empty where none is written. */
    public static Optional<Schema> item(Schema owner, int index) {
        List<Node> places = owner.node().member("prefixItems").items();
        Node item = index < places.size() ? places.get(index) : owner.node().member("items");
        return Optional.of(item).filter(Node::exists).map(owner::at);
    }
}
