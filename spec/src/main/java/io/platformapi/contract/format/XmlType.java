package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the values of a schema are spelled in XML. Thread-safe. */
abstract class XmlType {

    private final Shape shape;
    private @Nullable Map<String, XmlMember> members;
    private @Nullable List<XmlMember> inOrder;
    private @Nullable List<String> emptyLists;
    private @Nullable Map<String, XmlMember> named;
    private @Nullable List<XmlMember> elements;
    private @Nullable Map<String, XmlMember> attributes;
    private @Nullable Map<String, XmlMember> spellings;

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
        Map<String, XmlMember> known = members;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (String name : ordered(List.copyOf(shape.members().keySet()))) {
                known.put(name, declared(name, shape.member(name)));
            }
            members = known;
        }
        return known;
    }

    /** The same as a list. */
    final List<XmlMember> inOrder() {
        List<XmlMember> known = inOrder;
        if (known == null) {
            known = List.copyOf(members().values());
            inOrder = known;
        }
        return known;
    }

    /** The members of a value, declared or not, in the order they are written. */
    final List<XmlMember> members(JsonNode object) {
        List<String> names = new ArrayList<>(object.size());
        object.fieldNames().forEachRemaining(names::add);
        return ordered(names).stream().map(this::member).toList();
    }

    /** The members that are empty lists where no element of theirs stands. */
    final List<String> emptyLists() {
        List<String> known = emptyLists;
        if (known == null) {
            known = inOrder().stream()
                    .filter(member -> member.place() == XmlPlace.ELEMENTS)
                    .map(XmlMember::name)
                    .filter(shape::isRequired)
                    .toList();
            emptyLists = known;
        }
        return known;
    }

    /** The declared member of an element by its exact name. */
    final @Nullable XmlMember element(String local) {
        return named().get(local);
    }

    /** The declared members that are elements, no two of them of one name, in the order they are written. */
    final List<XmlMember> elements() {
        List<XmlMember> known = elements;
        if (known == null) {
            known = List.copyOf(named().values());
            elements = known;
        }
        return known;
    }

    private Map<String, XmlMember> named() {
        Map<String, XmlMember> known = named;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (XmlMember member : members().values()) {
                if (member.place() != XmlPlace.ATTRIBUTE) {
                    known.putIfAbsent(member.xml().local(), member);
                }
            }
            named = known;
        }
        return known;
    }

    final boolean hasAttributes() {
        return !attributes().isEmpty();
    }

    /** The declared member of an attribute. */
    final @Nullable XmlMember attribute(String local) {
        return attributes().get(local);
    }

    private Map<String, XmlMember> attributes() {
        Map<String, XmlMember> known = attributes;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (XmlMember member : members().values()) {
                if (member.place() == XmlPlace.ATTRIBUTE) {
                    known.putIfAbsent(member.xml().local(), member);
                }
            }
            attributes = known;
        }
        return known;
    }

    /** The declared member of an element by its name in any letter case. */
    final @Nullable XmlMember spelled(String local) {
        XmlMember exact = element(local);
        if (exact != null) {
            return exact;
        }
        Map<String, XmlMember> known = spellings;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (XmlMember member : elements()) {
                known.putIfAbsent(member.xml().local().toLowerCase(Locale.ROOT), member);
            }
            spellings = known;
        }
        return known.get(local.toLowerCase(Locale.ROOT));
    }
}
