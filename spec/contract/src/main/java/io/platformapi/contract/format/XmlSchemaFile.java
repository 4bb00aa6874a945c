package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The XML Schema of one namespace. */
final class XmlSchemaFile {

    private static final String GUID = "[\\da-fA-F]{8}(-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}";

    private final StringBuilder out = new StringBuilder();
    private final String namespace;
    private final List<String> namespaces;
    private final Map<String, String> files;

    /**
     * @param namespace what the file describes
     * @param files the files of all namespaces
     */
    XmlSchemaFile(String namespace, Map<String, String> files) {
        this.namespace = namespace;
        this.namespaces = new ArrayList<>(files.keySet());
        this.files = files;
    }

    String text(Map<String, DataContractType> types) {
        line(0, "<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        line(0, "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" elementFormDefault=\"qualified\"");
        namespaces.forEach(other -> line(2, "xmlns:" + prefix(other) + "=\"" + attribute(other) + "\""));
        line(2, "targetNamespace=\"" + attribute(namespace) + "\">");
        files.forEach((other, file) -> {
            if (!other.equals(namespace)) {
                line(1, "<xs:import namespace=\"" + attribute(other) + "\" schemaLocation=\"" + file + "\"/>");
            }
        });
        types.values().forEach(this::type);
        line(0, "</xs:schema>");
        return out.toString();
    }

    private void type(DataContractType type) {
        String local = attribute(type.name().local());
        line(1, "<xs:element name=\"" + local + "\" type=\"" + reference(type.name()) + "\" nillable=\"true\"/>");
        line(1, "<xs:complexType name=\"" + local + "\">");
        line(2, "<xs:sequence>");
        if (type.shape().isList()) {
            DataContractType items = type.items();
            element(items.name().local(), items, " minOccurs=\"0\" maxOccurs=\"unbounded\"", false);
        } else if (type.isDictionary()) {
            entries(type);
        } else {
            type.members().values().stream().filter(XmlMember::isElement).forEach(member -> member(type, member));
        }
        line(2, "</xs:sequence>");
        line(1, "</xs:complexType>");
    }

    private void member(DataContractType owner, XmlMember member) {
        String occurs = owner.shape().isRequired(member.name()) ? "" : " minOccurs=\"0\"";
        element(member.xml().local(), (DataContractType) member.type(), occurs, true);
    }

    private void entries(DataContractType dictionary) {
        XmlEntry entry = dictionary.entry().orElseThrow();
        line(
                3,
                "<xs:element name=\"" + attribute(entry.item().local())
                        + "\" minOccurs=\"0\" maxOccurs=\"unbounded\">");
        line(4, "<xs:complexType>");
        line(5, "<xs:sequence>");
        line(6, "<xs:element name=\"" + attribute(entry.key().local()) + "\" type=\"xs:string\"/>");
        line(6, "<xs:element name=\"" + attribute(entry.value().local()) + "\" type=\"xs:string\" nillable=\"true\"/>");
        line(5, "</xs:sequence>");
        line(4, "</xs:complexType>");
        line(3, "</xs:element>");
    }

    private void element(String name, DataContractType type, String occurs, boolean bounded) {
        Shape shape = type.shape();
        String start = "<xs:element name=\"" + attribute(name) + "\"" + occurs
                + (shape.isNullable() ? " nillable=\"true\"" : "");
        List<String> facets = shape.isList() || shape.isObject() ? List.of() : facets(shape.schema(), bounded);
        if (facets.isEmpty()) {
            line(
                    3,
                    start + " type=\"" + (isStructured(shape) ? reference(type.name()) : base(shape.schema()))
                            + "\"/>");
            return;
        }
        line(3, start + ">");
        line(4, "<xs:simpleType>");
        line(5, "<xs:restriction base=\"" + base(shape.schema()) + "\">");
        facets.forEach(facet -> line(6, facet));
        line(5, "</xs:restriction>");
        line(4, "</xs:simpleType>");
        line(3, "</xs:element>");
    }

    private static boolean isStructured(Shape shape) {
        return shape.isList() || shape.isObject();
    }

    private static String base(Schema schema) {
        if (schema.is(Type.STRING)) {
            return switch (schema.format()) {
                case "date-time" -> "xs:dateTime";
                case "byte" -> "xs:base64Binary";
                default -> "xs:string";
            };
        }
        if (schema.is(Type.BOOLEAN)) {
            return "xs:boolean";
        }
        if (schema.is(Type.NUMBER)) {
            return schema.format().isEmpty() ? "xs:decimal" : "xs:double";
        }
        return switch (schema.format()) {
            case "int32" -> "xs:int";
            case "int64" -> "xs:long";
            default -> schema.is(Type.INTEGER) ? "xs:integer" : "xs:anyType";
        };
    }

    /** What restricts a text further; the items of lists share one type, so only their format does. */
    private static List<String> facets(Schema schema, boolean bounded) {
        List<String> facets = new ArrayList<>();
        if (schema.format().equals("uuid")) {
            facets.add(facet("pattern", GUID));
        }
        if (bounded && base(schema).equals("xs:string")) {
            for (JsonNode value : schema.keyword("enum")) {
                if (value.isTextual()) {
                    facets.add(facet("enumeration", value.asText()));
                }
            }
            for (String length : List.of("minLength", "maxLength")) {
                if (schema.keyword(length).isInt()) {
                    facets.add(facet(length, schema.keyword(length).asText()));
                }
            }
        }
        return facets;
    }

    private static String facet(String name, String value) {
        return "<xs:" + name + " value=\"" + attribute(value) + "\"/>";
    }

    private String reference(XmlName name) {
        return prefix(name.namespace()) + ":" + attribute(name.local());
    }

    private String prefix(String other) {
        return "n" + (namespaces.indexOf(other) + 1);
    }

    private static String attribute(String text) {
        Output escaped = new Output();
        XmlText.attribute(escaped, text);
        return escaped.toString();
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
