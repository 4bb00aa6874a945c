package io.platformapi.contract.layout;

import java.util.Locale;

/** A kind of object that OpenAPI documents are made of. */
public enum Kind {
    DOCUMENT,
    INFO,
    CONTACT,
    LICENSE,
    SERVER,
    SERVER_VARIABLE,
    COMPONENTS,
    PATHS,
    PATH_ITEM,
    OPERATION,
    DOCS,
    PARAMETER,
    REQUEST_BODY,
    MEDIA_TYPE,
    ENCODING,
    RESPONSES,
    RESPONSE,
    CALLBACK,
    EXAMPLE,
    LINK,
    HEADER,
    TAG,
    SCHEMA,
    DISCRIMINATOR,
    XML,
    SECURITY_SCHEME,
    FLOWS,
    FLOW;

    /** The name in a sentence, such as {@code path item}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The name with its article. */
    public String oneOf() {
        return ("AEIOX".indexOf(name().charAt(0)) < 0 ? "a " : "an ") + word();
    }
}
