package io.platformapi.compat.schema;

/**
 * How the schemas of one document are read.
 *
 * @param dialect which keywords the document may use
 * @param direction whether the messages go to the server or come from it
 * @param profile how literally open objects and {@code oneOf} are taken
 */
public record Reading(Dialect dialect, Direction direction, Profile profile) {

    /** The two schema languages of OpenAPI 3. */
    public enum Dialect {
        /** OpenAPI 3.0: {@code nullable}, boolean {@code exclusiveMinimum}, nothing beside {@code $ref}. */
        OPENAPI_3_0,
        /** OpenAPI 3.1: JSON Schema 2020-12. */
        JSON_SCHEMA_2020_12
    }

    /** Which way messages go. */
    public enum Direction {
        /** To the server: members marked {@code readOnly} are not part of the message. */
        REQUEST,
        /** From the server: members marked {@code writeOnly} are not part of the message. */
        RESPONSE
    }

    /** How literally schemas are taken. */
    public enum Profile {
        /**
         * As people who write APIs mean them: members that a sender does not declare are not sent, a reader that
         * forbids further members means that none are sent today, branches of {@code oneOf} may overlap.
         */
        COMMON,
        /** As JSON Schema says. */
        LITERAL
    }

    boolean literal() {
        return profile == Profile.LITERAL;
    }

    /** JSON Schema 2020-12 makes {@code format} an annotation; OpenAPI 3.0, and people, mean it. */
    boolean assertsFormats() {
        return openApi30() || !literal();
    }

    boolean openApi30() {
        return dialect == Dialect.OPENAPI_3_0;
    }

    /** The keyword that takes a member out of messages of this direction. */
    String absent() {
        return direction == Direction.REQUEST ? "readOnly" : "writeOnly";
    }
}
