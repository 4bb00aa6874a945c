package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Request lines that no client library sends, each answered alike by every implementation, in the contract's words. */
final class TargetsTest extends ImplementationTest {

    private static final String LINKS = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/links";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`',
            value = {
                "GET | LINKS | 200 | {\"Roles\":[",
                "GET | http://example.com/LINKS | 200 | {\"Roles\":[",
                "GET | LINKS.csv?a=% | 200 | Roles,",
                "GET | LINKS?a=\"<>{}[]^\\&%=%zz&format=csv | 200 | Roles,",
                "GET | LINKS?format=% | 406 | There is no format '%'.",
                "GET | LINKS?ContactId=% | 400 | 'ContactId' has one value in the path and another in the query.",
                "GET | LINKS#top | 404 | No operation has the path LINKS#top.",
                "GET | LINKS% | 404 | No operation has the path LINKS%.",
                "GET | LINKS[] | 404 | No operation has the path LINKS[].",
                "GET | links | 404 | No operation has the path links.",
                "GET | * | 404 | No operation has the path *.",
                "GET | /api/contacts/{ContactId}/links.csv | 400 | '{ContactId}' is an Invalid value for 'ContactId'",
                "GET | LINKS two | 505 | The request's version of HTTP is not spoken here; 1.1 is.",
                "CONNECT | LINKS | 400 | This is no HTTP request that can be read.",
                "CONNECT | example.com:443 | 400 | This is no HTTP request that can be read."
            })
    void answersEveryTarget(String method, String target, int status, String text) throws IOException {
        String answer = answer(method + " " + target.replace("/LINKS", LINKS).replace("LINKS", LINKS));

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains(text.replace("LINKS", LINKS));
        assertThat(answer.lines()).contains("Vary: Accept");
    }

    private String answer(String line) throws IOException {
        try (Socket socket =
                new Socket(running.address().getHost(), running.address().getPort())) {
            socket.setSoTimeout(5_000);
            String request = line + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + Running.CREDENTIAL
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
