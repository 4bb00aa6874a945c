package io.platformapi.contract.layout;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Draft;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.UnreadableDocument;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every object of a document, each known for what it is, in the order of the text; those of other files where a
 * reference leads to them.
 *
 * <ol>
 *   <li>The document is walked by the table of its fields; schemas that have names of their own are noted.
 *   <li>Each reference is followed, by name or by place, and what it leads to is walked as well, until nothing new
 *       comes.
 *   <li>A reference that leads nowhere is refused, or noted.
 * </ol>
 */
public final class Spots {

    private static final int LONGEST_CHAIN = 100;
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final Map<JsonNode, Kind> kinds = new IdentityHashMap<>();
    private final List<Spot> found = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<JsonNode, Draft> drafts = new IdentityHashMap<>();
    private final Map<JsonNode, Node> targets = new IdentityHashMap<>();
    private final List<Misfit> misfits = new ArrayList<>();
    private final Set<JsonNode> sent = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<UnreadableDocument> broken = new ArrayList<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Names names;

    private Spots(Names names) {
        this.names = names;
    }

    /**
     * A reference that stands in a document.
     *
     * @param form whether it stands for one object, a list, or objects by name
     * @param kind what stands where it leads, by the place it has
     * @param written the {@code $ref} or {@code $dynamicRef} itself
     * @param target what it leads to, one step
     * @param by what says so
     */
    public record Reference(Field.Form form, Kind kind, Node written, Node target, By by) {}

    /**
     * A value that is not what its place wants.
     *
     * @param node where it is written
     * @param wanted what the place wants: an object, a list of objects, or objects by name
     */
    public record Misfit(Node node, Field.Form wanted) {

        /** What is wrong with it. */
        public Slip slip() {
            String name = wanted == Field.Form.LIST ? "a list" : "an object";
            return new Slip(
                    node,
                    "shape",
                    "\"" + node.name() + "\" is " + name + " in OpenAPI; what stands here is passed over");
        }
    }

    /** What says where a reference leads. */
    public enum By {
        /** The address of a file, and a pointer in it. */
        ADDRESS,
        /** The name of a schema: its {@code $id} or {@code $anchor}. */
        NAME,
        /** The address of a file; the {@code $id} around it says otherwise, but nothing is there. */
        ADDRESS_AGAINST_NAME
    }

    /** A reference that is to be followed. */
    private record Pending(Field.Form form, Kind kind, Node written, Surroundings scope) {

        String text() {
            return written.json().asText();
        }

        boolean isAbsolute() {
            return ABSOLUTE.matcher(text()).lookingAt();
        }
    }

    /**
     * The objects of a document.
     *
     * @throws UnreadableDocument if a reference leads nowhere, back to itself, or may not be followed
     */
    public static Spots of(Node document) {
        Spots spots = written(document);
        spots.checkBroken();
        return spots;
    }

    /** The objects of a document as it is written, even one whose references lead nowhere. */
    public static Spots written(Node document) {
        Spots spots = new Spots(Names.of(document));
        Kind kind = document.member("swagger").exists() ? Kind.SWAGGER : Kind.DOCUMENT;
        spots.visit(Field.Form.ONE, kind, document, spots.names.outermost(document));
        spots.follow();
        spots.checkEnds();
        return spots;
    }

    /**
     * Refuses a document with a reference that leads nowhere.
     *
     * @throws UnreadableDocument that says which
     */
    public void checkBroken() {
        if (!broken.isEmpty()) {
            throw broken.get(0);
        }
    }

    /** Why references cannot be followed: of each that leads nowhere, back to itself, or may not be followed. */
    public List<UnreadableDocument> broken() {
        return List.copyOf(broken);
    }

    /** The objects. */
    public List<Spot> all() {
        return List.copyOf(found);
    }

    /** The objects of one kind. */
    public List<Node> of(Kind kind) {
        return found.stream()
                .filter(spot -> spot.kind() == kind)
                .map(Spot::node)
                .toList();
    }

    /** The values that are no objects, or no lists of them, where they should be. */
    public List<Misfit> misfits() {
        return List.copyOf(misfits);
    }

    /** The references, each with what it leads to. */
    public List<Reference> references() {
        return List.copyOf(references);
    }

    /** What a place was taken for first; empty where no object is. */
    public Optional<Kind> kind(Node node) {
        return Optional.ofNullable(kinds.get(node.json()));
    }

    /** The edition of JSON Schema that a schema is written in. */
    public Draft draft(Node schema) {
        return drafts.getOrDefault(schema.json(), Draft.DRAFT_2020_12);
    }

