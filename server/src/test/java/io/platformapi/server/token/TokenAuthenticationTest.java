package io.platformapi.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.domain.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

final class TokenAuthenticationTest {

    private static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID LIAM = UUID.fromString("c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final String SECRET = "a secret of more than thirty-two bytes";
    private static final Date LATER = Date.from(Instant.now().plusSeconds(600));

    private static RSAKey rsa;
    private static ECKey ec;
    private static ECKey foreign;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        foreign = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://id.example")
                .audience("platform")
                .subject("amelia")
                .expirationTime(LATER)
                .claim("contacts", List.of(AMELIA.toString()));
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String byEc(JWTClaimsSet claims) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(), new ECDSASigner(ec), claims);
    }

    private Path keyFile() throws IOException {
        return write(new JWKSet(List.of(rsa, ec)));
    }

    private Path write(JWKSet keys) throws IOException {
        return Files.writeString(folder.resolve("keys.json"), keys.toString(true));
    }

    private static TokenAuthentication taking(String keys, String secret) {
        return new TokenAuthentication(
                new TokenSettings(keys, secret, "https://id.example", "platform", "contacts", Duration.ofSeconds(30)));
    }

    @Test
    void letsInWhoShowsATokenOfTheIssuerByWhicheverSignature() throws Exception {
        TokenAuthentication both = taking(keyFile().toString(), SECRET);
        JWTClaimsSet claims = claims().build();

        Stream.of(
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("rsa")
                                        .build(),
                                new RSASSASigner(rsa),
                                claims),
                        byEc(claims),
                        signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(SECRET), claims))
                .forEach(token -> {
                    Client client = both.client(token).orElseThrow();
                    assertThat(client.name()).isEqualTo("token amelia");
                    assertThat(client.caller().mayActFor(AMELIA)).isTrue();
                    assertThat(client.caller().mayActFor(LIAM)).isFalse();
                });
    }

    /** A token that is not taken. */
    private record Refused(String why, String token) {}

    @TestFactory
    Stream<DynamicTest> takesNoOther() throws Exception {
        TokenAuthentication both = taking(keyFile().toString(), SECRET);
        String good = byEc(claims().build());
        assertThat(both.client(good)).isPresent();
        var confused = new MACSigner(rsa.toRSAPublicKey().getEncoded());
        var named = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build();
        String[] parts = good.split("\\.");
        return Stream.of(
                        new Refused("alg none", new PlainJWT(claims().build()).serialize()),
                        new Refused("alg none, signature left", unsigned("none", parts)),
                        new Refused("alg None, signature left", unsigned("None", parts)),
                        new Refused("without its signature", parts[0] + "." + parts[1] + "."),
                        new Refused("another signature", good.substring(0, good.length() - 8) + "AAAAAAAA"),
                        new Refused(
                                "the public key as a secret",
                                signed(
                                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                                .keyID("rsa")
                                                .build(),
                                        confused,
                                        claims().build())),
                        new Refused(
                                "a key of somebody else's", signed(named, new ECDSASigner(foreign), claims().build())),
                        new Refused(
                                "a key that it brings itself",
                                signed(
                                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                                .jwk(foreign.toPublicJWK())
                                                .build(),
                                        new ECDSASigner(foreign),
                                        claims().build())),
                        new Refused(
                                "another algorithm of the key",
                                signed(
                                        new JWSHeader.Builder(JWSAlgorithm.PS256)
                                                .keyID("rsa")
                                                .build(),
                                        new RSASSASigner(rsa),
                                        claims().build())),
                        new Refused(
                                "another kind of token",
                                signed(
                                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                                .keyID("ec")
                                                .type(new JOSEObjectType("logout+jwt"))
                                                .build(),
                                        new ECDSASigner(ec),
                                        claims().build())),
                        new Refused(
                                "over",
                                with(claims -> claims.expirationTime(
                                        Date.from(Instant.now().minusSeconds(40))))),
                        new Refused("without an end", with(claims -> claims.expirationTime(null))),
                        new Refused(
                                "not yet",
                                with(claims -> claims.notBeforeTime(
                                        Date.from(Instant.now().plusSeconds(40))))),
                        new Refused("of another issuer", with(claims -> claims.issuer("https://id.example.evil"))),
                        new Refused("of no issuer", with(claims -> claims.issuer(null))),
                        new Refused("for somebody else", with(claims -> claims.audience("other"))),
                        new Refused("for nobody", with(claims -> claims.audience((String) null))),
                        new Refused("without a subject", with(claims -> claims.subject(null))),
                        new Refused("with an empty subject", with(claims -> claims.subject(" "))),
                        new Refused("with a very long subject", with(claims -> claims.subject("a".repeat(201)))),
                        new Refused(
                                "with a contact that is none",
                                with(claims -> claims.claim("contacts", List.of("all")))),
                        new Refused("with half an id", with(claims -> claims.claim("contacts", "1-1-1-1-1"))),
                        new Refused("no token", "a.b.c"),
                        new Refused("nothing at all", ".."))
                .map(refused -> DynamicTest.dynamicTest(
                        refused.why(),
                        () -> assertThat(both.client(refused.token())).isEmpty()));
    }

    private static String unsigned(String algorithm, String... parts) {
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"ec\"}";
        return com.nimbusds.jose.util.Base64URL.encode(header) + "." + parts[1] + "." + parts[2];
    }

    private static String with(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return byEc(change.apply(claims()).build());
    }

    @Test
    void forgivesClocksALittle() throws Exception {
        TokenAuthentication keys = taking(keyFile().toString(), "");

        assertThat(keys.client(with(
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(10))))))
                .isPresent();
    }

    @Test
    void readsOneContactOrNoneToo() throws Exception {
        TokenAuthentication keys = taking(keyFile().toString(), "");

        assertThat(keys.client(with(claims -> claims.claim("contacts", LIAM.toString())))
                        .orElseThrow()
                        .caller()
                        .mayActFor(LIAM))
                .isTrue();
        assertThat(keys.client(with(claims -> claims.claim("contacts", null)))
                        .orElseThrow()
                        .caller()
                        .mayActFor(AMELIA))
                .isFalse();
    }

    @Test
    void takesTokensByTheSecretOnlyWhereThereIsOneAndByKeysOnlyWhereThereAreSome() throws Exception {
        String bySecret = signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(SECRET), claims().build());

        assertThat(taking(keyFile().toString(), "").client(bySecret)).isEmpty();
        assertThat(taking("", SECRET).client(byEc(claims().build()))).isEmpty();
        assertThat(taking("", SECRET).client(bySecret)).isPresent();
    }

    @Test
    void readsKeysAgainWhenTheFileHasChangedAndKeepsThoseFromBeforeIfItCannotBeRead() throws Exception {
        Path file = write(new JWKSet(rsa));
        TokenAuthentication keys = taking(file.toString(), "");
        String token = byEc(claims().build());
        assertThat(keys.client(token)).isEmpty();

        write(new JWKSet(List.of(rsa, ec)));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        await(() -> keys.client(token));

        Files.writeString(file, "{");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(10)));
        assertThat(keys.client(token)).isPresent();
    }

    private static void await(Supplier<Optional<Client>> client) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (client.get().isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void asksTheIssuerOnceForItsKeysAndSaysSoIfNobodyIsThere() throws Exception {
        var asked = new AtomicInteger();
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = new JWKSet(ec).toString(true).getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
        String address = "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys";
        TokenAuthentication keys = taking(address, "");
        try {
            assertThat(keys.client(byEc(claims().build()))).isPresent();
            assertThat(keys.client(byEc(claims().build()))).isPresent();
            assertThat(asked).hasValue(1);
        } finally {
            issuer.stop(0);
        }
        TokenAuthentication late = taking(address, "");
        String token = byEc(claims().build());

        assertThat(keys.client(token)).isPresent();
        assertThatThrownBy(() -> late.client(token))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("the keys of the issuer cannot be read:");
    }

    @Test
    void refusesToStartWithoutKeys() {
        Path none = folder.resolve("none.json");

        assertThatThrownBy(() -> taking(none.toString(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(none + " is no file with a JWKS");
    }
}
