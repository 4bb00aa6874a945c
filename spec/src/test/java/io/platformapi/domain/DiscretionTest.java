package io.platformapi.domain;

import static io.platformapi.domain.ContactType.ORGANISATION;
import static io.platformapi.domain.ContactType.REAL_PERSON;
import static io.platformapi.domain.ContactType.VIRTUAL_PERSON;
import static io.platformapi.domain.ExampleWorld.contactId;
import static io.platformapi.domain.ExampleWorld.roleId;
import static io.platformapi.domain.Visit.ACCOUNTANT;
import static io.platformapi.domain.Visit.CLIENT;
import static io.platformapi.domain.Visit.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.model.ContactSummaryModel;
import io.platformapi.model.ErrorCode;
import io.platformapi.model.UserContactConnectionModel;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one contact learns of another who has accepted nothing: what the request itself says, and no more. */
final class DiscretionTest {

    private static final UUID AMELIA = contactId(1);
    private static final UUID LIAM = contactId(3);
    private static final UUID CHLOE = contactId(4);
    private static final UUID ISLA = contactId(5);
    private static final UUID NOAH = contactId(6);
    private static final UUID OLIVER = contactId(7);
    private static final UUID JACK = contactId(8);
    private static final UUID TO_NOAH = UUID.fromString("cc000004-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID FROM_ISLA = UUID.fromString("cc000002-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID WITH_LIAM = UUID.fromString("cc000006-6e2d-4b58-9f13-a4d7c0e8b219");

    private final Visit visit = new Visit();

    /** A summary that tells an id, a name, an address and a type, and nothing else. */
    private static ContactSummaryModel minimal(UUID id, String name, String address, ContactType type) {
        return ContactSummaryModel.builder()
                .contactId(id)
                .contactFullName(name)
                .emailAddress(address)
                .contactTypeId(type.id())
                .isRemovedContact(false)
                .build();
    }

    @Test
    void whoAsksSeesOfTheOtherWhatTheyTypedThemselves() {
        UUID noah = visit.invite(CHLOE, "Noah.Williams@Example.COM", CLIENT);

        assertThat(visit.asked(CHLOE, noah))
                .isEqualTo(minimal(NOAH, "Noah.Williams@Example.COM", "Noah.Williams@Example.COM", VIRTUAL_PERSON));
    }

    @Test
    void whoAsksCannotTellTheRegisteredFromTheVirtualFromTheOrganisationFromTheNewcomer() {
        for (String address : List.of(
                "noah.williams@example.com",
                "matilda.singh@example.com",
                "office@harbourwealth.example",
                "nobody.knows@example.com")) {
            UUID invited = visit.invite(CHLOE, address, CLIENT);

            assertThat(visit.asked(CHLOE, invited)).isEqualTo(minimal(invited, address, address, VIRTUAL_PERSON));
            assertThat(visit.sentBy(CHLOE, VIRTUAL_PERSON))
                    .extracting(request -> request.contact().contactId())
                    .contains(invited);
            assertThat(visit.linksOf(CHLOE))
                    .filteredOn(link -> link.connectionContactId().equals(invited))
                    .allSatisfy(link -> {
                        assertThat(link.connectionContactName()).isEqualTo(address);
                        assertThat(link.contactTypeName()).isEqualTo("Virtual Person");
                        assertThat(link.connectionContactPhotoURL()).isNull();
                    });
        }
        assertThat(visit.sentBy(CHLOE, REAL_PERSON, ORGANISATION)).isEmpty();
    }

    @Test
    void anAddressThatIsLongerThanANameIsCut() {
        String address = "a@" + "example.".repeat(30) + "com";
        UUID invited = visit.invite(CHLOE, address, CLIENT);

        assertThat(visit.asked(CHLOE, invited).emailAddress()).isEqualTo(address);
        assertThat(visit.asked(CHLOE, invited).contactFullName())
                .isEqualTo(address.substring(0, 199) + "…")
                .hasSize(200);
    }

    @Test
    void cancellingTellsTheRegisteredFromTheVirtualNoBetter() {
        assertThat(refusalOf(() -> visit.cancel(TO_NOAH, AMELIA, REAL_PERSON, CLIENT)))
                .hasMessage("The other party is not of this type.");

        visit.cancel(TO_NOAH, AMELIA, VIRTUAL_PERSON, CLIENT);
        visit.cancel(TO_NOAH, AMELIA, VIRTUAL_PERSON, CLIENT);
    }

    @Test
    void invitingByIdTellsTheRegisteredFromTheVirtualNoBetter() {
        visit.invite(CHLOE, "noah.williams@example.com", CLIENT);
        visit.invite(CHLOE, "jack.obrien@example.org", CLIENT);

        for (UUID contact : List.of(NOAH, JACK, ISLA, UUID.randomUUID())) {
            assertThat(refusalOf(() -> visit.inviteById(CHLOE, contact, "jack.obrien@example.org", ACCOUNTANT)))
                    .isNotNull()
                    .hasMessage("There is no such contact.");
        }
    }

    @Test
    void whoIsAskedSeesByWhatNameAndInWhichRoleAndNothingElse() {
        assertThat(visit.receivedBy(AMELIA))
                .filteredOn(request -> FROM_ISLA.equals(request.connectionRequestId()))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.contact()).isEqualTo(minimal(ISLA, "Isla Thompson", null, REAL_PERSON));
                    assertThat(request.requestorContactName()).isEqualTo("Isla Thompson");
                    assertThat(request.contactRoleName()).isEqualTo("Client");
                });
        assertThat(visit.linksOf(AMELIA))
                .filteredOn(link -> link.connectionContactId().equals(CHLOE))
                .singleElement()
                .extracting(
                        UserContactConnectionModel::connectionContactName,
                        UserContactConnectionModel::connectionContactPhotoURL)
                .containsExactly("Chloe Papadopoulos", null);
    }

    @Test
    void whoSuggestedIsShownByNameToThoseWhoAreNotConnectedWithThem() {
        assertThat(visit.receivedBy(NOAH))
                .singleElement()
                .extracting(request -> request.suggesterContact())
                .isEqualTo(minimal(LIAM, "Liam Nguyen", null, REAL_PERSON));
        assertThat(visit.sent(AMELIA, NOAH).suggesterContact().mobileNumber()).isEqualTo("0491 570 156");
    }

    @Test
    void anAcceptedConnectionShowsBothEverythingInEveryList() {
        visit.invite(AMELIA, "isla.thompson@example.org", ACCOUNTANT);
        assertThat(visit.asked(AMELIA, ISLA).mobileNumber()).isNull();

        visit.accepts(AMELIA, FROM_ISLA);

        assertThat(visit.asked(AMELIA, ISLA).mobileNumber()).isEqualTo("0491 570 158");
        assertThat(visit.asked(AMELIA, ISLA).contactFullName()).isEqualTo("Isla Thompson");
        assertThat(visit.receivedBy(ISLA, REAL_PERSON)).singleElement().satisfies(request -> {
            assertThat(request.contact().primaryAddress()).isEqualTo("Level 3, 18 Wharf Street, Balmain NSW 2041");
            assertThat(request.contact().emailAddress()).isEqualTo("amelia.hart@example.com");
        });
    }

    @Test
    void aRemovedConnectionShowsNoMoreThanNone() {
        visit.remove(WITH_LIAM, AMELIA, REAL_PERSON, CLIENT);
        visit.invite(AMELIA, "liam.nguyen@example.com", CLIENT);

        assertThat(visit.asked(AMELIA, LIAM))
                .isEqualTo(ContactSummaryModel.builder()
                        .contactId(LIAM)
                        .contactFullName("liam.nguyen@example.com")
                        .emailAddress("liam.nguyen@example.com")
                        .contactTypeId(VIRTUAL_PERSON.id())
                        .isRemovedContact(true)
                        .build());
        assertThat(visit.receivedBy(AMELIA))
                .filteredOn(request -> request.contact().contactId().equals(OLIVER))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.contact().phoneNumber()).isNull();
                    assertThat(request.contact().isRemovedContact()).isTrue();
                });
    }

    @Test
    void removingAgainTakesTheTypeThatTheConnectionHad() {
        visit.remove(WITH_LIAM, AMELIA, REAL_PERSON, CLIENT);
        visit.remove(WITH_LIAM, AMELIA, REAL_PERSON, CLIENT);
        visit.remove(WITH_LIAM, LIAM, REAL_PERSON, roleId(2));
    }

    @Test
    void anAddressThatTheOtherTakesUpLaterIsNotTold() {
        visit.invite(CHLOE, "noah.williams@example.com", CLIENT);
        visit.store.write(transaction -> {
            Contact noah = transaction.contact(NOAH).orElseThrow();
            transaction.save(noah.withEmailAddress("new.and.private@example.com"));
            return noah;
        });

        assertThat(visit.asked(CHLOE, NOAH).emailAddress()).isEqualTo("noah.williams@example.com");
    }

    @Test
    void onlyWhoEnteredAContactMayRedirectIt() {
        visit.invite(CHLOE, "jack.obrien@example.org", ACCOUNTANT);

        Refused refusal = refusalOf(() -> visit.inviteById(CHLOE, JACK, "mallory@evil.example", CLIENT));

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.CONTACT_NOT_FOUND);
        assertThat(visit.asked(AMELIA, JACK).emailAddress()).isEqualTo("jack.obrien@example.org");
    }

    @Test
    void nobodyRedirectsAContactWhoIsAskedBySomebodyElseToo() {
        UUID others = visit.invite(CHLOE, "matilda.singh@example.com", CLIENT);

        Refused refusal = refusalOf(() -> visit.inviteById(AMELIA, others, "m.singh@example.org", CLIENT));

        assertThat(refusal).isNotNull();
        assertThat(refusal.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault)
                        .isEqualTo(refusalOf(
                                        () -> visit.inviteById(AMELIA, contactId(9), "liam.nguyen@example.com", CLIENT))
                                .faults()
                                .get(0)));
        assertThat(visit.asked(CHLOE, others).emailAddress()).isEqualTo("matilda.singh@example.com");
    }

    @Test
    void whoEnteredAContactRedirectsItAsLongAsNobodyElseWaitsForIt() {
        visit.invite(CHLOE, "jack.obrien@example.org", ACCOUNTANT);
        visit.sentBy(CHLOE).stream()
                .filter(request -> request.contact().contactId().equals(JACK))
                .forEach(request ->
                        visit.cancel(request.connectionRequestId(), CHLOE, VIRTUAL_PERSON, request.contactRoleId()));
        visit.waits(Duration.ofHours(1));

        visit.inviteById(AMELIA, JACK, "jack@obrien.example", ACCOUNTANT);

        assertThat(visit.sent).last().extracting(InvitationMail::emailAddress).isEqualTo("jack@obrien.example");
        assertThat(visit.sentBy(AMELIA))
                .filteredOn(request -> request.contact().contactId().equals(JACK))
                .extracting(request -> request.contact().emailAddress())
                .containsExactly("jack@obrien.example", "jack@obrien.example");
    }
}
