package io.platformapi.contract.schema;

import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The schemas that are written right below another, without those below what it takes in. */
public final class Below {

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
