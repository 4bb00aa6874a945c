package io.platformapi.domain;

import static io.platformapi.domain.ConnectionsContract.contact;
import static io.platformapi.domain.ConnectionsContract.enterPeople;
import static io.platformapi.domain.ConnectionsContract.held;
import static io.platformapi.domain.ConnectionsContract.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Store} must do: implement it in a test of your store, and these tests run against that. */
public interface StoreContract extends ConnectionsContract {

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
                NOON.plusMillis(1),
                "Tom@Example.org");
        Contact zoe = new Contact(
                UUID.randomUUID(),
                ContactType.VIRTUAL_PERSON,
                "Zoe",
                "zoe@example.org",
                MIA.id(),
                Profile.EMPTY,
                NOON.plusMillis(2));
        store.write(transaction -> {
            enterPeople(transaction);
            transaction.save(zoe);
            transaction.save(mia);
            transaction.save(tom);
            transaction.save(connection);
            return transaction;
        });

        assertThat(store.<List<?>>read(transaction -> List.of(
                        transaction.roles().get(COACH.id()),
                        transaction.contact(MIA.id()).orElseThrow(),
                        transaction.contact(zoe.id()).orElseThrow(),
                        transaction.rolesOf(TOM.id()),
                        transaction.connection(connection.id(), TOM.id()).orElseThrow())))
                .isEqualTo(List.of(COACH, MIA, zoe, List.of(tom), connection));
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
        assertThat(store.<List<Connection>>read(transaction -> transaction.sent(MIA.id(), EVERY_STATE, 9)))
                .containsExactly(request.in(ConnectionState.CANCELLED));
        assertThat(store.<Boolean>read(transaction ->
                        transaction.contactByEmailAddress("mia@example.org").isPresent()))
                .isFalse();
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
                        transaction.contactEnteredBy(nobody, nobody),
                        transaction.connection(nobody, nobody),
                        transaction.rolesOf(nobody),
                        transaction.sent(nobody, EVERY_STATE, 9),
                        transaction.received(nobody, EVERY_STATE, 9),
                        transaction.between(nobody, nobody, EVERY_STATE),
                        transaction.partners(nobody, ConnectionState.ACTIVE, List.of(nobody)),
                        transaction.partners(nobody, ConnectionState.ACTIVE, List.of()),
                        transaction.contacts(List.of(nobody)),
                        transaction.contacts(List.of()),
                        transaction.roles())))
                .allSatisfy(found -> assertThat(found.toString()).containsAnyOf("empty", "[]", "{}"));
        assertThat(store.<Integer>read(transaction -> transaction.countSent(nobody, EVERY_STATE, Instant.EPOCH, 9)))
                .isZero();
        assertThat(store.<Boolean>read(transaction -> transaction.isSharedBeyond(nobody, nobody, EVERY_STATE)))
                .isFalse();
    }

    @Test
    default void listsConnectionsNewestFirstAndRolesLastTakenUpFirst() {
        Store store = newStore();
        ContactRole offered = held(MIA, null);
        ContactRole old = held(MIA, NOON.minusSeconds(9));
        ContactRole recent = held(MIA, NOON);
        ContactRole tom = held(TOM, NOON);
        Connection older = request(old, tom, NOON.minusSeconds(5));
        Connection newer = request(recent, tom, NOON);
        store.write(transaction -> {
            enterPeople(transaction);
            List.of(offered, old, recent, tom).forEach(transaction::save);
            List.of(older, newer).forEach(transaction::save);
            return transaction;
        });

        assertThat(store.<List<Connection>>read(transaction -> transaction.sent(MIA.id(), EVERY_STATE, 9)))
                .containsExactly(newer, older);
        assertThat(store.<List<Connection>>read(transaction -> transaction.received(TOM.id(), EVERY_STATE, 1)))
                .containsExactly(newer);
        assertThat(store.<List<ContactRole>>read(transaction -> transaction.rolesOf(MIA.id())))
                .containsExactly(recent, old, offered);
    }

    @Test
    default void goesOnWithAListBehindAnyOfItsConnections() {
        Store store = newStore();
        ContactRole mia = held(MIA, NOON);
        ContactRole tom = held(TOM, NOON);
        List<Connection> requests = IntStream.range(0, 9)
                .mapToObj(number -> request(mia, tom, NOON.plusSeconds(number / 4)))
                .map(request -> request.in(request.since().equals(NOON) ? ConnectionState.IGNORED : request.state()))
                .toList();
        store.write(transaction -> {
            enterPeople(transaction);
            List.of(mia, tom).forEach(transaction::save);
            requests.forEach(transaction::save);
            return transaction;
        });
        List<Connection> all =
                store.read(transaction -> transaction.sent(MIA.id(), ConnectionState.WAITING, Stretch.first(9)));

        assertThat(all).containsExactlyInAnyOrderElementsOf(requests).isSortedAccordingTo(Connection.NEWEST_FIRST);
        for (int from = 0; from < all.size(); from++) {
            var stretch = new Stretch(Optional.of(all.get(from)), 3);
            List<Connection> behind = all.subList(from + 1, Math.min(all.size(), from + 4));
            assertThat(store.<List<Connection>>read(
                            transaction -> transaction.sent(MIA.id(), ConnectionState.WAITING, stretch)))
                    .isEqualTo(behind);
            assertThat(store.<List<Connection>>read(
                            transaction -> transaction.received(TOM.id(), ConnectionState.WAITING, stretch)))
                    .isEqualTo(behind);
        }
    }

    @Test
    default void leavesNoTraceOfWorkThatThrows() {
        Store store = newStore();
        store.write(transaction -> {
            enterPeople(transaction);
            return transaction;
        });
        Contact zoe = contact("Zoe", "zoe@example.org");

        assertThatThrownBy(() -> store.write(transaction -> {
                    transaction.save(zoe);
                    transaction.save(MIA.withEmailAddress("new@example.org"));
                    transaction.save(MIA.withEmailAddress("newer@example.org"));
                    throw Refusals.noSuchContact();
                }))
                .isInstanceOf(Refused.class);
        assertThat(store.<List<Object>>read(transaction -> List.of(
                        transaction.contact(zoe.id()),
                        transaction.contactByEmailAddress("newer@example.org"),
                        transaction.contactByEmailAddress("mia@example.org").orElseThrow())))
                .isEqualTo(List.of(Optional.empty(), Optional.empty(), MIA));
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
