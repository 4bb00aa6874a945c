package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.platformapi.domain.ContactType;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Refused;
import io.platformapi.model.ConnectionRequestResend;
import io.platformapi.model.ConnectionStatusUpdate;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.InviteContact;
import io.platformapi.server.store.CountedStore.Cost;
import io.platformapi.wire.RefusedAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a request costs is what it touches: as many statements whatever there is, and rows by what is answered. */
final class CostTest {

    private static final UUID AMELIA = id("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID CLIENT = id("5e000003-2b7f-4e19-8c64-0f9d7a3b5e18");
    private static final UUID ADVISER = id("5e000002-2b7f-4e19-8c64-0f9d7a3b5e18");
    private static final UUID MISSING = id("cfffffff-0000-4000-8000-000000000000");
    private static final UUID BETWEEN_OTHERS = id("cc000010-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID VIRTUAL_OF_OTHERS = id("e0000000-0000-4000-8000-000000000001");

    private final Database database = Database.open(Database.Address.inMemory());
    private final CountedStore store = new CountedStore(database);
    private final Platform platform = Platform.over(store);

    private static UUID id(String text) {
        return UUID.fromString(text);
    }

    @BeforeEach
    void enterWorld() {
        ExampleWorld.enter(store);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Amelia in the middle of so many, each of whom asks her, is asked by her, or is connected with her. */
    private void enter(int number, String requestor, String receiver, String state) {
        database.write(handle -> {
            String contact = "cast('e0000000-0000-4000-8000-' || lpad(cast(x as varchar), 12, '0') as uuid)";
            String role = contact.replace("'e0", "'e5");
            String connection = contact.replace("'e0", "'ec");
            String people = " from system_range(1, " + number + ")";
            String amelia = "'" + AMELIA + "', 'c5000001-93a6-4c07-8d2b-e15f4a7c6b90', '" + ADVISER + "'";
            String other = contact + ", " + role + ", '" + CLIENT + "'";
            handle.execute("insert into contacts (id, type, full_name, email_address, email_key) select " + contact
                    + ", 'REAL_PERSON', 'Somebody', x || '@many.example', x || '@many.example'" + people);
            handle.execute("insert into contact_roles (id, contact_id, role_id, start_date) select " + role + ", "
                    + contact + ", '" + CLIENT + "', timestamp with time zone '2020-01-01 00:00:00Z'" + people);
            handle.execute("insert into connections (id, " + requestor + "_contact_id, " + requestor
                    + "_contact_role_id, " + requestor + "_role_id, " + receiver + "_contact_id, " + receiver
                    + "_contact_role_id, " + receiver + "_role_id, state, since, last_sent, addressee) select "
                    + connection + ", " + amelia + ", " + other + ", '" + state
                    + "', dateadd(second, x, timestamp with time zone '2026-01-01 00:00:00Z'),"
                    + " timestamp with time zone '2026-01-01 00:00:00Z', x || '@many.example'" + people);
            return handle;
        });
    }

    private List<ContactConnectionModel> received() {
        return platform.listReceivedConnectionRequests(contact -> true, all()).connectionRequests();
    }

    private static GetConnectionRequests all() {
        var types = Arrays.stream(ContactType.values()).map(ContactType::id).toList();
        return new GetConnectionRequests(AMELIA, types, true);
    }

    @TestFactory
    Stream<DynamicTest> listsCostWhatTheyHave() {
        return Stream.of(
                listCosts(
                        "received",
                        1_000,
                        "receiver",
                        "requestor",
                        "PENDING",
                        Platform::listReceivedConnectionRequests),
                listCosts("sent", 100, "requestor", "receiver", "PENDING", Platform::listSentConnectionRequests),
                listCosts("links of requests", 100, "requestor", "receiver", "PENDING", CostTest::links),
                listCosts("links of connections", 100, "receiver", "requestor", "ACTIVE", CostTest::links));
    }

    @FunctionalInterface
    private interface Reading {
        Object of(Platform platform, io.platformapi.domain.Caller caller, GetConnectionRequests request);
    }

    private static Object links(Platform platform, io.platformapi.domain.Caller caller, GetConnectionRequests request) {
        return platform.listContactLinks(caller, new ContactConnectedLinks(request.contactId()));
    }

    private static DynamicTest listCosts(
            String name, int number, String amelia, String other, String state, Reading reading) {
        return DynamicTest.dynamicTest(name, () -> {
            Cost few = cost(number, amelia, other, state, reading);
            Cost many = cost(10 * number, amelia, other, state, reading);

            assertThat(many.statements()).isEqualTo(few.statements()).hasSizeLessThan(9);
            assertThat(few.rows()).isGreaterThan(number);
            assertThat(many.rows()).isGreaterThan(10 * number).isLessThan(12 * few.rows());
        });
    }

    private static Cost cost(int number, String amelia, String other, String state, Reading reading) {
        var test = new CostTest();
        try {
            test.enterWorld();
            test.enter(number, amelia, other, state);
            return test.store.of(() -> reading.of(test.platform, contact -> true, all()));
        } finally {
            test.close();
        }
    }

    @Test
    void answersMoreRequestsThanAListMayHaveByTheNewestTenThousand() {
        enter(10_050, "receiver", "requestor", "PENDING");

        List<ContactConnectionModel> listed = received();

        assertThat(listed).hasSize(10_000);
        assertThat(listed).isSortedAccordingTo((one, other) -> other.fromDate().compareTo(one.fromDate()));
        assertThat(links(platform, contact -> true, all())).isNotNull();
    }

    @TestFactory
    Stream<DynamicTest> commandsCostTheSameForWhoHasManyConnections() {
        return Stream.of(
                commandCosts(
                        "invite",
                        platform -> platform.inviteContact(
                                contact -> true,
                                new InviteContact(AMELIA, null, "charlotte.reid@example.com", List.of(CLIENT)))),
                commandCosts(
                        "invite by id",
                        platform -> platform.inviteVirtualContact(
                                contact -> true,
                                new InviteContact(
                                        AMELIA,
                                        id("c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84"),
                                        "m.singh@example.org",
                                        List.of(CLIENT)))),
                commandCosts(
                        "resend",
                        platform -> platform.resendConnectionRequest(
                                contact -> true,
                                new ConnectionRequestResend(id("cc000005-6e2d-4b58-9f13-a4d7c0e8b219"), AMELIA))),
                commandCosts(
                        "cancel",
                        platform -> platform.cancelConnection(
                                contact -> true,
                                new ConnectionStatusUpdate(
                                        id("cc000005-6e2d-4b58-9f13-a4d7c0e8b219"),
                                        AMELIA,
                                        ContactType.VIRTUAL_PERSON.id(),
                                        CLIENT))),
                commandCosts(
                        "remove",
                        platform -> platform.removeConnection(
                                contact -> true,
                                new ConnectionStatusUpdate(
                                        id("cc000006-6e2d-4b58-9f13-a4d7c0e8b219"),
                                        AMELIA,
                                        ContactType.REAL_PERSON.id(),
                                        CLIENT))));
    }

    private static DynamicTest commandCosts(String name, Consumer<Platform> command) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(cost(300, command)).isEqualTo(cost(1, command)));
    }

    private static Cost cost(int number, Consumer<Platform> command) {
        var test = new CostTest();
        try {
            test.enterWorld();
            test.enter(number, "requestor", "receiver", "ACTIVE");
            return test.store.of(() -> command.accept(test.platform));
        } finally {
            test.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotYoursCostsAndSaysWhatWhatIsMissingDoes() {
        return Stream.of(
                sameFor(
                        "invite by id",
                        VIRTUAL_OF_OTHERS,
                        (contact, platform) -> platform.inviteVirtualContact(
                                anybody -> true,
                                new InviteContact(AMELIA, contact, "x@many.example", List.of(CLIENT)))),
                sameFor(
                        "invite by id in the body",
                        VIRTUAL_OF_OTHERS,
                        (contact, platform) -> platform.inviteContact(
                                anybody -> true,
                                new InviteContact(AMELIA, contact, "1@many.example", List.of(CLIENT)))),
                sameFor(
                        "resend",
                        BETWEEN_OTHERS,
                        (request, platform) -> platform.resendConnectionRequest(
                                anybody -> true, new ConnectionRequestResend(request, AMELIA))),
                sameFor(
                        "cancel",
                        BETWEEN_OTHERS,
                        (connection, platform) -> platform.cancelConnection(
                                anybody -> true,
                                new ConnectionStatusUpdate(connection, AMELIA, ContactType.REAL_PERSON.id(), CLIENT))),
                sameFor(
                        "remove",
                        BETWEEN_OTHERS,
                        (connection, platform) -> platform.removeConnection(
                                anybody -> true,
                                new ConnectionStatusUpdate(connection, AMELIA, ContactType.REAL_PERSON.id(), CLIENT))),
                sameFor(
                        "act for somebody else",
                        AMELIA,
                        (contact, platform) ->
                                platform.listContactLinks(nobody -> false, new ContactConnectedLinks(contact))));
    }

    private static DynamicTest sameFor(
            String name, UUID existing, java.util.function.BiConsumer<UUID, Platform> request) {
        return DynamicTest.dynamicTest(name, () -> {
            var test = new CostTest();
            try {
                test.enterWorld();
                test.enter(100, "receiver", "requestor", "CANCELLED");

                assertThat(test.store.of(() -> request.accept(existing, test.platform)))
                        .isEqualTo(test.store.of(() -> request.accept(MISSING, test.platform)));
                assertThat(test.refusal(existing, request)).isEqualTo(test.refusal(MISSING, request));
            } finally {
                test.close();
            }
        });
    }

    private Object refusal(UUID id, java.util.function.BiConsumer<UUID, Platform> request) {
        return RefusedAnswer.of(catchThrowableOfType(Refused.class, () -> request.accept(id, platform)));
    }
}
