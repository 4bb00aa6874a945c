package io.platformapi.contract.format;

/**
 * An element's name between angle brackets.
 *
 * @param prefix the prefix of its namespace; empty where it needs none
 * @param start how it begins, up to its name: {@code <p:Name}
 * @param end how it ends: {@code </p:Name>}
 */
record XmlTag(String prefix, String start, String end) {

    static XmlTag of(String prefix, String local) {
        String name = prefix.isEmpty() ? local : prefix + ":" + local;
        return new XmlTag(prefix, "<" + name, "</" + name + ">");
    }
}
