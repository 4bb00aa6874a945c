package io.platformapi.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What work on a {@link Store} can see and change. For the thread and the time of that work only.
 *
 * <p>Each question costs what its answer has, whatever else there is.
 */
public interface Transaction {

    /** The contact with this id. */
    Optional<Contact> contact(UUID id);

    /** The contact with this id, if it was entered by the other one. */
    Optional<Contact> contactEnteredBy(UUID entererId, UUID id);

    /** The contact who reads mail at this address, in any letter case. */
    Optional<Contact> contactByEmailAddress(String emailAddress);

    /** Those of the contacts that exist, by id. */
    Map<UUID, Contact> contacts(Collection<UUID> ids);

    /** Every role that contacts can have, by id. */
    Map<UUID, Role> roles();

    /**
     * The roles of a contact, held, past and offered, the one taken up last first, and those only offered after them.
     */
    List<ContactRole> rolesOf(UUID contactId);

    /** The connection or request with this id, if the contact is a party of it. */
    Optional<Connection> connection(UUID id, UUID partyId);

    /** The newest that the contact has asked for and that are in one of the states, the newest first. */
    default List<Connection> sent(UUID contactId, Set<ConnectionState> states, int most) {
        return sent(contactId, states, Stretch.first(most));
    }

    /** A stretch of those that the contact has asked for and that are in one of the states, the newest first. */
    List<Connection> sent(UUID contactId, Set<ConnectionState> states, Stretch stretch);

    /** The newest that others have asked the contact for and that are in one of the states, the newest first. */
    default List<Connection> received(UUID contactId, Set<ConnectionState> states, int most) {
        return received(contactId, states, Stretch.first(most));
    }

    /**
     * A stretch of those that others have asked the contact for and that are in one of the states, the newest first.
     */
    List<Connection> received(UUID contactId, Set<ConnectionState> states, Stretch stretch);

    /** How many the contact has asked for, later than that, that are in one of the states; counted up to a number. */
    int countSent(UUID contactId, Set<ConnectionState> states, Instant after, int most);

    /** All between two contacts that are in one of the states, whoever asked, the newest first. */
    List<Connection> between(UUID contactId, UUID otherId, Set<ConnectionState> states);

    /** Those of the others with whom the contact has a connection in this state, whoever asked. */
    Set<UUID> partners(UUID contactId, ConnectionState state, Collection<UUID> others);

    /** Whether the contact has a connection in one of the states with anybody but the partner, whoever asked. */
    boolean isSharedBeyond(UUID contactId, UUID partnerId, Set<ConnectionState> states);

    /** Keeps others from changing anything about these contacts until the work ends. */
    void lock(Collection<UUID> contactIds);

    /** Adds the role, or puts it in the place of the one with its id. */
    void save(Role role);

    /** Adds the contact, or puts it in the place of the one with its id. */
    void save(Contact contact);

    /** Adds the role of a contact, or puts it in the place of the one with its id. */
    void save(ContactRole role);

    /** Adds the connection, or puts it in the place of the one with its id. */
    void save(Connection connection);

    /**
     * Sends a mail if what else the work changes is kept, and only then; now or soon, and whatever happens to the mail
     * server or to this process meanwhile.
     */
    void send(InvitationMail mail);
}
