package io.platformapi.contract.format;

/** Where a member of an object stands in XML. */
enum XmlPlace {
    /** In one element. */
    ELEMENT,
    /** In an element for each item of a list, without one around them. */
    ELEMENTS,
    /** In an attribute. */
    ATTRIBUTE,
    /** As text of the element itself. */
    TEXT,
    /** The same, in a section of its own, in which nothing is escaped. */
    CDATA,
    /** Nowhere: it is neither written nor read. */
    NOWHERE
}
