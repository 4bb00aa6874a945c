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
    FLOW,
    SWAGGER,
    SWAGGER_PATHS,
    SWAGGER_PATH_ITEM,
    SWAGGER_OPERATION,
    SWAGGER_PARAMETER,
    SWAGGER_ITEMS,
    SWAGGER_RESPONSES,
    SWAGGER_RESPONSE,
    SWAGGER_HEADER,
    SWAGGER_SCHEMA,
    SWAGGER_SECURITY_SCHEME;

    private static final String OLD = "SWAGGER_";

    /** The kind that the table of {@link Layout} writes in small letters. */
    static Kind of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether it is a schema of any version. */
    public boolean isSchema() {
        return this == SCHEMA || this == SWAGGER_SCHEMA;
    }

    /** What the kind is from 3.0 on, of one that 2.0 has its own form of. */
    public Kind modern() {
        return switch (this) {
            case SWAGGER -> DOCUMENT;
            case SWAGGER_ITEMS -> SCHEMA;
            default -> name().startsWith(OLD) ? valueOf(name().substring(OLD.length())) : this;
        };
    }

    /** The name in a sentence, such as {@code path item}. */
    public String word() {
        return switch (this) {
            case SWAGGER_ITEMS -> "items object";
            case DOCS -> "externalDocs";
            default -> modern().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** The name with its article. */
    public String oneOf() {
        return ("aeiox".indexOf(word().charAt(0)) < 0 ? "a " : "an ") + word();
    }
}
