package io.platformapi.domain;

import java.util.Set;
import java.util.UUID;

/** Where a connection stands. The ids are the platform's and never change. */
public enum ConnectionState {
    /** Asked for, and not answered yet. */
    PENDING("57000001-8d3e-4a25-b1f6-7c4e9a0d2b53", "Pending"),
    /** Pending, as its receiver sees it who does not want to be reminded; its sender sees {@link #PENDING}. */
    IGNORED("57000003-8d3e-4a25-b1f6-7c4e9a0d2b53", "Ignored"),
    /** Accepted, and not ended. */
    ACTIVE("57000002-8d3e-4a25-b1f6-7c4e9a0d2b53", "Active"),
    /** Withdrawn by its sender before it was accepted. */
    CANCELLED("57000004-8d3e-4a25-b1f6-7c4e9a0d2b53", "Cancelled"),
    /** Ended by one of its parties after it was active. */
    REMOVED("57000005-8d3e-4a25-b1f6-7c4e9a0d2b53", "Removed");

    /** The states of a request that waits for its receiver. */
    static final Set<ConnectionState> WAITING = Set.of(PENDING, IGNORED);

    private final UUID id;
    private final String title;

    ConnectionState(String id, String title) {
        this.id = UUID.fromString(id);
        this.title = title;
    }

    /** The id by which answers name the state. */
    public UUID id() {
        return id;
    }

    /** The name to show to people. */
    public String title() {
        return title;
    }

    /** Whether the request still waits for its receiver. */
    public boolean isPending() {
        return this == PENDING || this == IGNORED;
    }
}
