package io.platformapi.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The files a document consists of: the one it starts in, and those its references lead to, each read once.
 *
 * <p>Thread-safe.
 */
public final class Sources {

    private final URI base;
    private final Access access;
    private final Loader loader;
    private final Map<URI, SourceFile> files = new ConcurrentHashMap<>();

    private Sources(URI base, Access access, Loader loader) {
        this.base = base;
        this.access = access;
        this.loader = loader;
    }

    /**
     * Reads the document that starts at an address or in a file.
     *
     * @param location a path, or an {@code http}, {@code https} or {@code file} address
     * @throws UnreadableDocument if it is not there or neither YAML nor JSON
     */
    public static Node read(String location, Access access) {
        return read(location, access, Loader.USUAL);
    }

    /** The same, each file through a loader. */
    public static Node read(String location, Access access, Loader loader) {
        Place place = new Place(location, "", 1);
        URI uri = address(location, place);
        Sources sources = new Sources(uri, access, loader);
        return Node.root(sources, sources.load(uri, place, location));
    }

    private static URI address(String location, Place place) {
        try {
            if (location.matches("(?i)https?://.*")) {
                return new URI(location);
            }
            Path path = location.matches("(?i)file://.*") ? Path.of(new URI(location)) : Path.of(location);
            return path.toAbsolutePath().normalize().toUri();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new UnreadableDocument(place, "this is neither a path nor an address: " + e.getMessage());
        }
    }

    /**
     * Reads the document at an address, each file through a loader.
     *
     * @param name the document as the user named it
     */
    public static Node read(URI uri, String name, Access access, Loader loader) {
        Sources sources = new Sources(uri, access, loader);
        return Node.root(sources, sources.load(uri, new Place(name, "", 1), name));
    }

    /** A document given as text; its references resolve against {@code uri}. */
    public static Node of(String text, URI uri, String name, Access access) {
        Sources sources = new Sources(uri, access, Loader.USUAL);
        SourceFile file = parse(uri, name, text);
        sources.files.put(uri, file);
        return Node.root(sources, file);
    }

    /** What a reference points at; {@code at} is the {@code $ref} member itself, for messages. */
    Node target(Node at, String reference) {
        int hash = reference.indexOf('#');
        String address = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : fragment(at, reference.substring(hash + 1));
        Node root = address.isEmpty() ? at.root() : Node.root(this, file(at, address));
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
            throw at.unreadable(
                    "\"" + reference
                            + "\" names an anchor that no schema has; point it at a definition, as in #/components/schemas/Pet");
        }
        Node target = root.at(fragment);
        if (!target.exists()) {
            throw at.unreadable("\"" + reference + "\" leads nowhere: " + nearest(root, fragment));
        }
        return target;
    }

    /** The text of a file beside the one that a value stands in; empty for an address that is none of a file. */
    Optional<String> textBeside(Node at, String address) {
        URI uri = resolve(at, address);
        if (!"file".equalsIgnoreCase(uri.getScheme())) {
            return Optional.empty();
        }
        checkAccess(at, address, uri);
        return Optional.of(loader.text(uri, at.place()));
    }

    /** The root of the document that starts in a file, with changes made in all that it has led to. */
    Node edited(SourceFile start, Edits edits) {
        Sources changed = new Sources(base, access, loader);
        files.forEach((uri, file) -> changed.files.put(uri, file.edited(edits)));
        SourceFile file = start.edited(edits);
        changed.files.put(file.uri(), file);
        return Node.root(changed, file);
    }

    /** The roots of the document that starts in a file, and of all that it has led to. */
    List<Node> roots(SourceFile start) {
        Map<URI, SourceFile> known = new LinkedHashMap<>(files);
        known.put(start.uri(), start);
        return known.values().stream().map(file -> Node.root(this, file)).toList();
    }

    /** The root of the document that starts in a file, with other trees in all that it has led to. */
    Node rewritten(SourceFile start, Function<Node, JsonNode> tree, Map<JsonNode, JsonNode> origins) {
        Sources changed = new Sources(base, access, loader);
        roots(start)
                .forEach(
                        root -> changed.files.put(root.file().uri(), root.file().with(tree.apply(root), origins)));
        return Node.root(changed, Objects.requireNonNull(changed.files.get(start.uri())));
    }

    private static String fragment(Node at, String written) {
        try {
            return Node.decoded(written);
        } catch (IllegalArgumentException e) {
            throw at.unreadable("\"#" + written + "\" has a bad percent escape; write %25 for a percent sign");
        }
    }

    private static String nearest(Node root, String pointer) {
        int end = pointer.lastIndexOf('/');
        Node parent = root.at(pointer.substring(0, end));
        String name = pointer.substring(end + 1);
        if (!parent.exists()) {
            return "there is no " + pointer.substring(0, end) + " in "
                    + root.file().name();
        }
        return "there is no \"" + name + "\" in "
                + (end == 0 ? "the document" : pointer.substring(0, end))
                + Suggestion.of(name, parent.members().keySet());
    }

    private SourceFile file(Node at, String address) {
        URI uri = resolve(at, address);
        SourceFile known = files.get(uri);
        if (known != null) {
            return known;
        }
        checkAccess(at, address, uri);
        return load(uri, at.place(), name(uri, address));
    }

    private void checkAccess(Node at, String address, URI uri) {
        if (!uri.equals(base) && !access.allows(base, uri)) {
            throw at.unreadable("\"" + address + "\" lies outside the document's folder or origin; move it there,"
                    + " or allow remote references (--allow-remote)");
        }
    }

    /** A file as who named the document would name it: from the folder of the document. */
    private String name(URI uri, String address) {
        String folder = base.resolve(".").getPath();
        String file =
                String.valueOf(base.getPath()).substring(String.valueOf(folder).length());
        String document = files.containsKey(base) ? files.get(base).name() : "";
        boolean together = uri.resolve("/").equals(base.resolve("/"));
        if (!together || !uri.getPath().startsWith(folder) || !document.endsWith(file)) {
            return address;
        }
        String below = uri.getPath().substring(folder.length());
        return document.substring(0, document.length() - file.length()) + below;
    }

    private URI resolve(Node at, String address) {
        try {
            URI written = new URI(address.replace(" ", "%20"));
            URI uri = SelfNames.of(at.file()).place(written, files.values()).normalize();
            if ("file".equalsIgnoreCase(uri.getScheme())) {
                Path.of(uri);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw at.unreadable("\"" + address + "\" is no address: " + e.getReason());
        } catch (IllegalArgumentException e) { // an address of a file may say more than a path can
            throw at.unreadable("\"" + address + "\" is no path: " + e.getMessage());
        }
    }

    private SourceFile load(URI uri, Place from, String name) {
        SourceFile file = parse(uri, name, loader.text(uri, from));
        files.put(uri, file);
        return file;
    }

    private static SourceFile parse(URI uri, String name, String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (name.endsWith(".json")) {
            return JsonText.read(uri, name, content);
        }
        return content.stripLeading().startsWith("{") ? braced(uri, name, content) : YamlText.read(uri, name, content);
    }

    /** A text in braces is JSON, or YAML in that style; where it is neither, its first name tells what it was to be. */
    private static SourceFile braced(URI uri, String name, String content) {
        try {
            return JsonText.read(uri, name, content);
        } catch (UnreadableDocument noJson) {
            try {
                return YamlText.read(uri, name, content);
            } catch (UnreadableDocument noYaml) {
                boolean quoted = content.strip().substring(1).stripLeading().startsWith("\"");
                throw quoted ? noJson : noYaml;
            }
        }
    }
}
