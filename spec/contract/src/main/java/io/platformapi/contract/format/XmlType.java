package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Lazy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How the values of a schema are spelled in XML. Thread-safe. */
abstract class XmlType {

    private final Shape shape;
    private final Lazy<Map<String, XmlMember>> members = new Lazy<>(this::findMembers);
    private final Lazy<List<XmlMember>> inOrder =
            new Lazy<>(() -> List.copyOf(members().values()));
    private final Lazy<List<String>> emptyLists = new Lazy<>(this::findEmptyLists);
    private final Lazy<Map<String, XmlMember>> named =
            new Lazy<>(() -> byName(member -> member.place() != XmlPlace.ATTRIBUTE && !member.isText()));
    private final Lazy<List<XmlMember>> elements =
            new Lazy<>(() -> List.copyOf(named.get().values()));
    private final Lazy<Map<String, XmlMember>> attributes =
            new Lazy<>(() -> byName(member -> member.place() == XmlPlace.ATTRIBUTE));
    private final Lazy<Optional<XmlMember>> text =
            new Lazy<>(() -> inOrder().stream().filter(XmlMember::isText).findFirst());
    private final Lazy<Map<String, XmlMember>> spellings = new Lazy<>(this::findSpellings);

    XmlType(Shape shape) {
        this.shape = shape;
    }

    final Shape shape() {
        return shape;
    }

    /** The name of the root element. */
    abstract XmlName name();

    /** Whether the root may have any name, for lack of one in the document. */
    boolean isNameless() {
        return false;
    }

    /** The namespace of what stands in the element; empty where the element need not declare it. */
    abstract String content();

    /** The type of a list's items. */
    abstract XmlType items();

    /** The name of an item of a list that stands in an element of its own. */
    abstract XmlName item(XmlName list);

    /** How the entries of a dictionary are spelled; empty where their keys are the names of elements. */
    abstract Optional<XmlEntry> entry();

    /** How a declared member is spelled. */
    abstract XmlMember declared(String name, Shape member);

    /** How a member is spelled that the schema does not declare. */
    abstract XmlMember undeclared(String name, Shape member);

    /** The order in which members are written. */
    abstract List<String> ordered(List<String> names);

    /** Whether a member may stand behind another. */
    abstract boolean follows(String previous, String next);

    final boolean isDictionary() {
        return shape.isObject() && entry().isPresent();
    }

    /** How a member is spelled, declared or not. */
    final XmlMember member(String name) {
        XmlMember declared = members().get(name);
        return declared == null ? undeclared(name, shape.member(name)) : declared;
    }

    /** The declared members in the order they are written. */
    final Map<String, XmlMember> members() {
        return members.get();
    }

    /** The same as a list. */
    final List<XmlMember> inOrder() {
        return inOrder.get();
    }

    /** The members of a value, declared or not, in the order they are written. */
    final List<XmlMember> members(JsonNode object) {
        List<String> names = new ArrayList<>(object.size());
        object.fieldNames().forEachRemaining(names::add);
        return ordered(names).stream().map(this::member).toList();
    }

    /** The members that are empty lists where no element of theirs stands. */
    final List<String> emptyLists() {
        return emptyLists.get();
    }

    /** The declared member of an element by its exact name. */
    final @Nullable XmlMember element(String local) {
        return named.get().get(local);
    }

    /** The declared members that are elements, no two of them of one name, in the order they are written. */
    final List<XmlMember> elements() {
        return elements.get();
    }

    final boolean hasAttributes() {
        return !attributes.get().isEmpty();
    }

    /** The declared member that is the text of the element. */
    final Optional<XmlMember> text() {
        return text.get();
    }

    /** The declared member of an attribute. */
    final @Nullable XmlMember attribute(String local) {
        return attributes.get().get(local);
    }

    /** The declared member of an element by its name in any letter case. */
    final @Nullable XmlMember spelled(String local) {
        XmlMember exact = element(local);
        return exact != null ? exact : spellings.get().get(local.toLowerCase(Locale.ROOT));
    }

    private Map<String, XmlMember> findMembers() {
        Map<String, XmlMember> found = new LinkedHashMap<>();
        for (String name : ordered(List.copyOf(shape.members().keySet()))) {
            found.put(name, declared(name, shape.member(name)));
        }
        return found;
    }

    private List<String> findEmptyLists() {
        return inOrder().stream()
                .filter(member -> member.place() == XmlPlace.ELEMENTS)
                .map(XmlMember::name)
                .filter(shape::isRequired)
                .toList();
    }

    private Map<String, XmlMember> byName(Predicate<XmlMember> kind) {
        Map<String, XmlMember> found = new LinkedHashMap<>();
        members().values().stream()
                .filter(kind)
                .forEach(member -> found.putIfAbsent(member.xml().local(), member));
        return found;
    }

    private Map<String, XmlMember> findSpellings() {
        Map<String, XmlMember> found = new LinkedHashMap<>();
        for (XmlMember member : elements()) {
            found.putIfAbsent(member.xml().local().toLowerCase(Locale.ROOT), member);
        }
        return found;
    }
}
