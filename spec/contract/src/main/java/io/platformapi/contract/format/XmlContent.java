package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;

/** The value that the elements in an element make, one after the other. */
abstract class XmlContent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final XmlType type;
    private final XmlReader reader;

    XmlContent(XmlType type, XmlReader reader) {
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
                : new XmlMembers(type, attributes == null ? JSON.objectNode() : attributes, reader);
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
}
