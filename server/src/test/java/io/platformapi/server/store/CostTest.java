package io.platformapi.server.store;

import static io.platformapi.server.store.Many.AMELIA;
import static io.platformapi.server.store.Many.CLIENT;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request costs is what it touches: as many statements whatever there is, and rows by what is answered. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
final class CostTest {

    private static final int FEW = 10;
    private static final int MANY = Integer.getInteger("cost.many", 1_000);
    private static final int LONGEST_LIST = 10_000;

    private static final UUID MISSING = id("cfffffff-0000-4000-8000-000000000000");
    private static final UUID BETWEEN_OTHERS = id("cc000010-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID VIRTUAL_OF_OTHERS = id("e0000000-0000-4000-8000-000000000001");

    private final DatabaseKind kind;
    private final Database database;
    private final CountedStore store;
    private final Platform platform;
    private final List<CostTest> others = new ArrayList<>();

    /** Those that are only looked at, by what they have: making them takes longer than looking at them. */
    private final Map<List<?>, CostTest> worlds = new HashMap<>();

    CostTest(DatabaseKind kind) {
        this.kind = kind;
        database = kind.open();
        store = new CountedStore(database);
        platform = Platform.over(store);
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }

    @BeforeEach
    void enterWorld() {
        ExampleWorld.enter(store);
    }

    @AfterEach
    void close() {
        others.forEach(CostTest::close);
        kind.end(database);
    }

    /** One more world, with Amelia in the middle of so many. */
    private CostTest other(int number, String side, String state) {
        var other = new CostTest(kind);
        others.add(other);
        other.enterWorld();
        new Many(other.database, kind, number).enter(side, state);
        return other;
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
                listCosts("received", "receiver", "PENDING", Platform::listReceivedConnectionRequests),
                listCosts("sent", "requestor", "PENDING", Platform::listSentConnectionRequests),
                listCosts("links of requests", "requestor", "PENDING", CostTest::links),
                listCosts("links of connections", "receiver", "ACTIVE", CostTest::links));
    }

    @FunctionalInterface
    private interface Reading {
        Object of(Platform platform, io.platformapi.domain.Caller caller, GetConnectionRequests request);
    }

    private static Object links(Platform platform, io.platformapi.domain.Caller caller, GetConnectionRequests request) {
        return platform.listContactLinks(caller, new ContactConnectedLinks(request.contactId()));
    }

    private DynamicTest listCosts(String name, String side, String state, Reading reading) {
        return DynamicTest.dynamicTest(name, () -> {
            Cost few = cost(FEW, side, state, reading);
            Cost many = cost(MANY, side, state, reading);
            int listed = Math.min(MANY, LONGEST_LIST);

            assertThat(many.statements()).isEqualTo(few.statements()).hasSizeLessThan(9);
            assertThat(few.rows()).isGreaterThan(FEW);
            assertThat(many.rows()).isGreaterThan(listed).isLessThan(listed / FEW * few.rows());
        });
    }

    private Cost cost(int number, String side, String state, Reading reading) {
        CostTest world = worlds.computeIfAbsent(List.of(number, side, state), absent -> other(number, side, state));
        return world.store.of(() -> reading.of(world.platform, contact -> true, all()));
    }

    @Test
    void answersMoreRequestsThanAListMayHaveByTheNewestTenThousand() {
        new Many(database, kind, 10_050).enter("receiver", "PENDING");

        List<ContactConnectionModel> listed = received();

        assertThat(listed).hasSize(10_000);
        assertThat(listed).isSortedAccordingTo((one, other) -> other.fromDate().compareTo(one.fromDate()));
        assertThat(links(platform, contact -> true, all())).isNotNull();
    }

    @TestFactory
    Stream<DynamicTest> commandsCostTheSameForWhoHasManyConnections() {
        CostTest few = other(FEW, "requestor", "ACTIVE");
        CostTest many = other(MANY, "requestor", "ACTIVE");
        return Stream.of(
                commandCosts(
                        few,
                        many,
                        "invite",
                        platform -> platform.inviteContact(
                                contact -> true,
                                new InviteContact(AMELIA, null, "charlotte.reid@example.com", List.of(CLIENT)))),
                commandCosts(
                        few,
                        many,
                        "invite by id",
                        platform -> platform.inviteVirtualContact(
                                contact -> true,
                                new InviteContact(
                                        AMELIA,
                                        id("c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84"),
                                        "m.singh@example.org",
                                        List.of(CLIENT)))),
                commandCosts(
                        few,
                        many,
                        "resend",
                        platform -> platform.resendConnectionRequest(
                                contact -> true,
                                new ConnectionRequestResend(id("cc000005-6e2d-4b58-9f13-a4d7c0e8b219"), AMELIA))),
                commandCosts(
                        few,
                        many,
                        "cancel",
                        platform -> platform.cancelConnection(
                                contact -> true,
                                new ConnectionStatusUpdate(
                                        id("cc000005-6e2d-4b58-9f13-a4d7c0e8b219"),
                                        AMELIA,
                                        ContactType.VIRTUAL_PERSON.id(),
                                        CLIENT))),
                commandCosts(
                        few,
                        many,
                        "remove",
                        platform -> platform.removeConnection(
                                contact -> true,
                                new ConnectionStatusUpdate(
                                        id("cc000006-6e2d-4b58-9f13-a4d7c0e8b219"),
                                        AMELIA,
                                        ContactType.REAL_PERSON.id(),
                                        CLIENT))));
    }

    private static DynamicTest commandCosts(CostTest few, CostTest many, String name, Consumer<Platform> command) {
        return DynamicTest.dynamicTest(
                name,
                () -> assertThat(many.store.of(() -> command.accept(many.platform)))
                        .isEqualTo(few.store.of(() -> command.accept(few.platform))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotYoursCostsAndSaysWhatWhatIsMissingDoes() {
        new Many(database, kind, 100).enter("receiver", "CANCELLED");
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

    private DynamicTest sameFor(String name, UUID existing, BiConsumer<UUID, Platform> request) {
        return DynamicTest.dynamicTest(name, () -> {
            assertThat(store.of(() -> request.accept(existing, platform)))
                    .isEqualTo(store.of(() -> request.accept(MISSING, platform)));
            assertThat(refusal(existing, request)).isEqualTo(refusal(MISSING, request));
        });
    }

    private Object refusal(UUID id, BiConsumer<UUID, Platform> request) {
        return RefusedAnswer.of(catchThrowableOfType(Refused.class, () -> request.accept(id, platform)));
    }
}
