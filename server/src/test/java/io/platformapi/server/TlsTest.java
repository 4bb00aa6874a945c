package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server over TLS, with its certificate in files. */
final class TlsTest {

    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";

    private static TestCertificate first;
    private static TestCertificate second;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeCertificates(@TempDir Path keys) {
        first = TestCertificate.in(keys);
        second = TestCertificate.in(keys);
    }

    private void write(TestCertificate certificate, Instant time) throws IOException {
        Path chain = Files.writeString(folder.resolve("chain.pem"), certificate.pem());
        Path key = Files.writeString(folder.resolve("key.pem"), certificate.keyPem());
        Files.setLastModifiedTime(chain, FileTime.from(time));
        Files.setLastModifiedTime(key, FileTime.from(time));
    }

    private PlatformServer started() throws IOException {
        return PlatformServer.startDemo(Settings.of(Map.of(
                "port", "0",
                "tls.certificate", folder.resolve("chain.pem").toString(),
                "tls.key", folder.resolve("key.pem").toString())));
    }

    private static HttpResponse<String> links(URI server, TestCertificate trusted) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusted.context()).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/contacts/" + AMELIA + "/links"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + Demo.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"x\":\"" + "y".repeat(40_000) + "\"}"))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void answersEncryptedAndTakesANewCertificateWithoutARestart() throws Exception {
        write(first, Instant.now());
        try (PlatformServer server = started()) {
            assertThat(server.uri().getScheme()).isEqualTo("https");
            assertThat(links(server.uri(), first).statusCode()).isEqualTo(200);
            assertThat(links(server.uri(), first).body()).contains("Liam Nguyen");
            assertThatThrownBy(() -> links(server.uri(), second)).isInstanceOf(SSLHandshakeException.class);

            write(second, Instant.now().plusSeconds(5));
            awaitTrust(server.uri());
            Files.writeString(folder.resolve("key.pem"), "nothing");
            assertThat(links(server.uri(), second).statusCode()).isEqualTo(200);
        }
    }

    private static void awaitTrust(URI server) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                assertThat(links(server, second).statusCode()).isEqualTo(200);
                return;
            } catch (SSLHandshakeException e) {
                assertThat(System.nanoTime()).isLessThan(end);
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    @Test
    void closesWhoeverDoesNotSpeakTls() throws Exception {
        write(first, Instant.now());
        try (PlatformServer server = started();
                var client = new Socket(
                        InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            client.setSoTimeout(10_000);
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void doesNotStartWithTheKeyOfAnotherCertificate() throws Exception {
        write(first, Instant.now());
        Files.writeString(folder.resolve("key.pem"), second.keyPem());

        assertThatThrownBy(this::started)
                .isInstanceOf(UnusableSetting.class)
                .hasMessageEndingWith(": the key is not that of the certificate");
    }

    @Test
    void doesNotStartWithoutACertificateAndItsKey() throws Exception {
        write(first, Instant.now());
        Files.writeString(folder.resolve("key.pem"), second.pem());

        assertThatThrownBy(this::started)
                .isInstanceOf(UnusableSetting.class)
                .hasMessage(folder.resolve("chain.pem") + " and " + folder.resolve("key.pem")
                        + " have to be a certificate and its key, as text (BEGIN CERTIFICATE, BEGIN PRIVATE KEY): there"
                        + " is no key without a password (openssl pkcs8 -topk8 -nocrypt)");
        assertThatThrownBy(() -> Settings.of(Map.of("tls.key", "key.pem")))
                .hasMessage("tls.certificate (PLATFORM_TLS_CERTIFICATE) and tls.key (PLATFORM_TLS_KEY) belong together:"
                        + " there is only one of them");
    }
}
