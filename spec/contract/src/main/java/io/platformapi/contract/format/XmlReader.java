package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Typing;
import org.jspecify.annotations.Nullable;

/**
 * One pass over an XML document.
 *
 * <ol>
 *   <li>The root has the name of its type.
 *   <li>An element that is nil is null; one with elements in it is an object, a dictionary or a list, as its type says;
 *       any other is a scalar, typed by its schema.
 *   <li>Nothing stands behind the root.
 * </ol>
 */
final class XmlReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final XmlSource source;
    private final Typing typing;
    private final boolean lenient;

    XmlReader(XmlSource source, Typing typing, boolean lenient) {
        this.source = source;
        this.typing = typing;
        this.lenient = lenient;
    }

    JsonNode document(XmlType type) throws MalformedBody {
        XmlName name = type.name();
        boolean right = type.isNameless() || isNamed(name.local(), source.local()) && isIn(name.namespace(), "");
        if (!right) {
            throw source.malformed("the root element is " + source.name() + ", but must be " + name);
        }
        JsonNode value = element(name.named(source.local()), type);
        source.end();
        return value;
    }

    /** The value of the element that begins here, up to its end. */
    JsonNode element(XmlName name, XmlType type) throws MalformedBody {
        boolean nil = source.isNil();
        String namespace = source.namespace();
        ObjectNode attributes = source.attributes() == 0 || !type.hasAttributes() ? null : attributes(type);
        XmlContent content = null;
        StringBuilder text = null;
        String only = "";
        while (true) {
            switch (source.next()) {
                case TEXT -> {
                    String piece = source.text();
                    if (type.text().isPresent() && !nil) {
                        text = (text == null ? new StringBuilder() : text).append(piece);
                    } else if (content != null || nil) {
                        refuseText(piece, nil);
                    } else if (only.isEmpty()) {
                        only = piece;
                    } else {
                        text = (text == null ? new StringBuilder(only) : text).append(piece);
                    }
                }
                case START -> {
                    if (nil) {
                        throw source.malformed("an element stands in one that is nil");
                    }
                    if (content == null) {
                        refuseText(type.text().isPresent() ? "" : text == null ? only : text.toString(), false);
                        content = XmlContent.of(type, attributes, this);
                    }
                    content.element(name, namespace);
                }
                case END -> {
                    if (nil) {
                        return JSON.nullNode();
                    }
                    String own = text == null ? only : text.toString();
                    return content == null
                            ? childless(own, type, attributes)
                            : type.text().isPresent() ? withText(content.value(), own.strip(), type) : content.value();
                }
            }
        }
    }

    private JsonNode childless(String text, XmlType type, @Nullable ObjectNode attributes) throws MalformedBody {
        return type.text().isPresent()
                ? withText(XmlContent.of(type, attributes, this).value(), text, type)
                : withoutElements(text, type, attributes);
    }

    private JsonNode withText(JsonNode value, String text, XmlType type) {
        XmlMember member = type.text().orElseThrow();
        Shape shape = member.type().shape();
        if (value instanceof ObjectNode object
                && (!text.isEmpty() || type.shape().isRequired(member.name()))) {
            object.set(member.name(), typing.value(shape.isText() ? text : text.strip(), shape.schema()));
        }
        return value;
    }

    private void refuseText(String text, boolean nil) throws MalformedBody {
        if (!text.isBlank()) {
            throw source.malformed(nil ? "text stands in an element that is nil" : "text stands between the elements");
        }
    }

    /** Passes over the element that begins here. */
    void skip() throws MalformedBody {
        for (int open = 1; open > 0; ) {
            switch (source.next()) {
                case START -> open++;
                case END -> open--;
                case TEXT -> {}
            }
        }
    }

    private JsonNode withoutElements(String text, XmlType type, @Nullable ObjectNode attributes) {
        Shape shape = type.shape();
        if (shape.isTextOnly()) {
            return JSON.textNode(text);
        }
        boolean structured = shape.isObject() || shape.isList();
        if (structured && !shape.isText() && text.isBlank() || attributes != null && !attributes.isEmpty()) {
            return XmlContent.of(type, attributes, this).value();
        }
        return typing.value(shape.isText() ? text : text.strip(), shape.schema());
    }

    private ObjectNode attributes(XmlType type) {
        ObjectNode values = JSON.objectNode();
        for (int i = 0; i < source.attributes(); i++) {
            XmlMember member = type.attribute(source.attributeName(i));
            if (member != null && member.xml().namespace().equals(source.attributeNamespace(i))) {
                values.set(
                        member.name(),
                        typing.value(
                                source.attributeValue(i), member.type().shape().schema()));
            }
        }
        return values;
    }

    XmlSource source() {
        return source;
    }

    boolean isLenient() {
        return lenient;
    }

    boolean isNamed(String expected, String found) {
        return lenient ? expected.equalsIgnoreCase(found) : expected.equals(found);
    }

    /**
     * Whether the element that begins here is in a namespace; a lenient reader lets one pass that says nothing, being
     * in none or in that of the element around it.
     */
    boolean isIn(String expected, String around) {
        String found = source.namespace();
        return found.equals(expected) || (lenient || expected.isEmpty()) && (found.isEmpty() || found.equals(around));
    }
}
