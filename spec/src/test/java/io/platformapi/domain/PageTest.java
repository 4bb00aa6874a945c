package io.platformapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ContactConnectedLinksResponse;
import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.GetConnectionRequestsResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Long lists in pages: together they are the list. */
final class PageTest {

    private static final Caller ANYBODY = contact -> true;
    private static final UUID MIA = UUID.fromString("c0000001-0000-4000-8000-000000000000");
    private static final Role COACH = new Role(UUID.randomUUID(), "Coach", false, null, null, null);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Store store = new MemoryStore();
    private final Platform platform = Platform.over(store);
    private final List<Connection> requests = new ArrayList<>();

    private void enter(int requestsToMia) {
        store.write(transaction -> {
            transaction.save(COACH);
            ContactRole mia = enter(transaction, MIA, "Mia");
            for (int number = 0; number < requestsToMia; number++) {
                ContactRole other = enter(transaction, UUID.randomUUID(), "Person " + number);
                Connection request = Connection.request(UUID.randomUUID(), Party.of(other), Party.of(mia), NOON, null);
                transaction.save(request);
                transaction.save(new Connection(
                        UUID.randomUUID(),
                        Party.of(mia),
                        Party.of(other),
                        ConnectionState.ACTIVE,
                        null,
                        NOON,
                        NOON,
                        null));
                requests.add(request);
            }
            return transaction;
        });
    }

    private static ContactRole enter(Transaction transaction, UUID id, String name) {
        transaction.save(new Contact(id, ContactType.REAL_PERSON, name, id + "@example.org", null, Profile.EMPTY));
        var role = new ContactRole(UUID.randomUUID(), id, COACH.id(), NOON, null);
        transaction.save(role);
        return role;
    }

    private static <R> List<R> all(Page<R> first) {
        List<R> answers = new ArrayList<>(List.of(first.answer()));
        for (Page<R> page = first; page.next().isPresent(); ) {
            page = page.next().get().get();
            answers.add(page.answer());
        }
        return answers;
    }

    private static <R, T> List<T> rows(List<R> answers, Function<R, List<T>> list) {
        return answers.stream().flatMap(answer -> list.apply(answer).stream()).toList();
    }

    private static GetConnectionRequests everything() {
        return new GetConnectionRequests(MIA, List.of(ContactType.REAL_PERSON.id()), true);
    }

    @Test
    void togetherAreTheWholeList() {
        enter(Requests.PAGE * 2 + 1);

        List<GetConnectionRequestsResponse> pages = all(platform.receivedInPages(ANYBODY, everything()));

        assertThat(pages).hasSize(3);
        assertThat(rows(pages, GetConnectionRequestsResponse::connectionRequests))
                .isEqualTo(platform.listReceivedConnectionRequests(ANYBODY, everything())
                        .connectionRequests());
    }

    @Test
    void areOneWhereThereIsRoomForAll() {
        enter(Requests.PAGE - 1);

        assertThat(platform.receivedInPages(ANYBODY, everything()).next()).isEmpty();
        assertThat(platform.sentInPages(ANYBODY, everything()).next()).isEmpty();
    }

    @Test
    void haveNoMoreThanAListMay() {
        enter(Requests.MOST + 1);

        List<GetConnectionRequestsResponse> pages = all(platform.receivedInPages(ANYBODY, everything()));

        assertThat(rows(pages, GetConnectionRequestsResponse::connectionRequests))
                .hasSize(Requests.MOST);
    }

    @Test
    void showWhatIsAnsweredMeanwhileNoMoreAndNothingTwice() {
        enter(Requests.PAGE + 10);
        Page<GetConnectionRequestsResponse> first = platform.receivedInPages(ANYBODY, everything());
        store.write(transaction -> {
            requests.forEach(request -> transaction.save(request.in(ConnectionState.CANCELLED)));
            return transaction;
        });

        List<ContactConnectionModel> rows = rows(all(first), GetConnectionRequestsResponse::connectionRequests);

        assertThat(rows).hasSize(Requests.PAGE).doesNotHaveDuplicates();
    }

    @Test
    void ofLinksHaveTheRolesAtBothEndsAndTheAddressBookInTheLast() {
        enter(Requests.PAGE);

        List<ContactConnectedLinksResponse> pages = all(platform.linksInPages(ANYBODY, new ContactConnectedLinks(MIA)));

        ContactConnectedLinksResponse whole = platform.listContactLinks(ANYBODY, new ContactConnectedLinks(MIA));
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.get(0).roles()).isEqualTo(whole.roles());
        assertThat(pages.get(pages.size() - 1).roles()).isEqualTo(whole.roles());
        assertThat(rows(pages, ContactConnectedLinksResponse::contactConnections))
                .isEqualTo(whole.contactConnections());
        assertThat(rows(pages, ContactConnectedLinksResponse::emailAddressBook)).isEqualTo(whole.emailAddressBook());
        assertThat(pages.get(pages.size() - 1).emailAddressBook()).hasSize(Requests.PAGE);
    }
}
