package io.platformapi.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import java.net.URI;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One file of a document: its tree, and the line of every value in it.
 *
 * <p>Lines are kept per container, as the lines of its children in order, so that a document of a million values costs
 * a few megabytes and a pointer is turned into a line only when a message needs it. Containers are told apart by
 * identity: a tree derived from this one that reuses its containers keeps their lines. Immutable.
 */
public final class SourceFile {

    private final URI uri;
    private final String name;
    private final JsonNode root;
    private final Map<ContainerNode<?>, int[]> lines;
    private final Map<JsonNode, JsonNode> origins;
    private final Set<JsonNode> merged;
    /** Worked out when a message first needs it. */
    private final Lazy<Map<JsonNode, Standing>> standings = new Lazy<>(this::findStandings);

    SourceFile(URI uri, String name, JsonNode root, Map<ContainerNode<?>, int[]> lines) {
        this(uri, name, root, lines, Set.of());
    }

    /** A file whose objects have taken in the members of others, where the set has them by identity. */
    SourceFile(URI uri, String name, JsonNode root, Map<ContainerNode<?>, int[]> lines, Set<JsonNode> merged) {
        this(uri, name, root, lines, Map.of(), merged);
    }

    private SourceFile(
            URI uri,
            String name,
            JsonNode root,
            Map<ContainerNode<?>, int[]> lines,
            Map<JsonNode, JsonNode> origins,
            Set<JsonNode> merged) {
        this.uri = uri;
        this.name = name;
        this.root = root;
        this.lines = lines;
        this.origins = origins;
        this.merged = merged;
    }

    /** This file with another tree over the same text, for a document derived from it. */
    SourceFile with(JsonNode derived) {
        return new SourceFile(uri, name, derived, lines, origins, merged);
    }

    /** This file with another tree, whose containers stand for those of the text that the map gives by identity. */
    SourceFile with(JsonNode derived, Map<JsonNode, JsonNode> standFor) {
        Map<JsonNode, JsonNode> all = new IdentityHashMap<>(origins);
        all.putAll(standFor);
        return new SourceFile(uri, name, derived, lines, all, merged);
    }

    /** This file with changes made; where nothing of it changes, the file itself. */
    SourceFile edited(Edits edits) {
        Edits.Application application = edits.new Application();
        JsonNode changed = application.result(root);
        if (changed == root) {
            return this;
        }
        Map<JsonNode, JsonNode> all = new IdentityHashMap<>(origins);
        all.putAll(application.origins());
        return new SourceFile(uri, name, changed, lines, all, merged);
    }

    /** The absolute address of the file, against which its references resolve. */
    public URI uri() {
        return uri;
    }

    /** The address that the file gives itself by {@code $self} (OpenAPI 3.2); where it gives none, that of the file. */
    public URI self() {
        return SelfNames.of(this).self();
    }

    /** The file as the user named it. */
    public String name() {
        return name;
    }

    public JsonNode root() {
        return root;
    }

    /** Whether an object of the text has taken in the members of others by {@code <<}. */
    public boolean isMerged(JsonNode object) {
        return !merged.isEmpty() && merged.contains(object);
    }

    /** The line of a child of a container, or 0 where the container was derived and has no text. */
    int line(JsonNode parent, String token) {
        int[] children = lines.get(parent);
        if (children == null) {
            JsonNode origin = origins.isEmpty() ? null : origins.get(parent);
            return origin == null ? 0 : line(origin, token);
        }
        int index = parent.isArray() ? index(token) : indexOf(parent, token);
        return index < 0 || index >= children.length ? 0 : children[index];
    }

    private static int index(String token) {
        return token.matches("\\d{1,9}") ? Integer.parseInt(token) : -1;
    }

    /**
     * Where a value stands in the text: a container of it, one that stands for such a container, or what has a line in
     * one. Empty where the value was derived from nothing in particular.
     */
    Optional<Place> written(JsonNode value, JsonNode parent, String token) {
        JsonNode origin = origin(value);
        JsonNode owner = origin(parent);
        if (lines.containsKey(owner) && line(owner, token) > 0) {
            return Optional.of(new Place(name, pointer(owner) + "/" + Node.escape(token), line(owner, token)));
        }
        Standing own = standings.get().get(origin);
        return own == null
                ? Optional.empty()
                : Optional.of(new Place(name, pointer(origin), line(own.parent(), own.token())));
    }

    /** Whether the tree is another than that of the text. */
    boolean isDerived() {
        return !origins.isEmpty();
    }

    private JsonNode origin(JsonNode value) {
        JsonNode origin = value;
        while (origins.containsKey(origin)) {
            origin = origins.get(origin);
        }
        return origin;
    }

    /** A container's place in the one around it. */
    private record Standing(JsonNode parent, String token) {}

    private String pointer(JsonNode container) {
        Standing standing = standings.get().get(container);
        return standing == null ? "" : pointer(standing.parent()) + "/" + Node.escape(standing.token());
    }

    private Map<JsonNode, Standing> findStandings() {
        Map<JsonNode, Standing> found = new IdentityHashMap<>();
        for (ContainerNode<?> container : lines.keySet()) {
            found.putAll(children(container));
        }
        return found;
    }

    private static Map<JsonNode, Standing> children(ContainerNode<?> container) {
        Map<JsonNode, Standing> children = new IdentityHashMap<>();
        container
                .properties()
                .forEach(member -> children.put(member.getValue(), new Standing(container, member.getKey())));
        for (int i = 0; container.isArray() && i < container.size(); i++) {
            children.put(container.get(i), new Standing(container, String.valueOf(i)));
        }
        children.keySet().removeIf(JsonNode::isValueNode);
        return children;
    }

    private static int indexOf(JsonNode object, String name) {
        int index = 0;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equals(name)) {
                return index;
            }
            index++;
        }
        return -1;
    }
}
