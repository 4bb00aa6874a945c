package io.platformapi.domain;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
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
 * @param addressee the e-mail address by which the requestor asked the receiver, as the requestor wrote it; null if
 *     unknown
 */
public record Connection(
        UUID id,
        Party requestor,
        Party receiver,
        ConnectionState state,
        @Nullable UUID suggesterId,
        Instant since,
        Instant lastSent,
        @Nullable String addressee) {

    /** Ids as their bytes, which databases go by; Java takes those beyond the middle for negative. */
    private static final Comparator<UUID> BY_BYTES = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    /** The order of lists. */
    public static final Comparator<Connection> NEWEST_FIRST =
            comparing(Connection::since).reversed().thenComparing(Connection::id, BY_BYTES);

    static Connection request(UUID id, Party requestor, Party receiver, Instant now, @Nullable String addressee) {
        return new Connection(id, requestor, receiver, ConnectionState.PENDING, null, now, now, addressee);
    }

    Connection in(ConnectionState newState) {
        return new Connection(id, requestor, receiver, newState, suggesterId, since, lastSent, addressee);
    }

    Connection sentAgain(Instant now) {
        return new Connection(id, requestor, receiver, state, suggesterId, since, now, addressee);
    }

    Connection to(String address) {
        return new Connection(id, requestor, receiver, state, suggesterId, since, lastSent, address);
    }

    boolean isSentBy(UUID contactId) {
        return requestor.contactId().equals(contactId);
    }

    boolean isReceivedBy(UUID contactId) {
        return receiver.contactId().equals(contactId);
    }

    /** Whether the two are or were connected, rather than one only having asked the other. */
    boolean hasBegun() {
        return state == ConnectionState.ACTIVE || state == ConnectionState.REMOVED;
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
