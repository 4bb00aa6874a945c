package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A type as the {@code xml} objects of a document spell it (OpenAPI 3.2, section 4.26).
 *
 * <p>A list is an element for each item, unless it is {@code wrapped} or the root. A root that the document names
 * nowhere may have any name. Namespaces are taken over by the elements inside where these name none of their own.
 */
final class OpenApiXmlType extends XmlType {

    /** The name that others give to such a root, too; XML reserves it, and no parser minds. */
    private static final String NAMELESS = "xml";

    private final JsonNode xml;

    private OpenApiXmlType(Shape shape) {
        super(shape);
        this.xml = shape.schema().keyword("xml");
    }

    static OpenApiXmlType of(Schema schema) {
        Shape shape = Shape.of(schema);
        return schema.kept(OpenApiXmlType.class, any -> new OpenApiXmlType(shape));
    }

    @Override
    XmlName name() {
        return named(shape().schema().name().orElse(NAMELESS));
    }

    @Override
    boolean isNameless() {
        return !xml.has("name") && shape().schema().name().isEmpty();
    }

    private XmlName named(String otherwise) {
        return new XmlName(
                xml.path("namespace").asText(""),
                xml.path("name").asText(otherwise),
                xml.path("prefix").asText(""));
    }

    @Override
    String content() {
        return "";
    }

    @Override
    OpenApiXmlType items() {
        return of(shape().items().schema());
    }

    @Override
    XmlName item(XmlName list) {
        return items().named(isRootOf(list) ? items().shape().schema().name().orElse(list.local()) : list.local());
    }

    /** Whether an element is this list as the root: a member's item is named by the member, a root's by its type. */
    private boolean isRootOf(XmlName list) {
        return list.equals(name());
    }

    @Override
    Optional<XmlEntry> entry() {
        return Optional.empty();
    }

    @Override
    XmlMember declared(String name, Shape member) {
        OpenApiXmlType type = of(member.schema());
        XmlPlace place = type.place();
        XmlName xml = place == XmlPlace.ELEMENTS ? type.items().named(name) : type.named(name);
        return new XmlMember(name, xml, place, () -> type);
    }

    /** By the type of its node, or by the older words for some of them. */
    private XmlPlace place() {
        return switch (xml.path("nodeType").asText("")) {
            case "attribute" -> XmlPlace.ATTRIBUTE;
            case "text" -> XmlPlace.TEXT;
            case "cdata" -> XmlPlace.CDATA;
            case "element" -> XmlPlace.ELEMENT;
            default -> usualPlace();
        };
    }

    private XmlPlace usualPlace() {
        if (xml.path("attribute").asBoolean(false)) {
            return XmlPlace.ATTRIBUTE;
        }
        boolean bare = shape().isList() && !xml.path("wrapped").asBoolean(false);
        return bare ? XmlPlace.ELEMENTS : XmlPlace.ELEMENT;
    }

    @Override
    XmlMember undeclared(String name, Shape member) {
        XmlPlace place = member.isList() || member.isAny() ? XmlPlace.ELEMENTS : XmlPlace.ELEMENT;
        return new XmlMember(name, new XmlName("", name), place, () -> of(member.schema()));
    }

    @Override
    List<String> ordered(List<String> names) {
        return names;
    }

    @Override
    boolean follows(String previous, String next) {
        return true;
    }
}
