package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that nobody vouches for is one clear message, and two options. */
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String DOCUMENT = VerifyRun.reads("text/plain", "/a");

    @TempDir
    private static Path folder;

    private static HttpsServer server;
    private static Path certificate;

    @BeforeAll
    static void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        run(
                "keytool -genkeypair -alias own -keyalg EC -dname CN=localhost -ext SAN=dns:localhost -storetype PKCS12"
                        + " -storepass changeit -keystore",
                keys.toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        certificate = Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(store.getCertificate("own").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean known = exchange.getRequestURI().getPath().equals("/a");
                boolean get = exchange.getRequestMethod().equals("GET");
                byte[] body = known && get ? "fine".getBytes(StandardCharsets.UTF_8) : new byte[0];
                exchange.getResponseHeaders().add("Content-Type", "text/plain");
                exchange.getResponseHeaders().add("Allow", "GET");
                exchange.sendResponseHeaders(known ? get ? 200 : 405 : 404, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    private static void run(String command, String last) throws IOException, InterruptedException {
        List<String> words = Stream.concat(Stream.of(command.split(" ")), Stream.of(last))
                .map(word -> word.equals("keytool") ? System.getProperty("java.home") + "/bin/keytool" : word)
                .toList();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static VerifyRun verify(String host, String... more) throws IOException {
        URI url = URI.create("https://" + host + ":" + server.getAddress().getPort());
        return VerifyRun.of(folder, DOCUMENT, url, more);
    }

    @Test
    void namesTheOptionsWhereTheCertificateIsNotTrusted() throws IOException {
        VerifyRun run = verify("localhost");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("https://localhost:" + server.getAddress().getPort()
                        + ": its certificate is not trusted (unable to find valid certification path to requested"
                        + " target); name who vouches for it by --cacert FILE, or take any by --insecure."
                        + System.lineSeparator());
    }

    @Test
    void trustsWhomTheFileNames() throws IOException {
        VerifyRun run = verify("localhost", "--cacert", certificate.toString());

        assertThat(run.out()).contains("1 operation tested.");
        assertThat(run.status()).isZero();
    }

    @Test
    void trustsWhomTheFileNamesUnderItsOwnNameOnly() throws IOException {
        VerifyRun run = verify("127.0.0.1", "--cacert", certificate.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("its certificate is not trusted (No subject alternative names matching IP address");
    }

    @Test
    void trustsAnybodyWhereToldSo() throws IOException {
        assertThat(verify("127.0.0.1", "--insecure").status()).isZero();
    }

    @Test
    void tellsAServerThatSpeaksNoTls() throws IOException {
        try (RawServer plain = RawServer.start((request, out) -> RawServer.answer(out, 200, "text/plain", ""))) {
            plain.greets("HTTP/1.1 400 Bad Request\r\n\r\n");
            VerifyRun run = VerifyRun.of(
                    folder,
                    DOCUMENT,
                    URI.create("https://127.0.0.1:" + plain.address().getPort()));

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("there is no TLS with it (", "; is it an http:// address?");
        }
    }
}
