package io.platformapi.contract.format;

import io.platformapi.contract.source.Lazy;
import java.util.function.Supplier;

/** How a member of an object is spelled in XML. Thread-safe. */
final class XmlMember {

    private final String name;
    private final XmlName xml;
    private final XmlPlace place;
    private final Lazy<XmlType> type;
    private final boolean writable;

    /**
     * @param name its name in the tree
     * @param xml the name of its element or attribute; of the element of an item where the place is {@code ELEMENTS}
     * @param place where it stands
     * @param types gives the type of its value when first asked, so that recursive types end
     */
    XmlMember(String name, XmlName xml, XmlPlace place, Supplier<XmlType> types) {
        this.name = name;
        this.xml = xml;
        this.place = place;
        this.type = new Lazy<>(types);
        this.writable = XmlText.isName(xml.local());
    }

    String name() {
        return name;
    }

    XmlName xml() {
        return xml;
    }

    XmlPlace place() {
        return place;
    }

    XmlType type() {
        return type.get();
    }

    /** Whether an element may have its name. */
    boolean isWritable() {
        return writable;
    }

    /** Whether it is text of the element around it. */
    boolean isText() {
        return place == XmlPlace.TEXT || place == XmlPlace.CDATA;
    }

    boolean isElement() {
        return place == XmlPlace.ELEMENT || place == XmlPlace.ELEMENTS;
    }
}
