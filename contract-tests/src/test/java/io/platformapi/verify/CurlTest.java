package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The commands that reproduce a failure. */
class CurlTest {

    private static String command(String body) {
        HttpRequest request = HttpRequest.of("POST", "/p", Headers.none(), body.getBytes(StandardCharsets.ISO_8859_1));
        return new Curl("http://h/", new Credentials(Headers.none(), Set.of()), Curl.Secrets.HIDDEN).command(request);
    }

    @Test
    void quotesText() {
        assertThat(command("it's")).isEqualTo("curl -i -X POST --data-binary 'it'\\''s' 'http://h/p'");
    }

    @Test
    void escapesLineEndsAndBytes() {
        assertThat(command("--b\r\n\r\n\u0089'\\\r\n--b--"))
                .isEqualTo("curl -i -X POST --data-binary $'--b\\r\\n\\r\\n\\x89\\'\\\\\\r\\n--b--' 'http://h/p'");
    }
}
