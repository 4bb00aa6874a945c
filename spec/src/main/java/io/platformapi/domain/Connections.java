package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;
import static io.platformapi.domain.ConnectionState.CANCELLED;
import static io.platformapi.domain.ConnectionState.REMOVED;
import static io.platformapi.domain.Present.asked;

import io.platformapi.model.ConnectionStatusUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ends connections: withdraws what is pending, removes what is active. A repeat changes nothing and is no mistake. */
final class Connections {

    private final Store store;

    Connections(Store store) {
        this.store = store;
    }

    void cancel(ConnectionStatusUpdate update) {
        store.write(transaction -> {
            Connection connection = visible(transaction, update);
            if (connection.state() != ACTIVE
                    && connection.state() != REMOVED
                    && !connection.isSentBy(asked(update.contactId()))) {
                throw Refusals.sentBySomebodyElse();
            }
            checkBeliefs(transaction, connection, update);
            switch (connection.state()) {
                case PENDING, IGNORED -> transaction.save(connection.in(CANCELLED));
                case CANCELLED -> {}
                case ACTIVE -> throw Refusals.stillConnected();
                case REMOVED -> throw Refusals.noLongerConnected();
            }
            return connection;
        });
    }

    void remove(ConnectionStatusUpdate update) {
        store.write(transaction -> {
            Connection connection = visible(transaction, update);
            checkBeliefs(transaction, connection, update);
            switch (connection.state()) {
                case ACTIVE -> transaction.save(connection.in(REMOVED));
                case REMOVED -> {}
                case PENDING, IGNORED -> throw Refusals.stillPending();
                case CANCELLED -> throw Refusals.neverConnected();
            }
            return connection;
        });
    }

    private static Connection visible(Transaction transaction, ConnectionStatusUpdate update) {
        transaction.lock(List.of(asked(update.contactId())));
        return transaction
                .connection(asked(update.connectionId()), asked(update.contactId()))
                .orElseThrow(Refusals::noSuchConnection);
    }

    /** What the caller says about the other party is a safeguard against ending the wrong connection. */
    private static void checkBeliefs(Transaction transaction, Connection connection, ConnectionStatusUpdate update) {
        Party other = connection.otherThan(asked(update.contactId()));
        var faults = new ArrayList<Mistake>();
        if (!typeOf(transaction, connection, asked(update.contactId())).id().equals(update.contactTypeId())) {
            faults.add(Refusals.anotherContactType());
        }
        if (!other.roleId().equals(update.roleId())) {
            faults.add(Refusals.anotherRole());
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
    }

    /** As the caller sees it in lists: a request that is refused tells no more than they do. */
    private static ContactType typeOf(Transaction transaction, Connection connection, UUID viewer) {
        UUID other = connection.otherThan(viewer).contactId();
        return Acquaintance.of(transaction, viewer, List.of(other))
                .typeOf(transaction.contact(other).orElseThrow(), connection);
    }
}
