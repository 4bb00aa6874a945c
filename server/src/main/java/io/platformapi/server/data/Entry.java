package io.platformapi.server.data;

import io.platformapi.domain.Connection;
import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.Party;
import io.platformapi.domain.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing of a file. */
sealed interface Entry {

    UUID id();

    /** A role that contacts can have. */
    record OfRole(Role role) implements Entry {
        @Override
        public UUID id() {
            return role.id();
        }
    }

    /** A contact. */
    record OfContact(Contact contact) implements Entry {
        @Override
        public UUID id() {
            return contact.id();
        }
    }

    /** A role of a contact. */
    record OfContactRole(ContactRole role) implements Entry {
        @Override
        public UUID id() {
            return role.id();
        }
    }

    /**
     * A request or a connection.
     *
     * @param requestor the role, of the contact who asked, in which they asked
     * @param receiver the role, of the contact who was asked, in which they were asked
     */
    record OfConnection(
            UUID id,
            UUID requestor,
            UUID receiver,
            ConnectionState state,
            @Nullable UUID suggester,
            Instant since,
            Instant lastSent,
            @Nullable String addressee)
            implements Entry {

        static OfConnection of(Connection connection) {
            return new OfConnection(
                    connection.id(),
                    connection.requestor().contactRoleId(),
                    connection.receiver().contactRoleId(),
                    connection.state(),
                    connection.suggesterId(),
                    connection.since(),
                    connection.lastSent(),
                    connection.addressee());
        }

        /** The connection between the holders of the two roles. */
        Connection between(ContactRole from, ContactRole to) {
            return new Connection(id, party(from), party(to), state, suggester, since, lastSent, addressee);
        }

        private static Party party(ContactRole role) {
            return new Party(role.contactId(), role.id(), role.roleId());
        }
    }
}
