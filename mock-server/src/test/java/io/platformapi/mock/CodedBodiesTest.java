package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Bodies of requests that are coded (RFC 9110, section 8.4): read where that can be undone, else refused. */
final class CodedBodiesTest {

    private static final Contract NUMBERS =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Numbers, version: '1'}
            paths:
              /numbers:
                post:
                  requestBody: {required: true, content: {application/json: {schema: {type: integer}}}}
                  responses: {'204': {description: Taken.}}
            """, URI.create("file:///numbers.yaml"), "numbers.yaml");

    private final MockedApi mock = MockedApi.of(NUMBERS, MockOptions.usual());

    private HttpResponse send(String coding, byte[] body) {
        Headers headers = Headers.of("Content-Type", "application/json", "Content-Encoding", coding);
        return mock.apply(HttpRequest.of("POST", "/numbers", headers, body)).response();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(byte[] body) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body);
        }
        return zipped.toByteArray();
    }

    @Test
    void aBodyInGzipIsCheckedAsWhatItStandsFor() throws IOException {
        assertThat(send("gzip", zipped(bytes("5"))).status()).isEqualTo(204);
        assertThat(send("X-GZIP", zipped(bytes("5"))).status()).isEqualTo(204);
        assertThat(send("gzip", zipped(bytes("\"five\""))).text())
                .contains("body: expected an integer, received \\\"five\\\"");
        assertThat(send("identity", bytes("5")).status()).isEqualTo(204);
    }

    @Test
    void aBodyThatOnlySaysThatItIsInGzipIsRefused() {
        HttpResponse refused = send("gzip", bytes("5"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("The body is not coded as gzip, or larger than is read.");
    }

    @Test
    void whatWouldBeTooLargeIsNotDecodedToItsEnd() throws IOException {
        assertThat(send("gzip", zipped(new byte[17 << 20])).status()).isEqualTo(400);
    }

    @Test
    void anotherCodingIsRefusedWithWhatIsTaken() {
        HttpResponse refused = send("br", bytes("5"));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.text()).contains("A body that is coded as 'br' is not read here.");
        assertThat(refused.headers().text("Accept-Encoding")).isEqualTo("gzip, identity");
    }
}
