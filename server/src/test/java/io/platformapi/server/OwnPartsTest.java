package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.Authentication;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.domain.Caller;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.Mail;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Store;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A server in which store, mail and credentials are somebody else's: the snippets of the guide to the server. */
final class OwnPartsTest {

    private static final String LINKS = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/links";

    /** What a token says once its signature is checked. */
    private record Claims(String subject, Set<UUID> contacts) {}

    private static Optional<Claims> verified(String token) {
        return token.equals("signed")
                ? Optional.of(new Claims("amelia", ExampleWorld.CALLER_ACTS_FOR))
                : Optional.empty();
    }

    @Test
    void takesCredentialsOfAnotherKind() throws IOException {
        Mail mail = invitation -> {};
        Store store = new MemoryStore(mail);
        ExampleWorld.enter(store);

        Authentication authentication = token -> verified(token).map(claims -> {
            Caller caller = claims.contacts()::contains;
            return new Client(claims.subject(), caller);
        });
        Platform platform = Platform.over(store);
        try (PlatformServer server = PlatformServer.start(Settings.of(Map.of("port", "0")), platform, authentication)) {

            assertThat(new ServerClient(server.uri(), "signed")
                            .send("GET", LINKS)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(new ServerClient(server.uri(), "forged")
                            .send("GET", LINKS)
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
