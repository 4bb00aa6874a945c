package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.MediaType;
import io.platformapi.domain.Authentication;
import io.platformapi.domain.Connection;
import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.ContactType;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Party;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Profile;
import io.platformapi.domain.Role;
import io.platformapi.domain.Store;
import io.platformapi.domain.Transaction;
import io.platformapi.domain.Unavailable;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.WireMapper;
import io.platformapi.servicestack.ShippedContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that are too long to be held: they are the same as if they were, and nobody takes a part for the whole. */
final class LongListTest {

    private static final int MANY = 600;
    private static final UUID MIA = UUID.fromString("c0000001-0000-4000-8000-000000000000");
    private static final Role COACH =
            new Role(UUID.fromString("5e000001-0000-4000-8000-000000000000"), "Coach", false, null, null, null);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<UUID> TYPES = List.of(ContactType.REAL_PERSON.id());
    private static final String RECEIVED = "/api/contacts/" + MIA + "/connectionrequests/received?ContactTypes="
            + TYPES.get(0) + "&IncludeIgnoredRequests=false";
    private static final String LINKS = "/api/contacts/" + MIA + "/links";
    private static final Contract CONTRACT = ShippedContract.read();

    private static final Faltering STORE = new Faltering();
    private static final Platform PLATFORM = Platform.over(STORE);
    private static PlatformServer server;
    private static ServerClient client;

    /** A store that is away after so many looks at it. */
    private static final class Faltering implements Store {

        private final Store whole = new MemoryStore();
        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

        @Override
        public <T> T read(Function<? super Transaction, T> work) {
            if (left.getAndDecrement() <= 0) {
                throw new Unavailable("the store is away", Duration.ofSeconds(1), null);
            }
            return whole.read(work);
        }

        @Override
        public <T> T write(Function<? super Transaction, T> work) {
            return whole.write(work);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        STORE.write(transaction -> {
            transaction.save(COACH);
            ContactRole mia = enter(transaction, MIA, "Mia");
            for (int number = 0; number < MANY; number++) {
                ContactRole other = enter(transaction, UUID.randomUUID(), "Person <\"" + (MANY - number) + "\">, a");
                transaction.save(connection(other, mia, ConnectionState.PENDING, number));
                transaction.save(connection(mia, other, ConnectionState.ACTIVE, number));
            }
            return transaction;
        });
        Authentication authentication =
                key -> Optional.of(new Authentication.Client("mia", contact -> contact.equals(MIA)));
        server = PlatformServer.start(Settings.of(Map.of("port", "0")), PLATFORM, authentication);
        client = new ServerClient(server.uri(), "key");
    }

    private static ContactRole enter(Transaction transaction, UUID id, String name) {
        transaction.save(new Contact(id, ContactType.REAL_PERSON, name, id + "@example.org", null, Profile.EMPTY));
        var role = new ContactRole(UUID.randomUUID(), id, COACH.id(), NOON, null);
        transaction.save(role);
        return role;
    }

    private static Connection connection(ContactRole from, ContactRole to, ConnectionState state, int number) {
        Instant since = NOON.plusSeconds(number / 7); // some at one moment
        return new Connection(UUID.randomUUID(), party(from), party(to), state, null, since, since, null);
    }

    private static Party party(ContactRole held) {
        return new Party(held.contactId(), held.id(), held.roleId());
    }

    @AfterEach
    void beThere() {
        STORE.left.set(Integer.MAX_VALUE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode tree(Object answer) {
        return WireMapper.create().valueToTree(answer);
    }

    private static String written(String operation, String type, JsonNode answer) {
        Content content = CONTRACT.operation(operation)
                .orElseThrow()
                .response(200)
                .flatMap(response -> response.content(MediaType.of("application/json")))
                .orElseThrow();
        byte[] bytes = CONTRACT.dialect()
                .bodies()
                .write(content.as(MediaType.of(type)), answer)
                .bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json",
        "xml, application/xml",
        "csv, text/csv",
        "jsv, text/jsv",
        "other, text/jsonl",
    })
    void areWrittenInEachFormatAsTheyWereAsAWhole(String format, String type) {
        var all = new GetConnectionRequests(MIA, TYPES, false);

        HttpResponse<String> received = client.send("GET", RECEIVED + "&format=" + format);
        HttpResponse<String> links = client.send("GET", LINKS + "?format=" + format);

        assertThat(received.body())
                .isEqualTo(written(
                        "listReceivedConnectionRequests",
                        type,
                        tree(PLATFORM.listReceivedConnectionRequests(contact -> true, all))));
        assertThat(links.body())
                .isEqualTo(written(
                        "listContactLinks",
                        type,
                        tree(PLATFORM.listContactLinks(contact -> true, new ContactConnectedLinks(MIA)))));
        assertThat(received.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void areShownToPeopleWhole() {
        String page = client.send("GET", LINKS, "Accept", "text/html").body();

        assertThat(page).contains("<!doctype html>", "Person &lt;", "&gt;, a");
    }

    @Test
    void areRefusedAsAWholeWhereTheStoreIsAwayFromTheBeginning() {
        STORE.left.set(0);

        assertThat(client.send("GET", RECEIVED).statusCode()).isEqualTo(503);
    }

    @Test
    void areBrokenOffWhereTheStoreIsAwayHalfWay() throws Exception {
        try (var log = HeardLog.of("io.platformapi.server.http.Failures", Level.ERROR)) {
            STORE.left.set(2);

            assertThatThrownBy(() -> client.send("GET", RECEIVED)).isInstanceOf(UncheckedIOException.class);
            assertThat(log.await(line -> line.getMessage().contains("broken off"))
                            .getFormattedMessage())
                    .matches("failure [0-9a-f]{8}: an answer is broken off after \\d{6} bytes:"
                            + " io.platformapi.domain.Unavailable: the store is away");
        }
    }
}
