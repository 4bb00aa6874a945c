package io.platformapi.server.token;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which signed tokens (JWT, RFC 7519) are taken.
 *
 * @param keys where the issuer's public keys are, a file or a web address of a JWKS (RFC 7517); empty for none
 * @param secret what tokens by HS256 are signed with; empty for none
 * @param issuer whose tokens are taken
 * @param audience for whom they have to be made
 * @param claim which of their claims has the ids of contacts, as a list or one text
 * @param skew how far clocks may differ
 */
public record TokenSettings(String keys, String secret, String issuer, String audience, String claim, Duration skew) {

    static final Pattern ADDRESS = Pattern.compile("https?://.*");
    private static final Pattern SAFE =
            Pattern.compile("https://[^/?#]+.*|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/.*)?");
    private static final int SHORTEST_SECRET = 32;

    /** Whether any token is taken. */
    public boolean areTaken() {
        return !keys.isEmpty() || !secret.isEmpty();
    }

    /** What keeps them from being safe, without the secret. */
    public List<String> violations() {
        var violations = new ArrayList<String>();
        if (ADDRESS.matcher(keys).matches() && !SAFE.matcher(keys).matches()) {
            violations.add("keys have to come by https, or who is in between chooses them");
        }
        if (!secret.isEmpty() && secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
            violations.add("a secret has to have " + SHORTEST_SECRET + " bytes at least");
        }
        if (areTaken() && (issuer.isEmpty() || audience.isEmpty())) {
            violations.add("tokens are taken from an issuer, for an audience: name both");
        }
        return violations;
    }

    @Override
    public String toString() {
        return "tokens of " + issuer + " for " + audience;
    }
}
