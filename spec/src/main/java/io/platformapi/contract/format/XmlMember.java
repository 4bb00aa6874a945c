package io.platformapi.contract.format;

import java.util.function.Supplier;

/**
 * How a member of an object is spelled in XML.
 *
 * @param name its name in the tree
 * @param xml the name of its element or attribute; of the element of an item where the place is {@code ELEMENTS}
 * @param place where it stands
 * @param types gives the type of its value when asked, so that recursive types end
 */
record XmlMember(String name, XmlName xml, XmlPlace place, Supplier<XmlType> types) {

    XmlType type() {
        return types.get();
    }

    boolean isElement() {
        return place == XmlPlace.ELEMENT || place == XmlPlace.ELEMENTS;
    }
}
