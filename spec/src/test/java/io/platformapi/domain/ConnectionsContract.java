package io.platformapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Store} must answer to the questions about connections, as a part of {@link StoreContract}. */
public interface ConnectionsContract {

    Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    Role COACH = new Role(UUID.randomUUID(), "Coach", true, "https://i.example/c.png", null, UUID.randomUUID());
    Contact MIA = contact("Mia", "Mia@example.org");
    Contact TOM = contact("Tom", "tom@example.org");

    Set<ConnectionState> EVERY_STATE = Set.of(ConnectionState.values());

    /** An empty store. */
    Store newStore();

    static Contact contact(String name, String address) {
        var profile = new Profile("1", "2", "https://i.example/p", null, "d", "i", "o", "a", "Europe/Vienna", "Graz");
        return new Contact(UUID.randomUUID(), ContactType.REAL_PERSON, name, address, null, profile);
    }

    static ContactRole held(Contact contact, Instant start) {
        return new ContactRole(UUID.randomUUID(), contact.id(), COACH.id(), start, null);
    }

    static Connection request(ContactRole from, ContactRole to, Instant since) {
        return Connection.request(UUID.randomUUID(), Party.of(from), Party.of(to), since, null);
    }

    static void enterPeople(Transaction transaction) {
        transaction.save(COACH);
        transaction.save(MIA);
        transaction.save(TOM);
    }

    @Test
    default void tellsConnectionsByTheirStatesAndParties() {
        Store store = newStore();
        ContactRole mia = held(MIA, NOON);
        ContactRole tom = held(TOM, NOON);
        Connection pending = request(mia, tom, NOON.plusSeconds(2));
        Connection ignored = request(tom, mia, NOON.plusSeconds(1)).in(ConnectionState.IGNORED);
        Connection active = request(tom, mia, NOON).in(ConnectionState.ACTIVE);
        store.write(transaction -> {
            enterPeople(transaction);
            List.of(mia, tom).forEach(transaction::save);
            List.of(pending, ignored, active).forEach(transaction::save);
            return transaction;
        });

        assertThat(store.<List<Object>>read(transaction -> List.of(
                        transaction.sent(TOM.id(), Set.of(ConnectionState.ACTIVE), 9),
                        transaction.received(MIA.id(), ConnectionState.WAITING, 9),
                        transaction.between(MIA.id(), TOM.id(), ConnectionState.WAITING),
                        transaction.between(TOM.id(), MIA.id(), Set.of(ConnectionState.PENDING)),
                        transaction.connection(active.id(), MIA.id()).isPresent(),
                        transaction.connection(active.id(), COACH.id()).isPresent())))
                .isEqualTo(List.of(
                        List.of(active), List.of(ignored), List.of(pending, ignored), List.of(pending), true, false));
    }

    @Test
    default void countsWhatAContactAskedForAfterAMoment() {
        Store store = newStore();
        ContactRole mia = held(MIA, NOON);
        ContactRole tom = held(TOM, NOON);
        store.write(transaction -> {
            enterPeople(transaction);
            List.of(mia, tom).forEach(transaction::save);
            List.of(request(mia, tom, NOON), request(mia, tom, NOON.plusMillis(1)), request(tom, mia, NOON))
                    .forEach(transaction::save);
            return transaction;
        });

        assertThat(store.<List<Integer>>read(transaction -> List.of(
                        transaction.countSent(MIA.id(), EVERY_STATE, Instant.EPOCH, 9),
                        transaction.countSent(MIA.id(), EVERY_STATE, Instant.EPOCH, 1),
                        transaction.countSent(MIA.id(), EVERY_STATE, NOON, 9),
                        transaction.countSent(MIA.id(), Set.of(ConnectionState.ACTIVE), Instant.EPOCH, 9))))
                .containsExactly(2, 1, 1, 0);
    }

    @Test
    default void tellsWhoIsAPartnerAndWhetherThereAreOthers() {
        Store store = newStore();
        Contact zoe = Contact.virtual(UUID.randomUUID(), "zoe@example.org", MIA.id());
        ContactRole mia = held(MIA, NOON);
        ContactRole tom = held(TOM, NOON);
        store.write(transaction -> {
            enterPeople(transaction);
            transaction.save(zoe);
            List.of(mia, tom).forEach(transaction::save);
            transaction.save(request(tom, mia, NOON).in(ConnectionState.ACTIVE));
            return transaction;
        });
        List<UUID> everybody = List.of(MIA.id(), TOM.id(), zoe.id());

        assertThat(store.<List<Object>>read(transaction -> List.of(
                        transaction.partners(MIA.id(), ConnectionState.ACTIVE, everybody),
                        transaction.partners(TOM.id(), ConnectionState.ACTIVE, everybody),
                        transaction.partners(MIA.id(), ConnectionState.REMOVED, everybody),
                        transaction.isSharedBeyond(MIA.id(), TOM.id(), EVERY_STATE),
                        transaction.isSharedBeyond(MIA.id(), zoe.id(), EVERY_STATE),
                        transaction.isSharedBeyond(TOM.id(), zoe.id(), ConnectionState.WAITING),
                        transaction.contactEnteredBy(MIA.id(), zoe.id()).isPresent(),
                        transaction.contactEnteredBy(TOM.id(), zoe.id()).isPresent())))
                .isEqualTo(List.of(Set.of(TOM.id()), Set.of(MIA.id()), Set.of(), false, true, false, true, false));
    }
}
