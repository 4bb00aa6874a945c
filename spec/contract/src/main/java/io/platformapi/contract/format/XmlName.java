package io.platformapi.contract.format;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The name of an element or attribute. Thread-safe. */
final class XmlName {

    private final String namespace;
    private final String local;
    private final String prefix;
    /** The tag asked for last: nearly always the next one, too. */
    private volatile @Nullable XmlTag tag;

    /**
     * A name. Its parts are interned, as the parser's are, so that equal ones are found equal at the first glance.
     *
     * @param namespace its namespace; empty where nothing is said, which is that of the element around it
     * @param local its name
     * @param prefix the prefix to declare where the namespace has none yet; empty for the default namespace
     */
    XmlName(String namespace, String local, String prefix) {
        this.namespace = namespace.intern();
        this.local = local.intern();
        this.prefix = prefix;
    }

    XmlName(String namespace, String local) {
        this(namespace, local, "");
    }

    String namespace() {
        return namespace;
    }

    String local() {
        return local;
    }

    String prefix() {
        return prefix;
    }

    XmlName named(String other) {
        return new XmlName(namespace, other, prefix);
    }

    /** Its tag where the namespace has a prefix. */
    XmlTag tag(String bound) {
        XmlTag known = tag;
        if (known == null || !known.prefix().equals(bound)) {
            known = XmlTag.of(bound, local);
            tag = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof XmlName name
                && namespace.equals(name.namespace)
                && local.equals(name.local)
                && prefix.equals(name.prefix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(namespace, local, prefix);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? local : "{" + namespace + "}" + local;
    }
}
