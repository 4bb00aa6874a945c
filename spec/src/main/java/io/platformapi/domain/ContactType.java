package io.platformapi.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What a contact is, as the platform tells contacts apart. The ids are the platform's and never change. */
public enum ContactType {
    /** A person who has registered. */
    REAL_PERSON("7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70", "Real Person"),
    /** A person whom somebody else has entered, and who has not registered. */
    VIRTUAL_PERSON("7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70", "Virtual Person"),
    /** A company, club or other body. */
    ORGANISATION("7e000003-4c1d-4f6a-9b2e-6d5c3a8f1e70", "Organisation");

    private final UUID id;
    private final String title;

    ContactType(String id, String title) {
        this.id = UUID.fromString(id);
        this.title = title;
    }

    /** The type with this id, if there is one. */
    public static Optional<ContactType> of(UUID id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    /** The id by which requests and answers name the type. */
    public UUID id() {
        return id;
    }

    /** The name to show to people. */
    public String title() {
        return title;
    }

    /** Whether contacts of this type can sign in, so that they learn of an invitation without a mail. */
    public boolean isRegistered() {
        return this != VIRTUAL_PERSON;
    }
}
