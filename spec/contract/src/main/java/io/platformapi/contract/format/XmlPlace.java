package io.platformapi.contract.format;

/** Where a member of an object stands in XML. */
enum XmlPlace {
    /** In one element. */
    ELEMENT,
    /** In an element for each item of a list, without one around them. */
    ELEMENTS,
    /** In an attribute. */
    ATTRIBUTE,
    /** Nowhere: it is neither written nor read. */
    NOWHERE
}
