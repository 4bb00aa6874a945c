package io.platformapi.server.store;

import static io.platformapi.server.store.Many.AMELIA;
import static io.platformapi.server.store.Many.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.platformapi.domain.ContactType;
import io.platformapi.domain.InvitationMail;
import io.platformapi.model.ConnectionRequestResend;
import io.platformapi.model.ConnectionStatusUpdate;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.InviteContact;
import io.platformapi.server.store.Scans.Scan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.h2.command.CommandInterface;
import org.h2.engine.Session;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** No statement looks at more rows because there are more: what is looked at is what the request is about. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
final class ScansTest {

    private static final int FEW = 10;
    private static final int MANY = Integer.getInteger("cost.many", 1_000);

    private static final UUID LIAM = id("c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID MATILDA = id("c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID REQUEST = id("cc000005-6e2d-4b58-9f13-a4d7c0e8b219");
    private static final UUID CONNECTION = id("cc000006-6e2d-4b58-9f13-a4d7c0e8b219");

    private final DatabaseKind kind;
    private final List<ScannedWorld> worlds = new ArrayList<>();

    ScansTest(DatabaseKind kind) {
        this.kind = kind;
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }

    @AfterEach
    void close() {
        worlds.forEach(ScannedWorld::close);
    }

    private ScannedWorld world() {
        ScannedWorld world = ScannedWorld.open(kind);
        worlds.add(world);
        return world;
    }

    private ScannedWorld world(int number, String side, String state) {
        ScannedWorld world = world();
        var many = new Many(world.database(), kind, number);
        many.enter(side, state);
        many.enterOthers();
        return world.settled();
    }

    @ParameterizedTest
    @CsvSource({"requestor, ACTIVE", "receiver, ACTIVE", "receiver, PENDING", "requestor, CANCELLED"})
    void requestsAmongManyConnections(String side, String state) {
        ScannedWorld.assertSame(requests(), world(FEW, side, state), world(MANY, side, state));
    }

    /** H2 is asked itself: it gives the command that it has kept. PostgreSQL's driver keeps all. */
    @Test
    void noStatementOfARequestIsParsedOnceMore() throws SQLException {
        assumeThat(kind).isEqualTo(DatabaseKind.H2);
        ScannedWorld world = world();
        List<String> prepared = world.scans().prepared(() -> {
            requests().values().forEach(request -> request.accept(world));
            IntStream.range(0, 20).forEach(number -> invite(world, AMELIA, number + "@more.example"));
            beTold(world, AMELIA);
        });

        Database.Address address = world.database().address();
        List<String> locks = prepared.stream()
                .filter(statement -> statement.endsWith("for update"))
                .toList();
        assertThat(locks).hasSizeBetween(1, address.connections()).containsOnly(locks.get(0));
        Set<String> others = new TreeSet<>(prepared);
        others.removeAll(locks);
        try (Connection connection = DriverManager.getConnection(address.url())) {
            Session session = connection.unwrap(JdbcConnection.class).getSession();
            assertThat(others).isNotEmpty().allMatch(statement -> isKept(session, statement));
        }
    }

    private static boolean isKept(Session session, String statement) {
        CommandInterface command = session.prepareCommand(statement);
        command.close();
        return session.prepareCommand(statement) == command;
    }

    private static Map<String, Consumer<ScannedWorld>> requests() {
        Map<String, Consumer<ScannedWorld>> requests = new LinkedHashMap<>();
        requests.put("invite", world -> invite(world, AMELIA, "charlotte.reid@example.com"));
        requests.put("invite a newcomer", world -> invite(world, AMELIA, "newcomer@example.com"));
        requests.put("be invited", world -> invite(world, LIAM, "amelia.hart@example.com"));
        requests.put(
                "invite by id",
                world -> world.platform()
                        .inviteVirtualContact(
                                contact -> true,
                                new InviteContact(AMELIA, MATILDA, "m.singh@example.org", List.of(CLIENT))));
        requests.put(
                "resend",
                world -> world.platform()
                        .resendConnectionRequest(contact -> true, new ConnectionRequestResend(REQUEST, AMELIA)));
        requests.put(
                "cancel",
                world -> world.platform()
                        .cancelConnection(
                                contact -> true,
                                new ConnectionStatusUpdate(REQUEST, AMELIA, ContactType.VIRTUAL_PERSON.id(), CLIENT)));
        requests.put(
                "remove",
                world -> world.platform()
                        .removeConnection(
                                contact -> true,
                                new ConnectionStatusUpdate(CONNECTION, AMELIA, ContactType.REAL_PERSON.id(), CLIENT)));
        requests.put("be told", world -> beTold(world, LIAM));
        return requests;
    }

    private static void invite(ScannedWorld world, UUID inviter, String address) {
        world.platform().inviteContact(contact -> true, new InviteContact(inviter, null, address, List.of(CLIENT)));
    }

    private static void beTold(ScannedWorld world, UUID contact) {
        List<UUID> types =
                Arrays.stream(ContactType.values()).map(ContactType::id).toList();
        var all = new GetConnectionRequests(contact, types, true);
        world.platform().listSentConnectionRequests(anybody -> true, all);
        world.platform().listReceivedConnectionRequests(anybody -> true, all);
        world.platform().listContactLinks(anybody -> true, new ContactConnectedLinks(contact));
    }

    @Test
    void theWayOfMailAmongManyOthers() {
        ScannedWorld.assertSame(mails(), withMail(FEW), withMail(MANY));
    }

    private ScannedWorld withMail(int number) {
        ScannedWorld world = world();
        for (String dead : List.of("false", "true")) {
            world.database()
                    .write(handle -> handle.execute(
                            "insert into outbox (id, address, inviter, roles, decided, due, tries, dead) select cast('"
                                    + (dead.equals("true") ? "d" : "e")
                                    + "0000000-0000-4000-8000-' || lpad(cast(x as varchar), 12, '0') as uuid),"
                                    + " 'a@b.example', 'Amelia', 'Client', current_timestamp, current_timestamp"
                                    + " - interval '1' hour - x * interval '1' second, 0, " + dead + " from "
                                    + kind.numbers(number)));
        }
        return world.settled();
    }

    private static Map<String, Consumer<ScannedWorld>> mails() {
        Map<String, Consumer<ScannedWorld>> mails = new LinkedHashMap<>();
        mails.put("due", world -> world.outbox().due(5));
        mails.put("taken and sent", world -> world.outbox().sent(taken(world)));
        mails.put("put off", world -> world.outbox().putOff(taken(world), Duration.ofMinutes(1), "away"));
        mails.put("given back", world -> world.outbox().giveBack(taken(world)));
        mails.put("buried", world -> world.outbox().bury(taken(world), "no"));
        mails.put(
                "tried again",
                world -> new DeadLetters(world.database()).retry(List.of(id("d0000000-0000-4000-8000-000000000001"))));
        mails.put(
                "put in",
                world -> new JdbcStore(world.database()).write(transaction -> {
                    transaction.send(new InvitationMail(UUID.randomUUID(), "c@d.example", "Amelia", List.of("Client")));
                    return transaction;
                }));
        return mails;
    }

    private static Outbox.Taken taken(ScannedWorld world) {
        return world.outbox()
                .take(world.outbox().due(1).get(0), Duration.ofMinutes(1))
                .orElseThrow();
    }

    @Test
    void keysAmongManyOthers() {
        Map<String, Consumer<ScannedWorld>> keys = new LinkedHashMap<>();
        keys.put(
                "a client",
                world -> assertThat(new ApiKeys(world.database()).client("secret"))
                        .hasValueSatisfying(client ->
                                assertThat(client.caller().mayActFor(AMELIA)).isTrue()));
        keys.put(
                "nobody",
                world -> assertThat(new ApiKeys(world.database()).client("guessed"))
                        .isEmpty());
        ScannedWorld.assertSame(keys, withKeys(MANY / 10), withKeys(MANY));
    }

    /** So many other keys, and one that is for so many contacts. */
    private ScannedWorld withKeys(int number) {
        ScannedWorld world = world(number, "requestor", "ACTIVE");
        world.database().write(handle -> {
            handle.execute(
                    "insert into client_keys (key_hash, client) select lpad(cast(x as varchar), 64, '0'), 'a' || x"
                            + " from " + kind.numbers(number));
            return handle;
        });
        new ApiKeys(world.database()).enter("secret", "one", List.of(AMELIA));
        world.database().write(handle -> {
            handle.execute("insert into client_key_contacts (key_hash, contact_id) select key_hash, contacts.id"
                    + " from client_keys, contacts where client = 'one' and contacts.id <> '" + AMELIA + "'");
            return handle;
        });
        return world.settled();
    }

    @Test
    void ratesAmongThoseOfOtherMinutes() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Map<String, Consumer<ScannedWorld>> rates = new LinkedHashMap<>();
        rates.put(
                "rates",
                world -> assertThat(new ClientRates(world.database())
                                .exchange(List.of(new ClientRates.Rate("a", now, 5)), now))
                        .isEmpty());
        ScannedWorld.assertSame(rates, withRates(FEW, now), withRates(MANY, now));
    }

    private ScannedWorld withRates(int number, Instant now) {
        ScannedWorld world = world();
        world.database().write(handle -> {
            handle.createUpdate("insert into client_rates (server, client, minute_begins, let_in)"
                            + " select cast('" + LIAM
                            + "' as uuid), 'a' || x, cast(:minute as timestamp with time zone), 1"
                            + " from " + kind.numbers(number))
                    .bind("minute", now.minusSeconds(300))
                    .execute();
            return handle;
        });
        return world.settled();
    }

    /** A row has a contact, and is looked for among what else the two have, in two states and both ways. */
    @ParameterizedTest
    @CsvSource({"requestor, PENDING", "receiver, PENDING", "receiver, ACTIVE"})
    void listsLookAtWhatTheyHave(String side, String state) {
        ScannedWorld world = world(MANY, side, state);
        long listed = Math.min(MANY, 10_000);

        List<Scan> scans = world.scans().of(() -> beTold(world, AMELIA));

        assertThat(scans.stream().mapToLong(Scan::rows).sum())
                .as(scans.toString())
                .isBetween(listed, 40 * listed);
    }
}
