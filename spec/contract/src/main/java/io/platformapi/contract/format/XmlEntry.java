package io.platformapi.contract.format;

/**
 * How an entry of a dictionary is spelled, where the key is not the name of an element.
 *
 * @param item the element of the entry
 * @param key the element of its key
 * @param value the element of its value
 */
record XmlEntry(XmlName item, XmlName key, XmlName value) {}
