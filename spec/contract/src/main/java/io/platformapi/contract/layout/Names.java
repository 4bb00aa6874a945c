package io.platformapi.contract.layout;

import io.platformapi.contract.source.Node;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names that schemas give themselves by {@code $id} and {@code $anchor} (JSON Schema 2020-12, section 8.2), and
 * where references lead by them. OpenAPI 3.0 knows no such names.
 */
final class Names {

    private final boolean known;
    private final Map<String, Node> schemas = new HashMap<>();

    private Names(boolean known) {
        this.known = known;
    }

    static Names of(Node document) {
        return new Names(!document.text("openapi", "3.0").startsWith("3.0"));
    }

    /** Takes note of a schema's names; the address that references in it start from. */
    URI entered(Node schema, URI base) {
        if (!known) {
            return base;
        }
        URI own = base(schema, base);
        if (!own.equals(base)) {
            schemas.putIfAbsent(own.toString(), schema);
        }
        String id = schema.text("$id", "");
        Stream.of(schema.text("$anchor", ""), schema.text("$dynamicAnchor", ""), id.substring(id.indexOf('#') + 1))
                .filter(anchor -> !anchor.isEmpty() && !anchor.equals(id))
                .forEach(anchor -> schemas.putIfAbsent(own + "#" + anchor, schema));
        return own;
    }

    /** The address that references at a place start from, by the file and by each {@code $id} on the way there. */
    URI base(Node place) {
        URI base = place.file().uri();
        if (!known) {
            return base;
        }
        Node node = place.root();
        for (String token : Node.tokens(place.pointer())) {
            base = entered(node, base);
            node = node.at("/" + Node.escape(token));
        }
        return base;
    }

    private static URI base(Node schema, URI base) {
        String id = schema.text("$id", "");
        int hash = id.indexOf('#');
        return address(base, hash < 0 ? id : id.substring(0, hash)).orElse(base);
    }

    private static Optional<URI> address(URI base, String reference) {
        try {
            return Optional.of(reference.isEmpty() ? base : base.resolve(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where a reference leads by a name that was given; empty where nobody has that name. */
    Optional<Node> named(String reference, URI base) {
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        return address(base, hash < 0 ? reference : reference.substring(0, hash))
                .flatMap(address -> isAnchor(fragment)
                        ? Optional.ofNullable(schemas.get(address + "#" + fragment))
                        : Optional.ofNullable(schemas.get(address.toString()))
                                .map(resource -> resource.at(Node.decoded(fragment)))
                                .filter(Node::exists));
    }

    static boolean isAnchor(String fragment) {
        return !fragment.isEmpty() && !fragment.startsWith("/");
    }

    /** Whether a reference leads elsewhere by the names around it than by the file it stands in. */
    boolean isRenamed(String reference, URI base, Node target) {
        URI file = target.file().uri();
        return address(base, reference.replaceFirst("#.*", ""))
                .filter(address -> !address.equals(file) && !address.equals(base(target.root(), file)))
                .isPresent();
    }
}
