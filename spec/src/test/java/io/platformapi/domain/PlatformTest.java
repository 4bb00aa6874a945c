package io.platformapi.domain;

import static io.platformapi.domain.ExampleWorld.contactId;
import static io.platformapi.domain.ExampleWorld.roleId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.platformapi.model.ConnectionRequestResend;
import io.platformapi.model.ConnectionStatusUpdate;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.ErrorCode;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.InviteContact;
import io.platformapi.model.UserContactConnectionModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the examples of the document do not show: who is told, what a repeat does, what order and combination do. */
final class PlatformTest {

    private static final UUID AMELIA = contactId(1);
    private static final UUID LIAM = contactId(3);
    private static final UUID CHLOE = contactId(4);
    private static final UUID OLIVER = contactId(7);
    private static final UUID CLIENT = roleId(3);
    private static final UUID ACCOUNTANT = roleId(4);
    private static final UUID TO_NOAH = UUID.fromString("cc000004-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID TO_JACK = UUID.fromString("cc000005-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID WITH_LIAM = UUID.fromString("cc000006-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final Caller ANYBODY = contact -> true;

    private final List<InvitationMail> sent = new ArrayList<>();
    private final Store store = new MemoryStore(sent::add);
    private Instant now = Instant.parse("2026-11-22T09:30:00Z");
    private final Platform platform = new Platform(store, () -> now, UUID::randomUUID);

    @BeforeEach
    void enterWorld() {
        ExampleWorld.enter(store);
    }

    @Test
    void mailsOneInvitationToANewcomerWhateverTheNumberOfRoles() {
        UUID invited = invite(AMELIA, "charlotte.reid@example.com", CLIENT, ACCOUNTANT);

        assertThat(sent)
                .extracting(InvitationMail::emailAddress, InvitationMail::inviterName, InvitationMail::roleNames)
                .containsExactly(tuple("charlotte.reid@example.com", "Amelia Hart", List.of("Client", "Accountant")));
        assertThat(sentBy(AMELIA))
                .filteredOn(request -> request.contact().contactId().equals(invited))
                .extracting(ContactConnectionModel::contactRoleName)
                .containsExactlyInAnyOrder("Client", "Accountant");
    }

    @Test
    void mailsNothingToARegisteredContactWhoFindsTheRequestAmongThoseReceived() {
        invite(AMELIA, "Chloe.Papadopoulos@Example.net", CLIENT);

        assertThat(sent).isEmpty();
        assertThat(receivedBy(CHLOE)).singleElement().satisfies(request -> {
            assertThat(request.requestorContactName()).isEqualTo("Amelia Hart");
            assertThat(request.requestorRoleName()).isEqualTo("Adviser");
            assertThat(request.fromDate()).isEqualTo(now);
        });
    }

    @Test
    void refusesARepeatedInvitationAndChangesNothing() {
        UUID first = invite(AMELIA, "charlotte.reid@example.com", CLIENT);
        var before = sentBy(AMELIA);

        Refused refusal = refusalOf(() -> invite(AMELIA, "charlotte.reid@example.com", ACCOUNTANT, CLIENT));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVITATION_PENDING);
        assertThat(sentBy(AMELIA)).isEqualTo(before);
        assertThat(sent).hasSize(1);
        assertThat(first).isNotNull();
    }

    @Test
    void takesARequestInTheOtherDirectionForPendingToo() {
        assertThat(refusalOf(() -> invite(AMELIA, "chloe.papadopoulos@example.net", ACCOUNTANT))
                        .code())
                .isEqualTo(ErrorCode.INVITATION_PENDING);
    }

    @Test
    void invitesAgainAfterARequestWasWithdrawnOrAConnectionRemoved() {
        platform.cancelConnection(ANYBODY, update(TO_JACK, AMELIA, 2, CLIENT));
        platform.removeConnection(ANYBODY, update(WITH_LIAM, AMELIA, 1, CLIENT));

        assertThat(invite(AMELIA, "jack.obrien@example.org", CLIENT)).isEqualTo(contactId(8));
        assertThat(invite(AMELIA, "liam.nguyen@example.com", CLIENT)).isEqualTo(LIAM);
    }

    @Test
    void namesAllFaultsOfAnInvitationAtOnce() {
        UUID unknown = UUID.fromString("5effffff-2b7f-4e19-8c64-0f9d7a3b5e18");

        assertThat(refusalOf(() -> invite(AMELIA, "amelia.hart@example.com", unknown, unknown))
                        .faults())
                .extracting(Mistake::code, Mistake::member)
                .containsExactly(
                        tuple(ErrorCode.CANNOT_INVITE_SELF, "EmailAddress"), tuple(ErrorCode.INVALID_ROLE, "Roles"));
    }

    @Test
    void refusesAnInvitationByAContactWithoutACurrentRole() {
        assertThat(refusalOf(() -> invite(contactId(6), "charlotte.reid@example.com", CLIENT))
                        .faults())
                .containsExactly(Refusals.noRoleToInviteIn());
    }

    @Test
    void hidesVirtualContactsFromThoseWhoNeverHadToDoWithThem() {
        var invitation = InviteContact.builder()
                .contactId(CHLOE)
                .toContactId(contactId(9))
                .emailAddress("matilda.singh@example.com")
                .roles(List.of(CLIENT))
                .build();

        assertThat(refusalOf(() -> platform.inviteVirtualContact(ANYBODY, invitation))
                        .code())
                .isEqualTo(ErrorCode.CONTACT_NOT_FOUND);
    }

    @Test
    void remindsOnceInAnHourByMailAndKeepsTheDateOfTheRequest() {
        var resend = new ConnectionRequestResend(TO_JACK, AMELIA);
        platform.resendConnectionRequest(ANYBODY, resend);

        now = now.plus(Duration.ofMinutes(20));
        Refused tooSoon = refusalOf(() -> platform.resendConnectionRequest(ANYBODY, resend));
        assertThat(tooSoon.reason()).isEqualTo(Refused.Reason.TOO_SOON);
        assertThat(tooSoon.retryAfter()).contains(Duration.ofMinutes(40));
        assertThat(tooSoon.faults()).isEmpty();

        now = now.plus(Duration.ofMinutes(40));
        platform.resendConnectionRequest(ANYBODY, resend);
        assertThat(sent)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(mail -> assertThat(mail.emailAddress()).isEqualTo("jack.obrien@example.org"));
        assertThat(sentBy(AMELIA))
                .filteredOn(request -> TO_JACK.equals(request.connectionRequestId()))
                .extracting(ContactConnectionModel::fromDate)
                .containsExactly(Instant.parse("2026-10-28T03:45:00Z"));
    }

    @Test
    void tellsTheSenderOfAnIgnoredRequestThatItIsPending() {
        assertThat(sentBy(OLIVER))
                .singleElement()
                .extracting(ContactConnectionModel::connectionStatusName)
                .isEqualTo("Pending");
        assertThat(linksOf(OLIVER)).hasSize(1);
        assertThat(linksOf(AMELIA))
                .extracting(UserContactConnectionModel::connectionContactId)
                .doesNotContain(OLIVER);
    }

    @Test
    void withdrawnRequestsLeaveTheListsOfBothAndRepeatingChangesNothing() {
        var update = update(TO_NOAH, AMELIA, 2, CLIENT);
        platform.cancelConnection(ANYBODY, update);
        platform.cancelConnection(ANYBODY, update);

        assertThat(sentBy(AMELIA)).hasSize(1);
        assertThat(receivedBy(contactId(6))).isEmpty();
        assertThat(refusalOf(() -> platform.removeConnection(ANYBODY, update)).getMessage())
                .isEqualTo("The request was withdrawn before it became a connection.");
    }

    @Test
    void eitherPartyRemovesAConnectionAndBothLoseIt() {
        platform.removeConnection(ANYBODY, update(WITH_LIAM, LIAM, 1, roleId(2)));
        platform.removeConnection(ANYBODY, update(WITH_LIAM, AMELIA, 1, CLIENT));

        assertThat(linksOf(AMELIA))
                .extracting(UserContactConnectionModel::connectionContactId)
                .doesNotContain(LIAM);
        assertThat(platform.listContactLinks(ANYBODY, new ContactConnectedLinks(AMELIA))
                        .emailAddressBook())
                .hasSize(1);
        assertThat(refusalOf(() -> platform.cancelConnection(ANYBODY, update(WITH_LIAM, AMELIA, 1, CLIENT)))
                        .getMessage())
                .isEqualTo("The request was accepted, and the connection has been removed since.");
    }

    @Test
    void doesNotTellWhetherAContactThatTheCallerMayNotActForExists() {
        Caller amelia = AMELIA::equals;

        for (UUID contact : List.of(LIAM, UUID.randomUUID())) {
            Refused refusal = refusalOf(() -> platform.listContactLinks(amelia, new ContactConnectedLinks(contact)));
            assertThat(refusal.reason()).isEqualTo(Refused.Reason.FORBIDDEN);
            assertThat(refusal).hasMessage("You may not act for this contact.");
        }
    }

    private UUID invite(UUID inviter, String address, UUID... roles) {
        return platform.inviteContact(ANYBODY, new InviteContact(inviter, null, address, Arrays.asList(roles)))
                .contactId();
    }

    private static ConnectionStatusUpdate update(UUID connection, UUID contact, int type, UUID role) {
        return new ConnectionStatusUpdate(connection, contact, ContactType.values()[type - 1].id(), role);
    }

    private List<ContactConnectionModel> sentBy(UUID contact) {
        return platform.listSentConnectionRequests(ANYBODY, everything(contact)).connectionRequests();
    }

    private List<ContactConnectionModel> receivedBy(UUID contact) {
        return platform.listReceivedConnectionRequests(ANYBODY, everything(contact))
                .connectionRequests();
    }

    private List<UserContactConnectionModel> linksOf(UUID contact) {
        return platform.listContactLinks(ANYBODY, new ContactConnectedLinks(contact))
                .contactConnections();
    }

    private static GetConnectionRequests everything(UUID contact) {
        var types = Arrays.stream(ContactType.values()).map(ContactType::id).toList();
        return new GetConnectionRequests(contact, types, false);
    }

    private static Refused refusalOf(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call);
    }
}
