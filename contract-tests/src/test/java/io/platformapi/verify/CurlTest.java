package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words of the commands that reproduce a failure; that they send the same bytes is for {@link CurlBytesTest}. */
class CurlTest {

    private static String command(HttpRequest request) {
        Credentials credentials = new Credentials(Headers.none(), Set.of("X-$Key", "7up"));
        return new Curl("http://h/", credentials, Curl.Secrets.HIDDEN).command(request);
    }

    private static String posting(String body) {
        Headers accepting = Headers.of("Accept", "a/b", "Content-Type", "c/d");
        return command(HttpRequest.of("POST", "/p", accepting, body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String getting(String target, String... headers) {
        return command(HttpRequest.of("GET", target, Headers.of("Accept", "a/b").with(Headers.of(headers))));
    }

    @Test
    void quotesText() {
        assertThat(posting("it's")).isEqualTo("""
                curl -i -X POST -H 'Accept: a/b' -H 'Content-Type: c/d' --data-raw 'it'\\''s' 'http://h/p'""");
    }

    @Test
    void readsNoFileForABodyThatBeginsWithAnAt() {
        assertThat(posting("@/etc/passwd")).contains(" --data-raw '@/etc/passwd' ");
    }

    @Test
    void printsLineEndsAndBytesOctetByOctet() {
        assertThat(posting("--b\r\n\r\n\u0089'\\ 5%\u0000\n--b--")).isEqualTo("""
                printf '\\055-b\\r\\n\\r\\n\\211\\047\\\\ 5%%\\000\\n--b--' | curl -i -X POST -H 'Accept: a/b' \
                -H 'Content-Type: c/d' --data-binary @- 'http://h/p'""");
    }

    @Test
    void printsWhatNoArgumentHolds() {
        assertThat(posting("x".repeat(100_001)))
                .startsWith("printf 'xxx")
                .endsWith("xxx' | curl -i -X POST -H 'Accept: a/b' -H 'Content-Type: c/d' -H 'Expect:'"
                        + " --data-binary @- 'http://h/p'");
    }

    @Test
    void addsNoFieldThatTheCaseHasNot() {
        assertThat(command(HttpRequest.of("GET", "/p", Headers.none()))).isEqualTo("curl -i -H 'Accept:' 'http://h/p'");
        assertThat(command(HttpRequest.of("PUT", "/p", Headers.none(), new byte[] {'1'})))
                .isEqualTo("curl -i -X PUT -H 'Accept:' -H 'Content-Type:' --data-raw '1' 'http://h/p'");
    }

    @Test
    void sendsEveryFieldThatTheCaseHas() {
        assertThat(getting("/p", "X-None", "", "X-Blank", " "))
                .isEqualTo("curl -i -H 'Accept: a/b' -H 'X-Blank;' -H 'X-None;' 'http://h/p'");
        assertThat(command(HttpRequest.of("POST", "/p", Headers.of("Accept", "a/b"))))
                .isEqualTo("curl -i -X POST -H 'Accept: a/b' -H 'Content-Length: 0' 'http://h/p'");
    }

    @Test
    void asksForAHeadAlone() {
        assertThat(command(HttpRequest.of("HEAD", "/p", Headers.of("Accept", "a/b"))))
                .isEqualTo("curl -i --head -H 'Accept: a/b' 'http://h/p'");
    }

    @Test
    void keepsThePathAsItIs() {
        assertThat(getting("/a/../b")).isEqualTo("curl -i --path-as-is -H 'Accept: a/b' 'http://h/a/../b'");
        assertThat(getting("/a/%2E")).contains(" --path-as-is ");
        assertThat(getting("/a/.b/...")).doesNotContain("--path-as-is");
    }

    @Test
    void readsNoPatternOutOfAUrl() {
        assertThat(getting("/a?b[c]={1,2}")).isEqualTo("curl -i --globoff -H 'Accept: a/b' 'http://h/a?b[c]={1,2}'");
    }

    @Test
    void namesAVariableForEachCredential() {
        assertThat(getting("/p", "X-$Key", "secret", "7up", "secret"))
                .isEqualTo("curl -i -H \"7up: $_7UP\" -H 'Accept: a/b' -H \"X-\\$Key: $X__KEY\" 'http://h/p'");
    }
}
