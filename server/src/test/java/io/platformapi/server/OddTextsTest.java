package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.ExampleWorld;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.DatabaseKind;
import io.platformapi.server.store.JdbcStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that some database does not keep, on their way in. */
final class OddTextsTest {

    @TempDir
    private Path folder;

    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String CLIENT = "5e000003-2b7f-4e19-8c64-0f9d7a3b5e18";

    private static final List<String> ADDRESSES = List.of(
            "a\\u0000b@example.org",
            "\\u0000",
            "\\ud800@example.org",
            "\\udc00\\ud800@example.org",
            "\\\"a\\u0000b\\\"@example.org",
            "\\\"a\\u0001b\\\"@example.org",
            "\\ud83d\\ude00@example.org",
            "%00@example.org",
            "a@exa\\u0000mple.org",
            "x".repeat(64) + "@" + "e".repeat(60) + ".org",
            "İI@example.org");

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void areKeptOrRefusedButNoFailure(DatabaseKind kind) throws Exception {
        Database database = kind.open();
        ExampleWorld.enter(new JdbcStore(database));
        new ApiKeys(database).enter("key", "app", ExampleWorld.CALLER_ACTS_FOR);
        try (PlatformServer server =
                PlatformServer.start(Settings.of(Map.of("port", "0", "mail.folder", folder.toString())), database)) {
            var client = new ServerClient(server.uri(), "key");
            List<Integer> statuses = ADDRESSES.stream()
                    .map(address -> "{\"EmailAddress\":\"" + address + "\",\"Roles\":[\"" + CLIENT + "\"]}")
                    .map(body -> client.post("/api/contacts/" + AMELIA + "/invite/contact", body)
                            .statusCode())
                    .toList();

            assertThat(statuses).allMatch(status -> status < 500).contains(200, 400);
            assertThat(Stream.of("%00", "a%00b", "%ED%A0%80")
                            .map(key -> new ServerClient(server.uri(), key)
                                    .send("GET", "/api/contacts/" + AMELIA + "/links?x=" + key)
                                    .statusCode()))
                    .allMatch(status -> status < 500);
        }
    }
}
