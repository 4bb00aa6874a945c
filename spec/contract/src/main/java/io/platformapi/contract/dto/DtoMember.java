package io.platformapi.contract.dto;

/**
 * A member of a type.
 *
 * @param wire its name in messages
 * @param required whether it is always there
 * @param nullable whether it may be null
 * @param description what it is, for people; empty where the document does not say
 */
record DtoMember(String wire, DtoType type, boolean required, boolean nullable, String description) {

    /** Whether there is a value in every message. */
    boolean isSure() {
        return required && !nullable;
    }

    boolean isList() {
        return type instanceof DtoType.ListOf;
    }
}
