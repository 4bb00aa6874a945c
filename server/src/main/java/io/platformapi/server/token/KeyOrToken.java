package io.platformapi.server.token;

import io.platformapi.domain.Authentication;
import java.util.Optional;

/**
 * Credentials of two kinds, told apart by how they look.
 *
 * @param keys knows API keys
 * @param tokens knows signed tokens
 */
public record KeyOrToken(Authentication keys, Authentication tokens) implements Authentication {

    @Override
    public Optional<Client> client(String credential) {
        return TokenAuthentication.isToken(credential) ? tokens.client(credential) : keys.client(credential);
    }
}
