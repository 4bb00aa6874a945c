package io.platformapi.contract.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;

/** The value that the elements in an element make, one after the other. */
abstract class XmlContent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final XmlType type;
    private final XmlReader reader;

    private XmlContent(XmlType type, XmlReader reader) {
        this.type = type;
        this.reader = reader;
    }

    static XmlContent of(XmlType type, @Nullable ObjectNode attributes, XmlReader reader) {
        Shape shape = type.shape();
        if (shape.isList() && !shape.isObject()) {
            return new Items(type, reader);
        }
        return type.isDictionary()
                ? new Entries(type, reader)
                : new Members(type, attributes == null ? JSON.objectNode() : attributes, reader);
    }

    /**
     * Takes in the element that begins here, up to its end.
     *
     * @param around the name of the element it stands in, as its type spells it
     * @param namespace the namespace of the element it stands in
     */
    abstract void element(XmlName around, String namespace) throws MalformedBody;

    /** What has been taken in. */
    abstract JsonNode value();

    final boolean matches(XmlName expected, String namespace) {
        return reader.isNamed(expected.local(), reader.source().local())
                && reader.isIn(expected.namespace(), namespace);
    }

    final XmlReader reader() {
        return reader;
    }

    final XmlType type() {
        return type;
    }

    final MalformedBody unexpected(XmlName expected) {
        XmlSource source = reader.source();
        return source.malformed("the element " + source.name() + " stands here, but must be " + expected);
    }

    /** The items of a list. */
    private static final class Items extends XmlContent {

        private final ArrayNode list = JSON.arrayNode();

        Items(XmlType type, XmlReader reader) {
            super(type, reader);
        }

        @Override
        void element(XmlName around, String namespace) throws MalformedBody {
            XmlName item = type().item(around);
            boolean any = type().items().shape().isAny();
            if (any || matches(item, namespace)) {
                list.add(reader().element(item, type().items()));
            } else if (reader().isLenient()) {
                reader().skip();
            } else {
                throw unexpected(item);
            }
        }

        @Override
        JsonNode value() {
            return list;
        }
    }

    /** The entries of a dictionary, each an element with a key and a value in it. */
    private static final class Entries extends XmlContent {

        private final ObjectNode dictionary = JSON.objectNode();

        Entries(XmlType type, XmlReader reader) {
            super(type, reader);
        }

        @Override
        void element(XmlName around, String namespace) throws MalformedBody {
            XmlEntry entry = type().entry().orElseThrow();
            if (matches(entry.item(), namespace)) {
                entry(entry);
            } else if (reader().isLenient()) {
                reader().skip();
            } else {
                throw unexpected(entry.item());
            }
        }

        private void entry(XmlEntry entry) throws MalformedBody {
            XmlSource source = reader().source();
            Location place = source.place();
            String namespace = source.namespace();
            @Nullable String key = null;
            JsonNode value = JSON.nullNode();
            XmlType values = type().undeclared("", type().shape().member("")).type();
            for (XmlSource.Event event = source.next(); event != XmlSource.Event.END; event = source.next()) {
                if (event == XmlSource.Event.TEXT && !source.text().isBlank()) {
                    throw source.malformed("text stands between the elements");
                }
                if (event == XmlSource.Event.START) {
                    if (matches(entry.key(), namespace)) {
                        key = reader().element(entry.key(), values).asText();
                    } else if (matches(entry.value(), namespace)) {
                        value = reader().element(entry.value(), values);
                    } else if (reader().isLenient()) {
                        reader().skip();
                    } else {
                        throw unexpected(key == null ? entry.key() : entry.value());
                    }
                }
            }
            if (key == null || dictionary.has(key)) {
                String problem = key == null
                        ? "the entry has no " + entry.key().local()
                        : "the key " + key + " stands here a second time";
                throw XmlSource.malformed(problem, place);
            }
            dictionary.set(key, value);
        }

        @Override
        JsonNode value() {
            return dictionary;
        }
    }

    /** The members of an object, one element each. */
    private static final class Members extends XmlContent {

        private final ObjectNode object;
        private String previous = "";
        private int next;

        Members(XmlType type, ObjectNode attributes, XmlReader reader) {
            super(type, reader);
            this.object = attributes;
        }

        @Override
        void element(XmlName around, String namespace) throws MalformedBody {
            String local = reader().source().local();
            XmlMember ahead = ahead(local);
            XmlMember member = ahead != null ? ahead : behind(local);
            if (member == null) {
                undeclared(local);
            } else if (!reader().isIn(member.xml().namespace(), namespace)) {
                foreign(member);
            } else if (member.place() == XmlPlace.NOWHERE) {
                nowhere(member);
            } else {
                refuseOrder(member.name());
                if (ahead == null) {
                    refuseASecond(member);
                }
                declared(member);
            }
        }

        /** The member of an element that stands behind all that have come: it comes for the first time. */
        private @Nullable XmlMember ahead(String local) {
            List<XmlMember> members = type().elements();
            for (int i = next; i < members.size(); i++) {
                if (members.get(i).xml().local().equals(local)) {
                    next = i + 1;
                    return members.get(i);
                }
            }
            return null;
        }

        private @Nullable XmlMember behind(String local) {
            return reader().isLenient() ? type().spelled(local) : type().element(local);
        }

        private void refuseASecond(XmlMember member) throws MalformedBody {
            if (member.place() == XmlPlace.ELEMENT && object.has(member.name())) {
                throw reader().source().malformed("the member " + member.name() + " stands here a second time");
            }
        }

        private void declared(XmlMember member) throws MalformedBody {
            if (member.place() == XmlPlace.ELEMENTS) {
                JsonNode item = reader().element(member.xml(), member.type().items());
                object.withArray(JsonPointer.empty().appendProperty(member.name()))
                        .add(item);
            } else {
                object.set(member.name(), reader().element(member.xml(), member.type()));
            }
        }

        /** Elements that nobody declares are kept: one is a value, several are a list. */
        private void undeclared(String local) throws MalformedBody {
            refuseOrder(local);
            XmlMember member = type().undeclared(local, type().shape().member(local));
            boolean list = member.place() == XmlPlace.ELEMENTS;
            boolean several = list && !member.type().shape().isAny();
            JsonNode value =
                    reader().element(member.xml(), several ? member.type().items() : member.type());
            if (several || list && object.get(local) instanceof ArrayNode) {
                object.withArray(JsonPointer.empty().appendProperty(local)).add(value);
            } else if (object.has(local) && (list || reader().isLenient())) {
                object.set(local, JSON.arrayNode().add(object.get(local)).add(value));
            } else if (object.has(local)) {
                throw reader().source().malformed("the member " + local + " stands here a second time");
            } else {
                object.set(local, value);
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
            if (!reader().isLenient()
                    && !previous.equals(name)
                    && !previous.isEmpty()
                    && !type().follows(previous, name)) {
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
}
