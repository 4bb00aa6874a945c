package io.platformapi.contract.reader;

import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Style;
import io.platformapi.contract.http.Sequences;
import io.platformapi.contract.keyword.Illegible;
import io.platformapi.contract.layout.Field;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Layout;
import io.platformapi.contract.source.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds what nothing of ours looks at, by the table of {@link Layout}: nobody may say that it was tested or compared.
 */
public final class Unread {

    private static final Set<Kind> ON_THE_WIRE = Set.of(Kind.PARAMETER, Kind.REQUEST_BODY, Kind.HEADER, Kind.ENCODING);

    private Unread() {}

    /** What is unread of an operation: in itself, its parameters, bodies and answers, and the schemas of those. */
    public static List<Node> of(Operation operation) {
        return unread(objects(operation));
    }

    /** What cannot be read of an operation, and is left out of the same objects. */
    public static List<Illegible> of(Operation operation, LeftOut leftOut) {
        return objects(operation).stream()
                .flatMap(each -> leftOut.of(each.kind(), each.node()).values().stream())
                .toList();
    }

    private static List<Inside> objects(Operation operation) {
        List<Inside> roots = new ArrayList<>(List.of(new Inside("", Kind.OPERATION, operation.node())));
        roots.addAll(Inside.of(Kind.PATH_ITEM, PathMethods.around(operation.node())));
        return objects(roots, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** What is unread of the document itself and its security schemes. */
    static List<Node> inDocument(Node document, Set<Object> passed) {
        return unread(objects(List.of(new Inside("", Kind.DOCUMENT, document)), passed));
    }

    /** What is unread of a path item and its operations, but for what was passed before. */
    static List<Node> below(Node item, Set<Object> passed) {
        List<Inside> roots = new ArrayList<>(List.of(new Inside("", Kind.PATH_ITEM, item)));
        PathMethods.of(item).forEach((method, node) -> roots.add(new Inside(method, Kind.OPERATION, node)));
        return unread(objects(roots, passed));
    }

    private static List<Node> unread(List<Inside> objects) {
        return objects.stream()
                .flatMap(each -> members(each.kind(), each.node()).stream())
                .toList();
    }

    private static List<Inside> objects(List<Inside> roots, Set<Object> passed) {
        List<Inside> objects = new ArrayList<>();
        Deque<Inside> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Inside next = open.poll();
            if (next.node().isObject() && passed.add(next.node().json())) {
                objects.add(next);
                open.addAll(Inside.of(next.kind(), next.node()));
            }
        }
        return objects;
    }

    /** The members of an object of a kind that nobody looks at. */
    public static List<Node> members(Kind kind, Node object) {
        return object.members().values().stream()
                .filter(member ->
                        !Layout.isExtension(member.name()) && !member.name().equals("$ref"))
                .filter(member -> !isRead(kind, member) || isBeyondUs(kind, member))
                .toList();
    }

    private static boolean isRead(Kind kind, Node member) {
        return Layout.field(kind, member.name())
                .filter(field -> field.use() == Field.Use.READ)
                .filter(field -> field.versions() != Field.Versions.UNTIL_3_0 || isOld(member))
                .isPresent();
    }

    private static boolean isOld(Node member) {
        return member.root().text("openapi", "3.0").startsWith("3.0");
    }

    /** Values that OpenAPI does not know, or 3.2 knows and we do not: another is read in their place. */
    private static boolean isBeyondUs(Kind kind, Node member) {
        String value = member.json().asText();
        return kind == Kind.PARAMETER
                        && (member.name().equals("in")
                                        && (In.ofParameter(value).isEmpty() || isWholeOfNothing(member.parent(), value))
                                || member.name().equals("style")
                                        && Style.named(value).isEmpty())
                || kind == Kind.XML && isNodeless(member)
                || kind == Kind.EXAMPLE && Examples.isElsewhere(member)
                || kind == Kind.MEDIA_TYPE
                        && member.name().equals("itemSchema")
                        && !Sequences.mayBe(member.parent().name())
                || ON_THE_WIRE.contains(kind) && isMisread(kind, member);
    }

    /** Whether a value is to have no node of its own, and is no list: its members would be those of the one around. */
    private static boolean isNodeless(Node member) {
        Node schema = member.parent().parent();
        return member.name().equals("nodeType")
                && member.json().asText().equals("none")
                && !schema.member("items").exists()
                && !schema.text("type", "").equals("array");
    }

    /** Whether a parameter is the whole query, and nothing says in which type. */
    private static boolean isWholeOfNothing(Node parameter, String in) {
        return in.equals(In.QUERYSTRING.keyword())
                && !parameter.member("content").exists();
    }

    /** Whether a field that is on or off is neither; what says nothing about messages does not matter. */
    private static boolean isMisread(Kind kind, Node member) {
        return !member.name().equals("deprecated")
                && Layout.field(kind, member.name())
                        .filter(field ->
                                field.takes().isFlag() && !member.json().isBoolean())
                        .isPresent();
    }

    /** A sentence for people. */
    public static String told(Node unread) {
        String value = unread.json().isValueNode() && unread.json().asText().length() < 40
                ? ": " + unread.json().asText()
                : "";
        return "not looked at: `" + unread.name() + value + "`, which is not known here";
    }
}
