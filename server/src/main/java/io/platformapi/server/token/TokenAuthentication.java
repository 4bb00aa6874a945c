package io.platformapi.server.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.platformapi.domain.Authentication;
import io.platformapi.domain.Unavailable;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signed tokens of one issuer as credentials (RFC 7519, RFC 8725). Safe for many threads.
 *
 * <p>A key is for its own kind of signature only: public keys verify RS256 and ES256, the secret HS256, and nothing is
 * taken that is not signed. A token has to have a subject, an end, and the issuer and audience that are configured.
 */
public final class TokenAuthentication implements Authentication {

    private static final Logger LOG = LoggerFactory.getLogger(TokenAuthentication.class);
    private static final Set<JWSAlgorithm> BY_KEYS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Set<JWSAlgorithm> BY_SECRET = Set.of(JWSAlgorithm.HS256);
    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");
    private static final int LONGEST_SUBJECT = 200;
    private static final int PATIENCE_MILLIS = 2000;
    private static final int LARGEST_KEYS = 1 << 18;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration OUTAGE = Duration.ofHours(4);

    private final TokenSettings settings;
    private final Map<JWSAlgorithm, DefaultJWTProcessor<SecurityContext>> processors = new HashMap<>();

    /** @throws IllegalArgumentException if there are no keys where they should be */
    public TokenAuthentication(TokenSettings settings) {
        this.settings = settings;
        if (!settings.keys().isEmpty()) {
            add(BY_KEYS, keys(settings.keys()));
        }
        if (!settings.secret().isEmpty()) {
            add(BY_SECRET, new ImmutableSecret<>(settings.secret().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void add(Set<JWSAlgorithm> algorithms, JWKSource<SecurityContext> keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                Set.of("sub", "exp"));
        claims.setMaxClockSkew((int) settings.skew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
        algorithms.forEach(algorithm -> processors.put(algorithm, processor));
    }

    private static JWKSource<SecurityContext> keys(String place) {
        if (!TokenSettings.ADDRESS.matcher(place).matches()) {
            return new KeyFile(Path.of(place));
        }
        try {
            var retriever = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEYS);
            return JWKSourceBuilder.create(URI.create(place).toURL(), retriever)
                    .cache(KEPT.toMillis(), 2L * PATIENCE_MILLIS)
                    .rateLimited(SOON.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(place + " is no address of a JWKS", e);
        }
    }

    /** Whether a credential looks like a token: three parts with dots in between. */
    public static boolean isToken(String credential) {
        return credential.chars().filter(letter -> letter == '.').count() == 2;
    }

    @Override
    public Optional<Client> client(String credential) {
        try {
            SignedJWT token = SignedJWT.parse(credential);
            var processor = processors.get(token.getHeader().getAlgorithm());
            return processor == null ? Optional.empty() : client(processor.process(token, null));
        } catch (ParseException | BadJOSEException | IllegalArgumentException e) {
            LOG.debug("a token is not taken", e);
            return Optional.empty();
        } catch (RateLimitReachedException e) {
            return Optional.empty(); // a key that the issuer did not have a moment ago
        } catch (KeySourceException e) {
            throw new Unavailable("the keys of the issuer cannot be read: " + e.getMessage(), SOON, e);
        } catch (JOSEException e) {
            LOG.debug("a token is not taken", e);
            return Optional.empty();
        }
    }

    private Optional<Client> client(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            return Optional.empty();
        }
        Set<UUID> contacts = contacts(claims.getClaim(settings.claim()));
        return Optional.of(new Client("token " + subject, contacts::contains));
    }

    /** The contacts that a claim names; whoever names one that is no id is no client of ours. */
    private static Set<UUID> contacts(Object claim) {
        List<?> named = claim instanceof List<?> several ? several : claim == null ? List.of() : List.of(claim);
        Set<UUID> contacts = new HashSet<>();
        for (Object one : named) {
            UUID id = UUID.fromString(String.valueOf(one));
            if (!id.toString().equalsIgnoreCase(String.valueOf(one))) { // 1-1-1-1-1 is read, too
                throw new IllegalArgumentException("no id of a contact");
            }
            contacts.add(id);
        }
        return contacts;
    }
}
