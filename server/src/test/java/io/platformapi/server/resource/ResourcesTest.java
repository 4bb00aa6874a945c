package io.platformapi.server.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.platformapi.domain.Caller;
import io.platformapi.domain.ContactType;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Refused;
import io.platformapi.domain.Sequel;
import io.platformapi.domain.Store;
import io.platformapi.model.ConnectionRequestResend;
import io.platformapi.model.ConnectionStatusUpdate;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.GetConnectionRequests;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each resource does what its operations mean, for the caller of the request. */
final class ResourcesTest {

    private static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID CLIENT = UUID.fromString("5e000003-2b7f-4e19-8c64-0f9d7a3b5e18");
    private static final UUID TO_NOAH = UUID.fromString("cc000004-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID TO_JACK = UUID.fromString("cc000005-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID WITH_LIAM = UUID.fromString("cc000006-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final Sequel NOTHING = (list, next) -> fail(list + " goes on");
    private static final Caller CALLER = ExampleWorld.CALLER_ACTS_FOR::contains;

    private final Store store = new MemoryStore();
    private final Platform platform = Platform.over(store);
    private final GetConnectionRequestsResource requests = new GetConnectionRequestsResource(platform, CALLER, NOTHING);
    private final ContactConnectedLinksResource links = new ContactConnectedLinksResource(platform, CALLER, NOTHING);

    @BeforeEach
    void enterWorld() {
        ExampleWorld.enter(store);
    }

    private List<UUID> sent() {
        var all = new GetConnectionRequests(
                AMELIA, List.of(ContactType.REAL_PERSON.id(), ContactType.VIRTUAL_PERSON.id()), true);
        return requests.listSentConnectionRequests(all).connectionRequests().stream()
                .map(ContactConnectionModel::connectionRequestId)
                .toList();
    }

    @Test
    void listsWhatAContactHasSentAndReceived() {
        var received = new GetConnectionRequests(AMELIA, List.of(ContactType.REAL_PERSON.id()), false);

        assertThat(sent()).containsExactly(TO_NOAH, TO_JACK);
        assertThat(requests.listReceivedConnectionRequests(received).connectionRequests())
                .hasSize(2);
    }

    @Test
    void cancelsWhatIsPendingAndRemovesWhatIsActive() {
        var connections = new ConnectionStatusUpdateResource(platform, CALLER);
        connections.cancelConnection(
                new ConnectionStatusUpdate(TO_NOAH, AMELIA, ContactType.VIRTUAL_PERSON.id(), CLIENT));
        connections.removeConnection(
                new ConnectionStatusUpdate(WITH_LIAM, AMELIA, ContactType.REAL_PERSON.id(), CLIENT));

        assertThat(sent()).containsExactly(TO_JACK);
        assertThat(links.listContactLinks(new ContactConnectedLinks(AMELIA)).contactConnections())
                .noneMatch(link -> WITH_LIAM.equals(link.connectionId()));
    }

    @Test
    void remindsOnceAndThenAsksForPatience() {
        var reminders = new ConnectionRequestResendResource(platform, CALLER);
        var reminder = new ConnectionRequestResend(TO_JACK, AMELIA);
        reminders.resendConnectionRequest(reminder);

        assertThatThrownBy(() -> reminders.resendConnectionRequest(reminder))
                .isInstanceOf(Refused.class)
                .hasMessage("Asked again too soon.");
    }
}
