package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spells one value as an XML document, without white space. */
final class XmlWriter {

    private static final Binding NONE = new Binding("", "");
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private final Output out;
    private final List<Binding> bindings = new ArrayList<>();
    private final XmlNames names;
    /** The answer to the question asked last, until something is bound or unbound. */
    private Binding recent = NONE;

    private int depth;

    private record Binding(String prefix, String namespace) {}

    XmlWriter(XmlNames names, Output out) {
        this.names = names;
        this.out = out;
    }

    void document(JsonNode value, XmlType type) {
        out.append(DECLARATION);
        element(type.name(), value, type);
    }

    private void element(XmlName name, JsonNode value, XmlType type) {
        int outside = bindings.size();
        depth++;
        String known = name.namespace().isEmpty() ? "" : bound(name.namespace(), name.prefix());
        XmlTag tag = name.tag(known == null ? name.prefix() : known);
        out.append(tag.start());
        if (depth == 1 && names.declaresInstance() && (value.isNull() || value.isContainerNode())) {
            bind(names.instancePrefix(), XmlSource.INSTANCE);
        }
        if (known == null) {
            bind(tag.prefix(), name.namespace());
        }
        if (!type.content().isEmpty() && bound(type.content(), "") == null) {
            bind("d" + depth + "p1", type.content());
        }
        if (value.isNull() || value.isMissingNode()) {
            nil();
        } else {
            attributes(value, type);
            content(tag, name, value, type);
        }
        depth--;
        unbind(outside);
    }

    /** The prefix of a namespace, the preferred one if it has several. */
    private @Nullable String bound(String namespace, String preferred) {
        if (namespace.equals(recent.namespace()) && preferred.isEmpty()) {
            return recent.prefix();
        }
        String found = null;
        for (Binding binding : bindings) {
            if (binding.namespace().equals(namespace)) {
                found = binding.prefix().equals(preferred) || found == null ? binding.prefix() : found;
            } else if (binding.prefix().equals(found)) {
                found = null;
            }
        }
        if (found != null && preferred.isEmpty()) {
            recent = new Binding(found, namespace);
        }
        return found;
    }

    private void bind(String prefix, String namespace) {
        bindings.add(new Binding(prefix, namespace));
        recent = NONE;
        out.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix).append("=\"");
        XmlText.attribute(out, namespace);
        out.append('"');
    }

    private void unbind(int outside) {
        if (bindings.size() > outside) {
            bindings.subList(outside, bindings.size()).clear();
            recent = NONE;
        }
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
                String prefix = attributePrefix(member.xml());
                out.append(' ').append(prefix).append(member.xml().local()).append("=\"");
                XmlText.attribute(out, attributeText(member, attribute));
                out.append('"');
            }
        }
    }

    /** The prefix of an attribute, colon and all. */
    private String attributePrefix(XmlName name) {
        if (name.namespace().isEmpty()) {
            return "";
        }
        String wanted = name.prefix().isEmpty() ? "n" + depth : name.prefix();
        String bound = bound(name.namespace(), wanted);
        if (bound == null || bound.isEmpty()) {
            bind(wanted, name.namespace());
            return wanted + ":";
        }
        return bound + ":";
    }

    private static String attributeText(XmlMember member, JsonNode value) {
        if (value.isContainerNode()) {
            String kind = value.isObject() ? "An object" : "A list";
            throw new UnwritableValue(kind + " cannot be written as the attribute "
                    + member.xml().local() + "; document the member " + member.name() + " as an element.");
        }
        return value.asText();
    }

    private void content(XmlTag tag, XmlName name, JsonNode value, XmlType type) {
        int end = out.length();
        out.append('>');
        switch (value.getNodeType()) {
            case OBJECT -> object(value, type);
            case ARRAY -> items(type.item(name), value, type.items());
            default -> XmlText.content(out, value.asText());
        }
        if (out.length() == end + 1 && !out.isOpen(value)) {
            out.cut(end);
            out.append(" />");
        } else {
            out.append(tag.end());
        }
    }

    private void object(JsonNode object, XmlType type) {
        if (type.isDictionary()) {
            XmlEntry entry = type.entry().orElseThrow();
            object.properties().forEach(member -> entry(entry, member, type));
            return;
        }
        List<XmlMember> declared = type.inOrder();
        JsonNode[] values = new JsonNode[declared.size()];
        int present = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = object.get(declared.get(i).name());
            present += values[i] == null ? 0 : 1;
        }
        if (present < object.size()) {
            type.members(object).forEach(member -> member(member, object.get(member.name())));
            return;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                member(declared.get(i), values[i]);
            }
        }
    }

    private void member(XmlMember member, JsonNode value) {
        if (member.isText()) {
            text(member, value);
        }
        if (!member.isElement()) {
            return;
        }
        if (!member.isWritable()) {
            throw new UnwritableValue("'" + member.xml().local()
                    + "' cannot be the name of an XML element; give the member " + member.name() + " an xml.name.");
        }
        if (member.place() == XmlPlace.ELEMENTS && value.isArray()) {
            items(member.xml(), value, member.type().items());
        } else {
            element(member.xml(), value, member.type());
        }
    }

    private void text(XmlMember member, JsonNode value) {
        if (value.isContainerNode()) {
            throw new UnwritableValue("A list or object cannot be the text of an element; document the member "
                    + member.name() + " as an element.");
        }
        if (value.isNull()) {
            return;
        }
        if (member.place() == XmlPlace.CDATA) {
            XmlText.section(out, value.asText());
        } else {
            XmlText.content(out, value.asText());
        }
    }

    private void items(XmlName name, JsonNode list, XmlType items) {
        out.itemsBegin(list);
        for (JsonNode item : list) {
            element(name, item, items);
        }
        out.itemsEnd(list);
    }

    private void entry(XmlEntry entry, Map.Entry<String, JsonNode> member, XmlType type) {
        XmlType value = type.undeclared(member.getKey(), type.shape().member(member.getKey()))
                .type();
        String prefix = bound(entry.item().namespace(), "");
        XmlTag tag = entry.item().tag(prefix == null ? "" : prefix);
        out.append(tag.start()).append('>');
        depth++;
        element(entry.key(), TextNode.valueOf(member.getKey()), value);
        element(entry.value(), member.getValue(), value);
        depth--;
        out.append(tag.end());
    }
}
