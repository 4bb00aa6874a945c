package io.platformapi.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two contacts in their roles, from the request of one to the other until one of them ends it.
 *
 * @param id names it as a request and as a connection
 * @param requestor who asked
 * @param receiver who was asked
 * @param suggesterId the contact who suggested it; null if nobody did
 * @param since when it was asked for or, once accepted, when it began
 * @param lastSent when the receiver was last asked
 */
public record Connection(
        UUID id,
        Party requestor,
        Party receiver,
        ConnectionState state,
        @Nullable UUID suggesterId,
        Instant since,
        Instant lastSent) {

    static Connection request(UUID id, Party requestor, Party receiver, Instant now) {
        return new Connection(id, requestor, receiver, ConnectionState.PENDING, null, now, now);
    }

    Connection in(ConnectionState newState) {
        return new Connection(id, requestor, receiver, newState, suggesterId, since, lastSent);
    }

    Connection sentAgain(Instant now) {
        return new Connection(id, requestor, receiver, state, suggesterId, since, now);
    }

    boolean isSentBy(UUID contactId) {
        return requestor.contactId().equals(contactId);
    }

    boolean isReceivedBy(UUID contactId) {
        return receiver.contactId().equals(contactId);
    }

    boolean hasParty(UUID contactId) {
        return isSentBy(contactId) || isReceivedBy(contactId);
    }

    /** The side of this contact, who is a party. */
    Party sideOf(UUID contactId) {
        return isSentBy(contactId) ? requestor : receiver;
    }

    /** The side that is not this contact's, who is a party. */
    Party otherThan(UUID contactId) {
        return isSentBy(contactId) ? receiver : requestor;
    }

    /** The state as this contact sees it: only the receiver knows that a request is ignored. */
    ConnectionState seenBy(UUID contactId) {
        return state == ConnectionState.IGNORED && isSentBy(contactId) ? ConnectionState.PENDING : state;
    }
}
