package io.platformapi.domain;

import java.util.UUID;

/** Whoever sends a request, seen as the contacts on whose behalf they may act. */
@FunctionalInterface
public interface Caller {

    /**
     * Whether the caller may act for the contact. False for a contact that does not exist, so that nobody can probe
     * ids.
     */
    boolean mayActFor(UUID contactId);
}
