package io.platformapi.contract.format;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a member of an object is spelled in XML. Thread-safe. */
final class XmlMember {

    private final String name;
    private final XmlName xml;
    private final XmlPlace place;
    private final Supplier<XmlType> types;
    private final boolean writable;
    private @Nullable XmlType type;

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
        this.types = types;
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
        XmlType known = type;
        if (known == null) {
            known = types.get();
            type = known;
        }
        return known;
    }

    /** Whether an element may have its name. */
    boolean isWritable() {
        return writable;
    }

    boolean isElement() {
        return place == XmlPlace.ELEMENT || place == XmlPlace.ELEMENTS;
    }
}
