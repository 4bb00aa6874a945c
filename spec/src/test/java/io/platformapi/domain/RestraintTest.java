package io.platformapi.domain;

import static io.platformapi.domain.ContactType.VIRTUAL_PERSON;
import static io.platformapi.domain.ExampleWorld.contactId;
import static io.platformapi.domain.ExampleWorld.roleId;
import static io.platformapi.domain.Visit.ACCOUNTANT;
import static io.platformapi.domain.Visit.CLIENT;
import static io.platformapi.domain.Visit.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How often somebody may be written to, and how much one contact may have open. */
final class RestraintTest {

    private static final UUID AMELIA = contactId(1);
    private static final UUID CHLOE = contactId(4);
    private static final UUID MATILDA = contactId(9);
    private static final UUID TO_JACK = UUID.fromString("cc000005-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID TO_NOAH = UUID.fromString("cc000004-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final String CHARLOTTE = "charlotte.reid@example.com";

    private final Visit visit = new Visit();

    private static void assertTooSoon(Refused refusal, Duration wait) {
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(Refused.Reason.TOO_SOON);
        assertThat(refusal).hasMessage("Asked again too soon.");
        assertThat(refusal.faults()).isEmpty();
        assertThat(refusal.retryAfter()).contains(wait);
    }

    private void cancelRequestTo(UUID contact, UUID sender) {
        var request = visit.sent(sender, contact);
        visit.cancel(request.connectionRequestId(), sender, VIRTUAL_PERSON, request.contactRoleId());
    }

    @Test
    void invitingWithdrawingAndInvitingAgainMailsOnce() {
        UUID charlotte = visit.invite(AMELIA, CHARLOTTE, CLIENT);
        cancelRequestTo(charlotte, AMELIA);
        visit.waits(Duration.ofMinutes(59));

        assertTooSoon(refusalOf(() -> visit.invite(AMELIA, CHARLOTTE, CLIENT)), Duration.ofMinutes(1));
        assertThat(visit.sent).hasSize(1);
        assertThat(visit.sentBy(AMELIA))
                .extracting(request -> request.contact().contactId())
                .doesNotContain(charlotte);

        visit.waits(Duration.ofMinutes(1));
        visit.invite(AMELIA, CHARLOTTE, CLIENT);
        assertThat(visit.sent).hasSize(2);
    }

    @Test
    void tellsTheWaitToTheMillisecond() {
        visit.invite(AMELIA, CHARLOTTE, CLIENT);
        visit.waits(Duration.ofHours(1).minusMillis(1));
        assertTooSoon(refusalOf(() -> visit.invite(CHLOE, CHARLOTTE, CLIENT)), Duration.ofMillis(1));

        visit.waits(Duration.ofMillis(-1000));
        assertTooSoon(refusalOf(() -> visit.invite(CHLOE, CHARLOTTE, CLIENT)), Duration.ofMillis(1001));
    }

    @Test
    void twoWhoInviteOneAddressMailItOnce() {
        visit.invite(AMELIA, CHARLOTTE, CLIENT);

        assertTooSoon(refusalOf(() -> visit.invite(CHLOE, "Charlotte.Reid@EXAMPLE.com", CLIENT)), Duration.ofHours(1));
        assertThat(visit.sent).hasSize(1);
    }

    @Test
    void theIntervalIsTheSameForThoseWhoAreRegistered() {
        visit.invite(CHLOE, "noah.williams@example.com", CLIENT);

        assertTooSoon(
                refusalOf(() -> visit.invite(AMELIA, "noah.williams@example.com", ACCOUNTANT)), Duration.ofHours(1));
        assertTooSoon(refusalOf(() -> visit.resend(TO_NOAH, AMELIA)), Duration.ofHours(1));
    }

    @Test
    void anInvitationBySomebodyElseDelaysAReminderAndTheOtherWayRound() {
        visit.invite(CHLOE, "jack.obrien@example.org", CLIENT);
        assertTooSoon(refusalOf(() -> visit.resend(TO_JACK, AMELIA)), Duration.ofHours(1));

        visit.waits(Duration.ofHours(1));
        visit.resend(TO_JACK, AMELIA);
        assertTooSoon(refusalOf(() -> visit.invite(CHLOE, "jack.obrien@example.org", ACCOUNTANT)), Duration.ofHours(1));
        assertThat(visit.sent).hasSize(2);
    }

    @Test
    void twoRequestsToOneContactAreNotTwoReminders() {
        visit.invite(AMELIA, "matilda.singh@example.com", CLIENT, ACCOUNTANT);
        visit.waits(Duration.ofHours(1));
        var requests = visit.sentBy(AMELIA).stream()
                .filter(request -> request.contact().contactId().equals(MATILDA))
                .toList();
        visit.resend(requests.get(0).connectionRequestId(), AMELIA);

        assertTooSoon(
                refusalOf(() -> visit.resend(requests.get(1).connectionRequestId(), AMELIA)), Duration.ofHours(1));
    }

    @Test
    void anotherAddressForTheSameContactIsNoWayRoundTheInterval() {
        visit.inviteById(AMELIA, MATILDA, "matilda.singh@example.com", CLIENT);

        assertTooSoon(
                refusalOf(() -> visit.inviteById(AMELIA, MATILDA, "m.singh@example.org", ACCOUNTANT)),
                Duration.ofHours(1));
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaitingForLonger() {
        visit.resend(TO_JACK, AMELIA);
        visit.waits(Duration.ofDays(-3));

        assertTooSoon(refusalOf(() -> visit.resend(TO_JACK, AMELIA)), Duration.ofHours(1));
    }

    @Test
    void aRepeatedInvitationIsPendingRatherThanTooSoon() {
        visit.invite(AMELIA, CHARLOTTE, CLIENT);

        assertThat(refusalOf(() -> visit.invite(AMELIA, CHARLOTTE, CLIENT)))
                .hasMessage("A request between the two contacts in this role is still pending.");
    }

    @Test
    void aContactHasAThousandRequestsPendingAndNoMore() {
        sentBefore(997, ConnectionState.PENDING);

        visit.invite(AMELIA, CHARLOTTE, CLIENT);
        Refused refusal = refusalOf(() -> visit.invite(AMELIA, "jasper.lee@example.com", CLIENT));

        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(Refused.Reason.TOO_MUCH);
        assertThat(refusal)
                .hasMessage(
                        "The contact has as many requests pending, or withdrawn within a day, as it may have: 1000.");
        assertThat(refusal.retryAfter()).contains(Duration.ofHours(1));
        assertThat(visit.sent).hasSize(1);
    }

    @Test
    void withdrawingMakesRoomADayLater() {
        sentBefore(998, ConnectionState.CANCELLED);

        assertThat(refusalOf(() -> visit.invite(AMELIA, CHARLOTTE, CLIENT))).isNotNull();

        visit.waits(Duration.ofDays(1).plusMillis(1));
        assertThat(visit.invite(AMELIA, CHARLOTTE, CLIENT)).isNotNull();
    }

    @Test
    void theRolesOfOneInvitationCountOneByOne() {
        sentBefore(997, ConnectionState.PENDING);

        assertThat(refusalOf(() -> visit.invite(AMELIA, CHARLOTTE, CLIENT, ACCOUNTANT)))
                .isNotNull();
    }

    /** Besides the two that Amelia has sent in the world of the examples. */
    private void sentBefore(int number, ConnectionState state) {
        visit.store.write(transaction -> {
            Party amelia = Party.of(transaction.rolesOf(AMELIA).get(0));
            for (int i = 0; i < number; i++) {
                Contact contact = Contact.virtual(UUID.randomUUID(), "invited" + i + "@example.com", AMELIA);
                transaction.save(contact);
                ContactRole role = ContactRole.offered(UUID.randomUUID(), contact.id(), roleId(3));
                transaction.save(role);
                transaction.save(Connection.request(
                                UUID.randomUUID(), amelia, Party.of(role), visit.now(), contact.emailAddress())
                        .in(state));
            }
            return transaction;
        });
    }
}
