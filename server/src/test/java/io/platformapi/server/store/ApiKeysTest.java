package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.Authentication.Client;
import io.platformapi.domain.ExampleWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
final class ApiKeysTest {

    private static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID LIAM = UUID.fromString("c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84");

    private static final UUID CHLOE = UUID.fromString("c0000004-1f4b-4d8a-a37e-5b9c2e6d0f84");

    private final DatabaseKind kind;
    private final Database database;
    private final ApiKeys keys;
    private Instant now = Instant.parse("2026-11-30T00:00:00Z");

    ApiKeysTest(DatabaseKind kind) {
        this.kind = kind;
        database = kind.open();
        keys = new ApiKeys(database, () -> now);
    }

    @BeforeEach
    void enterWorld() {
        ExampleWorld.enter(new JdbcStore(database));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aKeyLetsItsHolderActForItsContacts() {
        String key = keys.issue("app", List.of(AMELIA));

        Client client = keys.client(key).orElseThrow();
        assertThat(client.name()).isEqualTo("app");
        assertThat(client.caller().mayActFor(AMELIA)).isTrue();
        assertThat(client.caller().mayActFor(LIAM)).isFalse();
    }

    @Test
    void aKeyForManyContactsIsForThoseAndNobodyElse() {
        database.write(handle -> handle.execute("insert into contacts (id, type, full_name) select"
                + " cast('e0000000-0000-4000-8000-' || lpad(cast(x as varchar), 12, '0') as uuid), 'REAL_PERSON', 'Somebody'"
                + " from " + kind.numbers(200)));
        List<UUID> most = database.read(handle -> handle.createQuery("select id from contacts where id <> :liam")
                .bind("liam", LIAM)
                .mapTo(UUID.class)
                .list());
        Client client = keys.client(keys.issue("app", most)).orElseThrow();

        assertThat(most).hasSizeGreaterThan(200).allMatch(client.caller()::mayActFor);
        assertThat(client.caller().mayActFor(LIAM)).isFalse();
        keys.revoke("app");
        assertThat(most).noneMatch(client.caller()::mayActFor);
    }

    @Test
    void aNewKeyTakesThePlaceOfTheClientsLast() {
        String first = keys.issue("app", List.of(AMELIA));
        String second = keys.issue("app", List.of(LIAM));

        assertThat(second).isNotEqualTo(first);
        assertThat(keys.client(first)).isEmpty();
        assertThat(keys.client(second)).isPresent();
    }

    @Test
    void aKeyThatIsRevokedIsAsGoodAsNone() {
        String key = keys.issue("app", List.of());

        assertThat(keys.client(key)).isPresent();
        assertThat(keys.revoke("app")).isTrue();
        assertThat(keys.client(key)).isEmpty();
        assertThat(keys.revoke("app")).isFalse();
    }

    @Test
    void theDatabaseDoesNotHoldTheKey() {
        String key = keys.issue("app", List.of());

        List<String> stored = database.read(handle -> handle.createQuery("select key_hash from client_keys")
                .mapTo(String.class)
                .list());
        assertThat(stored).singleElement().asString().matches("[0-9a-f]{64}").doesNotContain(key);
    }

    @Test
    void oneMoreKeyLeavesThoseThatThereAre() {
        String first = keys.add("app", null, List.of(AMELIA));
        String second = keys.add("app", null, List.of(LIAM));

        assertThat(keys.client(first).orElseThrow().caller().mayActFor(LIAM)).isFalse();
        assertThat(keys.client(second).orElseThrow().caller().mayActFor(LIAM)).isTrue();
    }

    @Test
    void aKeyIsAsGoodAsNoneFromTheMomentAtWhichItExpires() {
        Instant end = now.plusSeconds(60);
        String key = keys.add("app", end, List.of(AMELIA));

        now = end.minusMillis(1);
        assertThat(keys.client(key)).isPresent();
        now = end;
        assertThat(keys.client(key)).isEmpty();
    }

    @Test
    void aRotatedKeyLetsItsHolderInUntilTheOverlapEndsAndTheNewOneForTheSameContacts() {
        String old = keys.add("app", null, List.of(AMELIA));
        String endsSooner = keys.add("app", now.plusSeconds(5), List.of(LIAM));
        String ended = keys.add("app", now.minusSeconds(1), List.of(CHLOE));

        String key = keys.rotate("app", Duration.ofHours(1), null).orElseThrow();

        assertThat(keys.client(ended)).isEmpty();
        now = now.plusSeconds(5);
        assertThat(keys.client(endsSooner)).isEmpty();
        assertThat(keys.client(old)).isPresent();
        now = now.plus(Duration.ofHours(1));
        assertThat(keys.client(old)).isEmpty();
        Client client = keys.client(key).orElseThrow();
        assertThat(List.of(AMELIA, LIAM, CHLOE))
                .filteredOn(client.caller()::mayActFor)
                .containsExactly(AMELIA, LIAM);
    }

    @Test
    void nothingIsRotatedForWhoHasNoKeyThatLasts() {
        keys.add("app", now, List.of(AMELIA));

        assertThat(keys.rotate("app", Duration.ZERO, null)).isEmpty();
        assertThat(keys.rotate("nobody", Duration.ZERO, null)).isEmpty();
    }

    @Test
    void keysAreListedWithoutTellingThemAndTakenBackOneByOne() {
        String first = keys.add("app", null, List.of(AMELIA, LIAM));
        String second = keys.add("app", now.plusSeconds(9), List.of());
        String others = keys.add("zoo", null, List.of());

        List<ApiKeys.Listed> listed = keys.list();
        assertThat(listed).extracting(ApiKeys.Listed::client).containsExactly("app", "app", "zoo");
        assertThat(listed).extracting(ApiKeys.Listed::contacts).containsExactlyInAnyOrder(2, 0, 0);
        assertThat(listed).allSatisfy(key -> {
            assertThat(key.id()).matches("[0-9a-f]{12}");
            assertThat(key.made()).isEqualTo(now);
        });
        String id = listed.stream()
                .filter(key -> key.contacts() == 2)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(keys.revoke("zoo", id)).isFalse();
        assertThat(keys.revoke("app", id)).isTrue();
        assertThat(keys.client(first)).isEmpty();
        assertThat(keys.client(second)).isPresent();
        assertThat(keys.client(others)).isPresent();
    }
}
