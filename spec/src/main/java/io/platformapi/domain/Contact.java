package io.platformapi.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or organisation that others can be connected with.
 *
 * @param emailAddress where the contact reads mail, unlike that of any other contact in any letter case; null if
 *     unknown
 * @param enteredBy the contact who entered this one on the platform; null if it registered by itself
 * @param lastAsked when anybody last sent this contact a request, or sent one again; null if nobody ever has
 */
public record Contact(
        UUID id,
        ContactType type,
        String fullName,
        @Nullable String emailAddress,
        @Nullable UUID enteredBy,
        Profile profile,
        @Nullable Instant lastAsked) {

    /** A contact whom nobody has asked for anything yet. */
    public Contact(
            UUID id,
            ContactType type,
            String fullName,
            @Nullable String emailAddress,
            @Nullable UUID enteredBy,
            Profile profile) {
        this(id, type, fullName, emailAddress, enteredBy, profile, null);
    }

    private static final int LONGEST_NAME = 200;

    /** Somebody of whom only the address is known, and who is shown by it. */
    static Contact virtual(UUID id, String emailAddress, UUID enteredBy) {
        return new Contact(
                id, ContactType.VIRTUAL_PERSON, nameOf(emailAddress), emailAddress, enteredBy, Profile.EMPTY);
    }

    /** An address in the place of a name, which may not be as long. */
    static String nameOf(String address) {
        return address.length() <= LONGEST_NAME ? address : address.substring(0, LONGEST_NAME - 1) + "…";
    }

    Contact withEmailAddress(String address) {
        return new Contact(id, type, fullName, address, enteredBy, profile, lastAsked);
    }

    Contact askedAt(Instant now) {
        return new Contact(id, type, fullName, emailAddress, enteredBy, profile, now);
    }

    /** Whether this is where the contact reads mail, in any letter case. */
    boolean isReachedAt(String address) {
        return address.equalsIgnoreCase(emailAddress);
    }

    /** Whether this contact was entered by that one. */
    boolean isEnteredBy(UUID contactId) {
        return contactId.equals(enteredBy);
    }
}
