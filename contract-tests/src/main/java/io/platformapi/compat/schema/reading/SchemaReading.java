package io.platformapi.compat.schema.reading;

import java.util.List;

/**
 * How the schemas of one document are read.
 *
 * @param dialect which keywords the document may use
 * @param direction whether the messages go to the server or come from it
 * @param profile how literally open objects and {@code oneOf} are taken
 */
public record SchemaReading(Dialect dialect, Direction direction, Profile profile) {

    /** The schema languages of OpenAPI 3. */
    public enum Dialect {
        /** OpenAPI 3.0: {@code nullable}, boolean {@code exclusiveMinimum}, nothing beside {@code $ref}. */
        OPENAPI_3_0,
        /**
         * OpenAPI 3.0 to the letter of 3.0.3: {@code nullable} adds to the {@code type} beside it, and does nothing
         * else.
         */
        OPENAPI_3_0_3,
        /** OpenAPI 3.1: JSON Schema 2020-12. */
        JSON_SCHEMA_2020_12,
        /** The same, read by a document of OpenAPI 3.0, which says {@code contentEncoding} by formats. */
        JSON_SCHEMA_FOR_3_0;

        public boolean isOpenApi30() {
            return this == OPENAPI_3_0 || this == OPENAPI_3_0_3;
        }

        /**
         * The dialect as its values are sent to a reader of another one. Where a document moves to 3.1, a
         * {@code nullable} without {@code type} is kept or dropped by those who move it: either harms nobody. And what
         * bytes a string holds is said by formats in 3.0, and by other keywords since.
         */
        public Dialect sentTo(Dialect reader) {
            if (this == OPENAPI_3_0 && reader == JSON_SCHEMA_2020_12) {
                return OPENAPI_3_0_3;
            }
            return this == JSON_SCHEMA_2020_12 && reader == OPENAPI_3_0 ? JSON_SCHEMA_FOR_3_0 : this;
        }
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
        /**
         * As {@link #COMMON}, and keywords that say nothing about the declared types are taken as if their types were
         * meant: {@code type: string, maximum: 10} is a slip, and nobody knows of what.
         */
        MEANT,
        /** As {@link #COMMON}, and a value may satisfy only one branch of {@code oneOf}, as validators have it. */
        EXACT,
        /** As JSON Schema says. */
        LITERAL
    }

    public boolean literal() {
        return profile == Profile.LITERAL;
    }

    /** Whether {@code oneOf} refuses what satisfies two of its branches. */
    public boolean exact() {
        return profile == Profile.EXACT || literal();
    }

    /** JSON Schema 2020-12 makes {@code format} an annotation; OpenAPI 3.0, and people, mean it. */
    public boolean assertsFormats() {
        return openApi30() || !literal();
    }

    /** Whether the schemas are those of a document of 3.0 that its successor of a later version reads. */
    boolean isUpgraded() {
        return dialect == Dialect.OPENAPI_3_0_3;
    }

    /** Whether the schemas are those of a later version that a document of 3.0 reads. */
    boolean isReadBy30() {
        return dialect == Dialect.JSON_SCHEMA_FOR_3_0;
    }

    public boolean meant() {
        return profile == Profile.MEANT;
    }

    public boolean openApi30() {
        return dialect.isOpenApi30();
    }

    /** Whether {@code nullable} lets {@code null} through whatever stands beside it, as people mean it. */
    public boolean nullableAlone() {
        return dialect == Dialect.OPENAPI_3_0 && !literal();
    }

    /** The keywords that list values; a server need not know more than the values of an extensible one. */
    public List<String> enumerations() {
        boolean extensible = direction == Direction.REQUEST && !literal();
        return extensible ? List.of("enum", "x-extensible-enum") : List.of("enum");
    }

    /** The keyword that takes a member out of messages of this direction. */
    public String absent() {
        return direction == Direction.REQUEST ? "readOnly" : "writeOnly";
    }
}
