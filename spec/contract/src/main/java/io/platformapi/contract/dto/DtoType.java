package io.platformapi.contract.dto;

import java.util.List;

/** What a member holds, as programs declare it. */
sealed interface DtoType {

    /** A type that the file declares. */
    record Named(String name) implements DtoType {}

    record ListOf(DtoType items) implements DtoType {}

    /** Values by text. */
    record MapOf(DtoType values) implements DtoType {}

    /** One of several; most languages have no word for it. */
    record OneOf(List<DtoType> alternatives) implements DtoType {}

    /** A value without parts, by what programs tell apart; {@code ANY} is whatever JSON has. */
    enum Scalar implements DtoType {
        TEXT,
        UUID,
        MOMENT,
        DAY,
        BYTES,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        DECIMAL,
        BOOLEAN,
        ANY
    }
}
