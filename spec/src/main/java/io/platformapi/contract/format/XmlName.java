package io.platformapi.contract.format;

/**
 * The name of an element or attribute.
 *
 * @param namespace its namespace; empty where nothing is said, which is that of the element around it
 * @param local its name
 * @param prefix the prefix to declare where the namespace has none yet; empty for the default namespace
 */
record XmlName(String namespace, String local, String prefix) {

    XmlName(String namespace, String local) {
        this(namespace, local, "");
    }

    XmlName named(String other) {
        return new XmlName(namespace, other, prefix);
    }
}
