package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where requests begin and end, byte by byte: what two readers could read in two ways is refused, and nothing behind it
 * is taken for a request. Each alike by every implementation.
 */
final class FramingTest extends ImplementationTest {

    private static final String CONTACT = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String KEY = "Authorization: Bearer demo\r\n";
    private static final String LINKS = "GET " + CONTACT + "/links.csv HTTP/1.1\r\nHost: a\r\n" + KEY;
    private static final String INVITE =
            "POST " + CONTACT + "/invite/contact HTTP/1.1\r\nHost: a\r\n" + KEY + "Content-Type: application/json\r\n";
    private static final String WRONG = "{\"EmailAddress\":\"%s\"}";

    /** {@code ~} is a carriage return, {@code |} a line feed, {@code ^} a NUL, {@code `} a tab. */
    private static String bytes(String text) {
        return text.replace('~', '\r').replace('|', '\n').replace('^', '\0').replace('`', '\t');
    }

    private void isRefused(int status, String request) throws IOException {
        String answer = Wire.exchanged(running.address(), request);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nDate: ", "\r\nConnection: close\r\n", "\"ResponseStatus\":{\"ErrorCode\":\"")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: +5~|",
                "Content-Length: -5~|",
                "Content-Length: 0x5~|",
                "Content-Length: 5, 5~|",
                "Content-Length: 5 5~|",
                "Content-Length: 5;~|",
                "Content-Length: 5.0~|",
                "Content-Length: ~|",
                "Content-Length: five~|",
                "Content-Length: 5~|Content-Length: 5~|",
                "Content-Length: 5~|Content-Length: 6~|",
                "Content-Length: 0~|content-length: 0~|",
                "Content-Length : 5~|",
                "Content-Length`: 5~|",
                "Content-Length: 5~|Transfer-Encoding: chunked~|",
                "Transfer-Encoding: chunked~|Content-Length: 5~|",
                "Transfer-Encoding: chunked~|Content-Length: 0~|",
                "Transfer-Encoding : chunked~|",
                "Transfer-Encoding: identity~|",
                "Transfer-Encoding: identity, chunked, identity~|",
                "Transfer-Encoding: xchunked~|",
                "Transfer-Encoding: chunkedx~|",
                "Transfer-Encoding: \"chunked\"~|",
                "Transfer-Encoding: chunked, chunked~|",
                "Transfer-Encoding: chunked~|Transfer-Encoding: chunked~|",
                "Transfer-Encoding: chunked, gzip~|",
                "Transfer-Encoding: chunked;q=1~|",
                "Transfer-Encoding: ,chunked~|",
                "Transfer-Encoding: gzip~|",
                "Transfer-Encoding: ~|",
                "Transfer-Encoding: ^chunked~|",
                "Transfer-Encoding: chun~ked~|",
                "Transfer-Encoding:~| chunked~|",
                "X: a~| Transfer-Encoding: chunked~|",
                "X: a|Transfer-Encoding: chunked~|",
                "X: a~Transfer-Encoding: chunked~|",
                "X: a^b~|",
                "X: a~b~|",
                "X: a\u0001b~|",
                "X: a\u007fb~|",
                "X^: a~|",
                "X : a~|",
                "X y: a~|",
                "X(y): a~|",
                "X\u00e4: a~|",
                ": a~|",
                "X~|",
                " X: a~|",
                "Host: a~|",
                "Host: b~|"
            })
    void refusesAHeadThatCanBeReadInTwoWays(String lines) throws IOException {
        boolean unframed = lines.startsWith("X: a~|Transfer-Encoding: chunked");
        String body = unframed ? "zz\r\n" : "0\r\n\r\n";
        isRefused(400, INVITE + bytes(lines) + "\r\n" + body + LINKS + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "deflate,chunked", "GZIP, Chunked", "identity, chunked", "x-new, chunked"})
    void saysWhichCodingItDoesNotRead(String coding) throws IOException {
        isRefused(501, INVITE + "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n" + LINKS + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5|{    ~|0~|~|",
                "5~|{    |0~|~|",
                "5~|{    X0~|~|",
                "5~|{    ~|0|~|",
                "5~|{    ~|0~||",
                "0x5~|{    ~|0~|~|",
                "+5~|{    ~|0~|~|",
                "-5~|{    ~|0~|~|",
                " 5~|{    ~|0~|~|",
                "5 ~|{    ~|0~|~|",
                "5 a~|{    ~|0~|~|",
                "5;~|{    ~|0~|~|",
                "5;a=~|{    ~|0~|~|",
                "5;a=b|c~|{    ~|0~|~|",
                "5;a=\"b~|{    ~|0~|~|",
                "5;a b~|{    ~|0~|~|",
                "5,5~|{    ~|0~|~|",
                "~|{    ~|0~|~|",
                "g~|{    ~|0~|~|",
                "5~|{    ~|0~|X y: a~|~|",
                "5~|{    ~|0~|X: a^~|~|",
                "5~|{    ~|0~|none~|~|",
                "5~|{    ~|0~|X: a~| b~|~|"
            })
    void refusesChunksThatAreNone(String body) throws IOException {
        isRefused(400, INVITE + "Transfer-Encoding: chunked\r\n\r\n" + bytes(body) + LINKS + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5~|{    ~|1~|}~|0~|~|",
                "05~|{    ~|1~|}~|000~|~|",
                "5;a~|{    ~|1;b=c ; d=\"e;\\\"f\"~|}~|0;g~|~|",
                "5~|{    ~|1~|}~|0~|X: a~|Y:~|~|",
                "6~|{    }~|0~|~|"
            })
    void readsChunksHoweverTheyAreCut(String body) throws IOException {
        String request = INVITE + "Transfer-Encoding: Chunked\r\n\r\n" + bytes(body);
        try (Wire wire = new Wire(running.address())) {
            wire.write(request + LINKS + "\r\n");
            assertThat(wire.answer()).startsWith("HTTP/1.1 400 ").contains("'Email Address' must not be empty");
            assertThat(wire.answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "a/b",
                "a?b",
                "a#b",
                "a b",
                "a@b",
                "user:pass@a",
                "a\\b",
                "a%",
                "a%zz",
                "a\"",
                "<a>",
                "a^b",
                "{a}",
                "a|b",
                "a`b",
                "[::1",
                "::1",
                "[::1]a",
                "[::g]",
                "[1.2.3.4]",
                "[]",
                "[::1%25eth0]",
                "a:b",
                "a:80:80",
                "a:-1",
                "a:65536",
                "a:99999999999",
                "http://a",
                "\u00e4",
                "a\u0000",
                "a\u007f"
            })
    void refusesAHostThatIsNone(String host) throws IOException {
        isRefused(400, "GET " + CONTACT + "/links HTTP/1.1\r\nHost: " + host + "\r\n" + KEY + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A.example.com",
                "a:80",
                "a:",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:443",
                "[::ffff:1.2.3.4]",
                "a_b",
                "a%41",
                "xn--bcher-kva.example",
                "a,b",
                "[v1.a:b]",
                "localhost:65535"
            })
    void takesEveryHostThatIsOne(String host) throws IOException {
        String answer = Wire.exchanged(
                running.address(),
                "GET " + CONTACT + "/links HTTP/1.1\r\nHost: " + host + "\r\n" + KEY + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "GET LINKS HTTP/1.1~|, 400",
        "GET LINKS HTTP/1.2~|Host: a~|, 200",
        "GET LINKS HTTP/1.9~|Host: a~|, 200",
        "GET LINKS HTTP/1.0~|, 200",
        "GET LINKS HTTP/2.0~|Host: a~|, 505",
        "PRI * HTTP/2.0~|, 505",
        "GET LINKS HTTP/1.10~|Host: a~|, 505",
        "GET LINKS http/1.1~|Host: a~|, 400",
        "GET LINKS HTTP/1.1 ~|Host: a~|, 505",
        "GET LINKS~|Host: a~|, 400",
        "GET  LINKS HTTP/1.1~|Host: a~|, 400",
        "GET`LINKS`HTTP/1.1~|Host: a~|, 400",
        "GET LINKS`a HTTP/1.1~|Host: a~|, 400",
        "G(T LINKS HTTP/1.1~|Host: a~|, 400",
        "GET http://user@a/ HTTP/1.1~|Host: a~|, 400",
        "GET http:///LINKS HTTP/1.1~|Host: a~|, 400",
        "~|~|GET LINKS HTTP/1.1~|Host: a~|, 200",
        "TRACE LINKS HTTP/1.1~|Host: a~|, 405",
        "TRACE LINKS HTTP/1.1~|Host: a~|Content-Length: 1~|, 400",
        "POST LINKS HTTP/1.0~|Transfer-Encoding: chunked~|, 400"
    })
    void answersEveryRequestLine(String head, int status) throws IOException {
        String request = bytes(head).replace("LINKS", CONTACT + "/links") + KEY + "Connection: close\r\n\r\n";

        assertThat(Wire.exchanged(running.address(), request))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nDate: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBAGE~|", "\u0016\u0003\u0001", "GET / HTTP/1.1~|no colon~|", "GET / HTTP/1.1~|Host:a^"})
    void doesNotWaitForTheRestOfWhatIsNoRequest(String start) throws IOException {
        isRefused(400, bytes(start));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 20})
    void answersPipelinedRequestsInTheirOrder(int number) throws IOException {
        String all = String.join(
                "", IntStream.range(0, number).mapToObj(FramingTest::pipelined).toList());
        for (List<String> parts : List.of(List.of(all), cut(all, 1), cut(all, 97), cut(all, all.length() - 3))) {
            try (Wire wire = new Wire(running.address())) {
                for (String part : parts) {
                    wire.write(part);
                }
                for (int i = 0; i < number; i++) {
                    assertThat(wire.answer()).startsWith("HTTP/1.1 400 ").contains("PropertyValue\":\"no-" + i + "\"");
                }
                assertThat(wire.isSilent()).isTrue();
            }
        }
    }

    /** Now a sized body, now a chunked one. */
    private static String pipelined(int number) {
        String body = WRONG.formatted("no-" + number);
        return number % 3 == 1
                ? INVITE + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                        + "\r\n0\r\n\r\n"
                : INVITE + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static List<String> cut(String text, int at) {
        return at == 1 && text.length() > 2_000
                ? List.of(text.substring(0, 1), text.substring(1))
                : IntStream.rangeClosed(0, (text.length() - 1) / at)
                        .mapToObj(i -> text.substring(i * at, Math.min(text.length(), (i + 1) * at)))
                        .toList();
    }

    @Test
    void answersAClientThatHasNothingMoreToSay() throws IOException {
        try (Wire wire = new Wire(running.address())) {
            wire.write(LINKS + "\r\n" + LINKS + "Connection: close\r\n\r\n");
            assertThat(wire.answer()).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("Connection: close");
            assertThat(wire.rest()).startsWith("HTTP/1.1 200 OK\r\n").contains("Connection: close\r\n");
        }
    }
}
