package io.platformapi.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What work on a {@link Store} can see and change. For the thread and the time of that work only. */
public interface Transaction {

    /** The contact with this id. */
    Optional<Contact> contact(UUID id);

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

    /** The connection or request with this id. */
    Optional<Connection> connection(UUID id);

    /** Every connection and request that the contact is a party of, in any state, the newest first. */
    List<Connection> connectionsOf(UUID contactId);

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
}