    /** The addresses of the resources that a schema is in: of its file, and of each schema around it and itself. */
    public List<URI> bases(Node schema) {
        return names.bases(schema);
    }

    private void visit(Field.Form form, Kind kind, Node node, Surroundings scope) {
        if (form == Field.Form.ONE) {
            visitObject(kind, node, scope);
        } else if (node.isReference() && !kind.isSchema()) {
            if (sent.add(node.json())) {
                pending.add(new Pending(form, kind, node.member("$ref"), scope));
            }
        } else if (form == Field.Form.LIST ? !node.json().isArray() : !node.isObject()) {
            misfits.add(new Misfit(node, form));
        } else if (form == Field.Form.LIST) {
            node.items().forEach(item -> visitObject(kind, item, scope));
        } else {
            node.members().forEach((name, member) -> {
                if (kind.isSchema() ? !SchemaFields.isList(scope.draft(), member) : !Layout.isExtension(name)) {
                    visitObject(kind, member, scope);
                }
            });
        }
    }

    private void visitObject(Kind kind, Node node, Surroundings scope) {
        if (!node.isObject() && !(kind.isSchema() && node.json().isBoolean())) {
            misfits.add(new Misfit(node, Field.Form.ONE));
        }
        if (!node.isObject() || kinds.putIfAbsent(node.json(), kind) != null) {
            return;
        }
        found.add(new Spot(kind, node));
        Surroundings own = kind.isSchema() ? names.entered(node, scope) : scope;
        if (kind == Kind.SCHEMA && !own.draft().isLatest()) {
            drafts.put(node.json(), own.draft());
        }
        for (String keyword : kind.isSchema() ? own.draft().references() : List.of("$ref")) {
            if (node.json().path(keyword).isTextual()) {
                pending.add(new Pending(Field.Form.ONE, kind, node.member(keyword), own));
            }
        }
        node.members()
                .forEach((name, member) -> field(kind, member, own)
                        .filter(field -> field.kind() != null)
                        .ifPresent(field -> visit(field.form(), field.objects(), member, own)));
    }

    private static Optional<Field> field(Kind kind, Node member, Surroundings scope) {
        return kind == Kind.SCHEMA ? SchemaFields.field(scope.draft(), member) : Layout.field(kind, member.name());
    }

    /** Follows by name first, for a name may be given anywhere; what nobody has named is sought by its address. */
    private void follow() {
        Deque<Pending> relative = new ArrayDeque<>();
        Deque<Pending> absolute = new ArrayDeque<>();
        while (!pending.isEmpty() || !relative.isEmpty() || !absolute.isEmpty()) {
            boolean last = pending.isEmpty();
            Pending next = last ? (relative.isEmpty() ? absolute : relative).remove() : pending.remove();
            Optional<Node> named = names.named(next.text(), next.scope().base());
            if (named.isPresent()) {
                arrive(next, named.get(), By.NAME);
            } else if (last) {
                followOrNote(next);
            } else {
                (next.isAbsolute() ? absolute : relative).add(next);
            }
        }
    }

    private void followOrNote(Pending next) {
        try {
            followAddress(next);
        } catch (UnreadableDocument e) {
            broken.add(e);
        }
    }

    private void followAddress(Pending next) {
        String text = next.text();
        int hash = text.indexOf('#');
        if (hash > 0 && Names.isAnchor(text.substring(hash + 1))) {
            Node file = next.written().referred(text.substring(0, hash));
            if (file.isObject() && kinds.get(file.json()) == null) {
                visitObject(next.kind(), file, names.outermost(file));
                pending.add(next);
                return;
            }
        }
        Node target = next.written().referred(text);
        arrive(
                next,
                target,
                names.isRenamed(next.written(), next.scope().base(), target) ? By.ADDRESS_AGAINST_NAME : By.ADDRESS);
    }

    private void arrive(Pending from, Node target, By by) {
        references.add(new Reference(from.form(), from.kind(), from.written(), target, by));
        targets.put(from.written().json(), target);
        if (from.form() != Field.Form.ONE || target.isObject()) {
            visit(from.form(), from.kind(), target, names.around(target));
        }
    }

    /** Notes what leads back to itself without ever coming to a definition. */
    private void checkEnds() {
        for (Reference reference : references) {
            Node node = reference.target();
            for (int steps = 0; node.isReference(); steps++) {
                if (steps >= LONGEST_CHAIN) {
                    broken.add(
                            reference.written().unreadable("this $ref leads back to itself; point it at a definition"));
                    break;
                }
                node = targets.getOrDefault(node.json().get("$ref"), node.root());
            }
        }
    }
}
