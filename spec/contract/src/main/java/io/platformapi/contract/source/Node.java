package io.platformapi.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value at its place in a document.
 *
 * <p>Walking down is cheap: a node remembers its parent and its name, and spells out pointer and line only when asked.
 * A value that is absent is a node too ({@link #exists()} is false), so that a path can be walked without tests.
 * Immutable.
 */
public final class Node {

    private static final int LONGEST_CHAIN = 100;

    private final Sources sources;
    private final SourceFile file;
    private final @Nullable Node parent;
    private final String token;
    private final JsonNode json;

    private Node(Sources sources, SourceFile file, @Nullable Node parent, String token, JsonNode json) {
        this.sources = sources;
        this.file = file;
        this.parent = parent;
        this.token = token;
        this.json = json;
    }

    static Node root(Sources sources, SourceFile file) {
        return new Node(sources, file, null, "", file.root());
    }

    /** The root of the same document with another tree: what a dialect derives from the text keeps the text's lines. */
    public Node derived(JsonNode tree) {
        return root(sources, file.with(tree));
    }

    /**
     * The root of the same document with another tree, whose containers are copies.
     *
     * @param origins the container of the text that a copy stands for, by identity: its lines are the copy's
     */
    public Node derived(JsonNode tree, Map<JsonNode, JsonNode> origins) {
        return root(sources, file.with(tree, origins));
    }

    /** The roots of this file and of all that the document has led to. */
    public List<Node> roots() {
        return sources.roots(file);
    }

    /**
     * The root of this document with other trees in all its files, whose containers are copies.
     *
     * @param tree what becomes of a file, given its root
     * @param origins the same as above, filled by then
     */
    public Node rewritten(Function<Node, JsonNode> tree, Map<JsonNode, JsonNode> origins) {
        return sources.rewritten(file, tree, origins);
    }

    /** The root of this document with changes made in all its files. */
    public Node edited(Edits edits) {
        return edits.isEmpty() ? root() : sources.edited(file, edits);
    }

    public JsonNode json() {
        return json;
    }

    public boolean exists() {
        return !json.isMissingNode();
    }

    public boolean isObject() {
        return json.isObject();
    }

    /** The member of an object; a node that does not exist where there is none. */
    public Node member(String name) {
        JsonNode value = json.isObject() ? json.get(name) : null;
        return new Node(sources, file, this, name, value == null ? MissingNode.getInstance() : value);
    }

    /** The members of an object in the order of the text; none for any other value. */
    public Map<String, Node> members() {
        Map<String, Node> members = new LinkedHashMap<>(json.size() * 4 / 3 + 1);
        if (json.isObject()) {
            json.properties()
                    .forEach(member -> members.put(
                            member.getKey(), new Node(sources, file, this, member.getKey(), member.getValue())));
        }
        return members;
    }

    /** The items of an array; none for any other value. */
    public List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                items.add(new Node(sources, file, this, String.valueOf(i), json.get(i)));
            }
        }
        return items;
    }

    /** The member as text, or the fallback where it is absent or no scalar. */
    public String text(String name, String fallback) {
        JsonNode value = json.get(name);
        return value == null || !value.isValueNode() ? fallback : value.asText();
    }

    /** The member as a boolean; false where it is absent. */
    public boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }

    /** The name of this value in its parent: a member's name, an item's index, empty for the root. */
    public String name() {
        return token;
    }

    /** The object or array that this value stands in; the root stands in itself. */
    public Node parent() {
        return parent == null ? this : parent;
    }

    public SourceFile file() {
        return file;
    }

    public Node root() {
        return root(sources, file);
    }

    /** The JSON pointer of this value in its file (RFC 6901). */
    public String pointer() {
        if (parent == null) {
            return "";
        }
        return parent.pointer() + "/" + escape(token);
    }

    /** Where the value is written; one that a dialect derives, where that stands which it was derived from. */
    public Place place() {
        return file.isDerived() ? written() : new Place(file.name(), pointer(), line());
    }

    private Place written() {
        return parent == null
                ? new Place(file.name(), "", 1)
                : file.written(json, parent.json, token).orElseGet(parent::written);
    }

    private int line() {
        if (parent == null) {
            return 1;
        }
        int own = file.line(parent.json, token);
        return own > 0 ? own : parent.line();
    }

    /**
     * What a reference in this file leads to, one step.
     *
     * @throws UnreadableDocument if it leads nowhere or may not be followed
     */
    public Node referred(String reference) {
        return sources.target(this, reference);
    }

    /**
     * The text of a file beside this one; empty for an address that is none of a file.
     *
     * @throws UnreadableDocument if it is not there, is no text, or may not be read
     */
    public Optional<String> textBeside(String address) {
        return sources.textBeside(this, address);
    }

    public boolean isReference() {
        return json.isObject() && json.path("$ref").isTextual();
    }

    /**
     * The value this one stands for: itself, or what its chain of {@code $ref}s leads to, possibly in another file.
     *
     * @throws UnreadableDocument if a reference leads nowhere, may not be followed, or leads back to itself
     */
    public Node resolved() {
        Node node = this;
        Set<String> seen = new HashSet<>();
        while (node.isReference()) {
            if (!seen.add(node.file.uri() + "#" + node.pointer()) || seen.size() > LONGEST_CHAIN) {
                throw new UnreadableDocument(
                        member("$ref").place(), "this $ref leads back to itself; point it at a definition");
            }
            node = node.target();
        }
        return node;
    }

    /** What the {@code $ref} of this very object points at, one step. */
    public Node target() {
        Node reference = member("$ref");
        return sources.target(reference, reference.json.asText());
    }

    /** The value at a JSON pointer below this node; one that does not exist where the pointer leads nowhere. */
    public Node at(String pointer) {
        Node node = this;
        for (String token : tokens(pointer)) {
            node = node.child(token);
        }
        return node;
    }

    private Node child(String part) {
        if (!json.isArray()) {
            return member(part);
        }
        JsonNode item = part.matches("0|[1-9][0-9]{0,8}") ? json.get(Integer.parseInt(part)) : null;
        return new Node(sources, file, this, part, item == null ? MissingNode.getInstance() : item);
    }

    /** A refusal that names this place. */
    public UnreadableDocument unreadable(String problem) {
        return new UnreadableDocument(place(), problem);
    }

    /** The JSON pointer that a fragment of an address spells. */
    public static String decoded(String fragment) {
        return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The names and indexes of a JSON pointer. */
    public static List<String> tokens(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Stream.of(pointer.substring(1).split("/", -1))
                        .map(Node::unescape)
                        .toList();
    }

    /** One token of a JSON pointer, escaped (RFC 6901, section 3). */
    public static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    /** What an escaped token of a JSON pointer stands for. */
    public static String unescape(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    @Override
    public String toString() {
        return place().toString();
    }
}
