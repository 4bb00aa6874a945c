package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Spells one value as an XML document, without white space. */
final class XmlWriter {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private final StringBuilder out = new StringBuilder(1024).append(DECLARATION);
    private final List<Binding> bindings = new ArrayList<>();
    private final XmlNames names;
    private int depth;

    private record Binding(String prefix, String namespace) {}

    XmlWriter(XmlNames names) {
        this.names = names;
    }

    String document(JsonNode value, XmlType type) {
        element(type.name(), value, type);
        return out.toString();
    }

    private void element(XmlName name, JsonNode value, XmlType type) {
        int outside = bindings.size();
        depth++;
        String prefix = prefix(name, outside);
        String tag = prefix.isEmpty() ? name.local() : prefix + ":" + name.local();
        out.append('<').append(tag);
        if (depth == 1 && names.declaresInstance() && (value.isNull() || value.isContainerNode())) {
            bind(names.instancePrefix(), XmlSource.INSTANCE);
        }
        if (!name.namespace().isEmpty() && bound(name.namespace(), prefix) == null) {
            bind(prefix, name.namespace());
        }
        String content = type.content();
        if (!content.isEmpty() && bound(content, "") == null) {
            bind("d" + depth + "p1", content);
        }
        if (value.isNull() || value.isMissingNode()) {
            nil();
        } else {
            attributes(value, type);
            content(tag, name, value, type);
        }
        depth--;
        bindings.subList(outside, bindings.size()).clear();
    }

    private String prefix(XmlName name, int outside) {
        if (name.namespace().isEmpty() || outside == 0) {
            return name.namespace().isEmpty() ? "" : name.prefix();
        }
        String bound = bound(name.namespace(), name.prefix());
        return bound == null ? name.prefix() : bound;
    }

    /** The prefix of a namespace, the preferred one if it has several. */
    private @Nullable String bound(String namespace, String preferred) {
        String found = null;
        for (Binding binding : bindings) {
            if (binding.namespace().equals(namespace)) {
                found = binding.prefix().equals(preferred) || found == null ? binding.prefix() : found;
            } else if (binding.prefix().equals(found)) {
                found = null;
            }
        }
        return found;
    }

    private void bind(String prefix, String namespace) {
        bindings.add(new Binding(prefix, namespace));
        out.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix).append("=\"");
        XmlText.attribute(out, namespace);
        out.append('"');
    }

    private void nil() {
        String prefix = bound(XmlSource.INSTANCE, names.instancePrefix());
        if (prefix == null) {
            prefix = names.instancePrefix();
            bind(prefix, XmlSource.INSTANCE);
        }
        out.append(' ').append(prefix).append(":nil=\"true\" />");
    }

    private void attributes(JsonNode value, XmlType type) {
        if (!value.isObject() || !type.hasAttributes()) {
            return;
        }
        for (XmlMember member : type.members(value)) {
            JsonNode attribute = value.path(member.name());
            if (member.place() == XmlPlace.ATTRIBUTE && !attribute.isNull()) {
                String tag = attributeTag(member.xml());
                out.append(' ').append(tag).append("=\"");
                XmlText.attribute(out, attributeText(member, attribute));
                out.append('"');
            }
        }
    }

    private String attributeTag(XmlName name) {
        if (name.namespace().isEmpty()) {
            return name.local();
        }
        String wanted = name.prefix().isEmpty() ? "n" + depth : name.prefix();
        String bound = bound(name.namespace(), wanted);
        if (bound == null || bound.isEmpty()) {
            bind(wanted, name.namespace());
            bound = wanted;
        }
        return bound + ":" + name.local();
    }

    private static String attributeText(XmlMember member, JsonNode value) {
        if (value.isContainerNode()) {
            String kind = value.isObject() ? "An object" : "A list";
            throw new UnwritableValue(kind + " cannot be written as the attribute "
                    + member.xml().local() + "; document the member " + member.name() + " as an element.");
        }
        return value.asText();
    }

    private void content(String tag, XmlName name, JsonNode value, XmlType type) {
        int end = out.length();
        out.append('>');
        switch (value.getNodeType()) {
            case OBJECT -> object(value, type);
            case ARRAY -> items(type.item(name), value, type.items());
            default -> XmlText.content(out, value.asText());
        }
        if (out.length() == end + 1) {
            out.setLength(end);
            out.append(" />");
        } else {
            out.append("</").append(tag).append('>');
        }
    }

    private void object(JsonNode object, XmlType type) {
        Optional<XmlEntry> entry = type.isDictionary() ? type.entry() : Optional.empty();
        if (entry.isPresent()) {
            object.properties().forEach(member -> entry(entry.get(), member, type));
            return;
        }
        for (XmlMember member : type.members(object)) {
            if (member.isElement()) {
                member(member, object.path(member.name()));
            }
        }
    }

    private void member(XmlMember member, JsonNode value) {
        if (!XmlText.isName(member.xml().local())) {
            throw new UnwritableValue("'" + member.xml().local()
                    + "' cannot be the name of an XML element; give the member " + member.name() + " an xml.name.");
        }
        if (member.place() == XmlPlace.ELEMENTS && value.isArray()) {
            items(member.xml(), value, member.type().items());
        } else {
            element(member.xml(), value, member.type());
        }
    }

    private void items(XmlName name, JsonNode list, XmlType items) {
        for (JsonNode item : list) {
            element(name, item, items);
        }
    }

    private void entry(XmlEntry entry, Map.Entry<String, JsonNode> member, XmlType type) {
        XmlType value = type.undeclared(member.getKey(), type.shape().member(member.getKey()))
                .type();
        String prefix = bound(entry.item().namespace(), "");
        String tag = prefix == null || prefix.isEmpty()
                ? entry.item().local()
                : prefix + ":" + entry.item().local();
        out.append('<').append(tag).append('>');
        depth++;
        element(entry.key(), TextNode.valueOf(member.getKey()), value);
        element(entry.value(), member.getValue(), value);
        depth--;
        out.append("</").append(tag).append('>');
    }
}
