package io.platformapi.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or organisation that others can be connected with.
 *
 * @param emailAddress where the contact reads mail, unlike that of any other contact in any letter case; null if
 *     unknown
 * @param enteredBy the contact who entered this one on the platform; null if it registered by itself
 */
public record Contact(
        UUID id,
        ContactType type,
        String fullName,
        @Nullable String emailAddress,
        @Nullable UUID enteredBy,
        Profile profile) {

    /** Somebody of whom only the address is known, and who is shown by it. */
    static Contact virtual(UUID id, String emailAddress, UUID enteredBy) {
        return new Contact(id, ContactType.VIRTUAL_PERSON, emailAddress, emailAddress, enteredBy, Profile.EMPTY);
    }

    Contact withEmailAddress(String address) {
        return new Contact(id, type, fullName, address, enteredBy, profile);
    }
}
