package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests are let in by their heads: who is refused is told so before a byte of the body is sent. */
final class AdmissionTest extends ImplementationTest {

    private static final String CONTACT = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String KEY = "Authorization: Bearer demo\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private static String post(String path, String fields) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
    }

    /** Everything is wrong with a request from some point on. */
    @ParameterizedTest
    @CsvSource({
        "/nope, '', image/png, 99999999, 404, NotFound",
        "CONTACT/links, LINK, image/png, 99999999, 405, MethodNotAllowed",
        "CONTACT/links, '', image/png, 99999999, 401, Unauthorized",
        "CONTACT/links, KEY, image/png, 99999999, 413, PayloadTooLarge",
        "CONTACT/links, KEY, application/json, 65537, 413, PayloadTooLarge",
        "CONTACT/links, KEY, application/json, 99999999999999999999999, 413, PayloadTooLarge",
        "CONTACT/links, KEY, image/png, 60000, 415, UnsupportedMediaType",
        "CONTACT/links.png, KEY, application/json, 60000, 404, NotFound",
        "CONTACT/links?format=png, KEY, application/json, 60000, 406, NotAcceptable"
    })
    void refusesByTheHeadInTheOrderOfRefusals(
            String path, String key, String type, String length, int status, String code) throws IOException {
        String fields = (key.equals("KEY") ? KEY : "") + "Content-Type: " + type + "\r\nAccept: application/json\r\n";
        String method = key.equals("LINK") ? "LINK" : "POST";
        for (String framing : new String[] {"Content-Length: " + length, "Transfer-Encoding: chunked"}) {
            if (status == 413 && framing.startsWith("T")) {
                continue; // whose length shows later
            }
            try (Wire wire = new Wire(running.address())) {
                wire.write(post(path.replace("CONTACT", CONTACT), fields + framing + "\r\n")
                        .replace("POST", method));
                assertThat(wire.answer()).startsWith("HTTP/1.1 " + status + " ").contains(code);
            }
        }
    }

    @Test
    void asksForABodyOnlyWhenItIsLetIn() throws IOException {
        String expecting = "Expect: 100-continue\r\nContent-Length: 2\r\n";
        try (Wire wire = new Wire(running.address())) {
            wire.write(post(CONTACT + "/invite/contact", KEY + JSON + expecting));
            assertThat(wire.answer()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            wire.write("{}");
            assertThat(wire.answer()).startsWith("HTTP/1.1 400 ").contains("'Email Address' must not be empty");
        }
        for (String refused : new String[] {
            post("/nope", JSON + expecting),
            post(CONTACT + "/links", JSON + expecting),
            post(CONTACT + "/links", KEY + "Content-Type: image/png\r\n" + expecting),
            post(CONTACT + "/links", KEY + JSON + expecting.replace("2", "70000"))
        }) {
            assertThat(Wire.exchanged(running.address(), refused))
                    .startsWith("HTTP/1.1 4")
                    .contains("Connection: close\r\n")
                    .doesNotContain("100 Continue");
        }
    }

    @Test
    void keepsAConnectionWhoseRefusedBodyIsSmall() throws IOException {
        String body = "x".repeat(60_000);
        try (Wire wire = new Wire(running.address())) {
            wire.write(post("/nope", JSON + "Content-Length: 60000\r\n") + body + post("/nope", ""));
            assertThat(wire.answer()).startsWith("HTTP/1.1 404 ").doesNotContain("Connection: close");
            assertThat(wire.answer()).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void closesAConnectionWhoseRefusedBodyIsLargeOrWithoutALength() throws IOException {
        for (String framing : new String[] {"Content-Length: 70000\r\n", "Transfer-Encoding: chunked\r\n"}) {
            assertThat(Wire.exchanged(running.address(), post("/nope", JSON + framing)))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("Connection: close\r\n");
        }
    }

    @Test
    void refusesABodyInChunksOnceItIsTooLarge() throws IOException {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        String request = post(CONTACT + "/links", KEY + JSON + "Transfer-Encoding: chunked\r\n");

        assertThat(Wire.exchanged(running.address(), request + chunk + chunk + "1\r\nx"))
                .startsWith("HTTP/1.1 413 ")
                .contains("The body is larger than 65536 bytes.");
        assertThat(Wire.exchanged(running.address(), request + "1\r\n \r\n10001\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void saysThatAChunkIsTooLargeBeforeItComes() throws IOException {
        String request = post(CONTACT + "/links", KEY + JSON + "Transfer-Encoding: chunked\r\n");

        assertThat(Wire.exchanged(running.address(), request + "fffffffffff\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(Wire.exchanged(running.address(), request + "10001\r\n")).startsWith("HTTP/1.1 413 ");
    }
}
