package io.platformapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Store} must do: implement it in a test of your store, and these tests run against that. */
public interface StoreContract {

    Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    Role COACH = new Role(UUID.randomUUID(), "Coach", true, "https://i.example/c.png", null, UUID.randomUUID());
    Contact MIA = contact("Mia", "Mia@example.org");
    Contact TOM = contact("Tom", "tom@example.org");

    /** An empty store. */
    Store newStore();

    private static Contact contact(String name, String address) {
        var profile = new Profile("1", "2", "https://i.example/p", null, "d", "i", "o", "a", "Europe/Vienna", "Graz");
        return new Contact(UUID.randomUUID(), ContactType.REAL_PERSON, name, address, null, profile);
    }

    private static ContactRole held(Contact contact, Instant start) {
        return new ContactRole(UUID.randomUUID(), contact.id(), COACH.id(), start, null);
    }

    private static Connection request(ContactRole from, ContactRole to, Instant since) {
        return Connection.request(UUID.randomUUID(), Party.of(from), Party.of(to), since);
    }

    private static void enterPeople(Transaction transaction) {
        transaction.save(COACH);
        transaction.save(MIA);
        transaction.save(TOM);
    }

    @Test
    default void givesBackWhatWasSaved() {
        Store store = newStore();
        ContactRole mia = held(MIA, NOON);
        ContactRole tom = held(TOM, null);
        Connection connection = new Connection(
                UUID.randomUUID(),
                Party.of(mia),
                Party.of(tom),
                ConnectionState.IGNORED,
                MIA.id(),
                NOON,
                NOON.plusMillis(1));
        store.write(transaction -> {
            enterPeople(transaction);
            transaction.save(mia);
            transaction.save(tom);
            transaction.save(connection);
            return transaction;
        });

        assertThat(store.<List<?>>read(transaction -> List.of(
                        transaction.roles().get(COACH.id()),
                        transaction.contact(MIA.id()).orElseThrow(),
                        transaction.rolesOf(TOM.id()),
                        transaction.connection(connection.id()).orElseThrow())))
                .isEqualTo(List.of(COACH, MIA, List.of(tom), connection));
    }

    @Test
    default void savingAgainReplaces() {
        Store store = newStore();
        ContactRole mia = held(MIA, NOON);
        ContactRole tom = held(TOM, NOON);
        Connection request = request(mia, tom, NOON);
        store.write(transaction -> {
            enterPeople(transaction);
            transaction.save(mia);
            transaction.save(tom);
            transaction.save(request);
            return transaction;
        });
        store.write(transaction -> {
            transaction.save(MIA.withEmailAddress("new@example.org"));
            transaction.save(request.in(ConnectionState.CANCELLED));
            return transaction;
        });

        assertThat(store.<Contact>read(transaction ->
                        transaction.contactByEmailAddress("new@example.org").orElseThrow()))
                .isEqualTo(MIA.withEmailAddress("new@example.org"));
        assertThat(store.<List<Connection>>read(transaction -> transaction.connectionsOf(MIA.id())))
                .containsExactly(request.in(ConnectionState.CANCELLED));
    }

    @Test
    default void findsAnAddressInAnyLetterCase() {
        Store store = newStore();
        store.write(transaction -> {
            enterPeople(transaction);
            return transaction;
        });

        assertThat(store.<Contact>read(transaction ->
                        transaction.contactByEmailAddress("MIA@EXAMPLE.ORG").orElseThrow()))
                .isEqualTo(MIA);
        assertThat(store.<Boolean>read(transaction ->
                        transaction.contactByEmailAddress("mi_@example.org").isPresent()))
                .isFalse();
    }

    @Test
    default void findsNothingWhereThereIsNothing() {
        Store store = newStore();
        UUID nobody = UUID.randomUUID();

        assertThat(store.<List<Object>>read(transaction -> List.of(
                        transaction.contact(nobody),
                        transaction.connection(nobody),
                        transaction.rolesOf(nobody),
                        transaction.connectionsOf(nobody),
                        transaction.contacts(List.of(nobody)),
                        transaction.contacts(List.of()),
                        transaction.roles())))
                .allSatisfy(found -> assertThat(found.toString()).containsAnyOf("empty", "[]", "{}"));
    }

    @Test
    default void listsConnectionsNewestFirstAndRolesLastTakenUpFirst() {
        Store store = newStore();
        ContactRole offered = held(MIA, null);
        ContactRole old = held(MIA, NOON.minusSeconds(9));
        ContactRole recent = held(MIA, NOON);
        ContactRole tom = held(TOM, NOON);
        Connection older = request(old, tom, NOON.minusSeconds(5));
        Connection newer = request(tom, old, NOON);
        store.write(transaction -> {
            enterPeople(transaction);
            List.of(offered, old, recent, tom).forEach(transaction::save);
            List.of(older, newer).forEach(transaction::save);
            return transaction;
        });

        assertThat(store.<List<Connection>>read(transaction -> transaction.connectionsOf(MIA.id())))
                .containsExactly(newer, older);
        assertThat(store.<List<ContactRole>>read(transaction -> transaction.rolesOf(MIA.id())))
                .containsExactly(recent, old, offered);
    }

    @Test
    default void leavesNoTraceOfWorkThatThrows() {
        Store store = newStore();

        assertThatThrownBy(() -> store.write(transaction -> {
                    enterPeople(transaction);
                    throw Refusals.noSuchContact();
                }))
                .isInstanceOf(Refused.class);
        assertThat(store.<Boolean>read(
                        transaction -> transaction.contact(MIA.id()).isPresent()))
                .isFalse();
    }

    @Test
    default void writersOfTheSameContactTakeTurns() throws Exception {
        Store store = newStore();
        store.write(transaction -> {
            enterPeople(transaction);
            transaction.save(held(TOM, NOON));
            return transaction;
        });
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var turns = IntStream.range(0, 20)
                    .<Future<?>>mapToObj(turn -> threads.submit(() -> {
                        start.await();
                        return store.write(StoreContract::lengthenName);
                    }))
                    .toList();
            start.countDown();
            for (Future<?> turn : turns) {
                turn.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(store.<String>read(transaction ->
                        transaction.contact(MIA.id()).orElseThrow().fullName()))
                .isEqualTo("Mia" + "!".repeat(20));
    }

    private static Contact lengthenName(Transaction transaction) {
        transaction.lock(List.of(MIA.id()));
        Contact mia = transaction.contact(MIA.id()).orElseThrow();
        var longer = new Contact(
                mia.id(), mia.type(), mia.fullName() + "!", mia.emailAddress(), mia.enteredBy(), mia.profile());
        transaction.save(longer);
        return longer;
    }
}
