package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.Authentication.Client;
import io.platformapi.domain.ExampleWorld;
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

    private final Database database;
    private final ApiKeys keys;

    ApiKeysTest(DatabaseKind kind) {
        database = kind.open();
        keys = new ApiKeys(database);
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

        List<String> stored = database.read(handle -> handle.createQuery("select key_hash from api_keys")
                .mapTo(String.class)
                .list());
        assertThat(stored).singleElement().asString().matches("[0-9a-f]{64}").doesNotContain(key);
    }
}
