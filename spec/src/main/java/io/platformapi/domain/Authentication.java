package io.platformapi.domain;

import java.util.Optional;

/** The way from a credential to whoever holds it: API keys here, tokens of an identity provider elsewhere. */
@FunctionalInterface
public interface Authentication {

    /**
     * Whoever a request comes from.
     *
     * @param name tells clients apart in the log and where requests are counted; no secret
     * @param caller for whom the client may act
     */
    record Client(String name, Caller caller) {}

    /**
     * Who holds the credential. Called once for each request, by many threads at once.
     *
     * @param credential what the client shows of itself, such as a key or a token
     * @return the client; empty if the credential is unknown, revoked or expired
     */
    Optional<Client> client(String credential);
}
