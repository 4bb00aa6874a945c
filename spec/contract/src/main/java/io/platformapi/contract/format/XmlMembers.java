package io.platformapi.contract.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of an object, one element each. */
final class XmlMembers extends XmlContent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode object;
    private String previous = "";
    private int next;

    XmlMembers(XmlType type, ObjectNode attributes, XmlReader reader) {
        super(type, reader);
        this.object = attributes;
    }

    @Override
    void element(XmlName around, String namespace) throws MalformedBody {
        String local = reader().source().local();
        XmlMember member = named(local);
        if (member == null) {
            undeclared(local);
        } else if (!reader().isIn(member.xml().namespace(), namespace)) {
            foreign(member);
        } else if (member.place() == XmlPlace.NOWHERE) {
            nowhere(member);
        } else {
            declared(member);
        }
    }

    /** The declared member of an element; most come in the order of their type, and need not be looked up. */
    private @Nullable XmlMember named(String local) {
        List<XmlMember> members = type().elements();
        if (next < members.size() && members.get(next).xml().local().equals(local)) {
            return members.get(next++);
        }
        XmlMember member = reader().isLenient() ? type().spelled(local) : type().element(local);
        next = member == null ? next : members.indexOf(member) + 1;
        return member;
    }

    private void declared(XmlMember member) throws MalformedBody {
        refuseOrder(member.name());
        if (member.place() == XmlPlace.ELEMENTS) {
            JsonNode item = reader().element(member.xml(), member.type().items());
            object.withArray(JsonPointer.empty().appendProperty(member.name())).add(item);
        } else if (object.has(member.name())) {
            throw reader().source().malformed("the member " + member.name() + " stands here a second time");
        } else {
            object.set(member.name(), reader().element(member.xml(), member.type()));
        }
    }

    /** Elements that nobody declares are kept: one is a value, several are a list. */
    private void undeclared(String local) throws MalformedBody {
        refuseOrder(local);
        XmlMember member = type().undeclared(local, type().shape().member(local));
        boolean repeatable = member.place() == XmlPlace.ELEMENTS || reader().isLenient();
        boolean several =
                member.place() == XmlPlace.ELEMENTS && !member.type().shape().isAny();
        JsonNode value = reader().element(member.xml(), several ? member.type().items() : member.type());
        JsonNode before = object.get(local);
        if (several || repeatable && before instanceof ArrayNode) {
            object.withArray(JsonPointer.empty().appendProperty(local)).add(value);
        } else if (before == null) {
            object.set(local, value);
        } else if (repeatable) {
            object.set(local, JSON.arrayNode().add(before).add(value));
        } else {
            throw reader().source().malformed("the member " + local + " stands here a second time");
        }
    }

    private void foreign(XmlMember member) throws MalformedBody {
        if (!reader().isLenient()) {
            throw unexpected(member.xml());
        }
        reader().skip();
    }

    private void nowhere(XmlMember member) throws MalformedBody {
        if (!reader().isLenient()) {
            throw reader().source().malformed("the member " + member.name() + " is never sent in XML");
        }
        reader().skip();
    }

    private void refuseOrder(String name) throws MalformedBody {
        if (!reader().isLenient() && !previous.equals(name) && !previous.isEmpty() && !type().follows(previous, name)) {
            throw reader().source().malformed("the member " + name + " must stand before the member " + previous);
        }
        previous = name;
    }

    @Override
    JsonNode value() {
        for (String name : type().emptyLists()) {
            if (!object.has(name)) {
                object.putArray(name);
            }
        }
        return object;
    }
}
