package io.platformapi.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.Node;
import io.platformapi.verify.wire.ClientSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A client that has tokens of its own (RFC 6749, section 4.4).
 *
 * @param url where tokens are had
 * @param scopes what it asks for; none where it asks for whatever it may have
 */
record ClientCredentials(URI url, String id, String secret, List<String> scopes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Where the document says that tokens are had.
     *
     * @throws IllegalArgumentException if it names no place, or another than an address
     */
    static URI url(Contract contract) {
        return contract.securitySchemes().values().stream()
                .map(scheme -> scheme.node()
                        .member("flows")
                        .member("clientCredentials")
                        .member("tokenUrl"))
                .filter(Node::exists)
                .findFirst()
                .map(written -> URI.create(written.json().asText()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the document has no clientCredentials flow, so it has to be given"));
    }

    /**
     * A token.
     *
     * @throws IOException if none is given; the message says why
     */
    String token(ClientSettings settings) throws IOException {
        String form = "grant_type=client_credentials"
                + (scopes.isEmpty() ? "" : "&scope=" + encoded(String.join(" ", scopes)));
        Headers headers = Headers.of(
                "Authorization", "Basic " + AccessOptions.base64(encoded(id) + ":" + encoded(secret)),
                "Content-Type", "application/x-www-form-urlencoded",
                "Accept", "application/json");
        HttpRequest request = HttpRequest.of("POST", "", headers, form.getBytes(StandardCharsets.UTF_8));
        HttpResponse answer;
        try (HttpTarget target = new HttpTarget(url, settings, RunLimits.usual())) {
            answer = target.answer(request);
        } catch (IOException e) {
            throw new IOException("No token from " + url + ": " + Silence.message(e) + ".", e);
        }
        return token(answer);
    }

    private String token(HttpResponse answer) throws IOException {
        JsonNode told = read(answer.text());
        String token = told.path("access_token").asText("");
        if (answer.status() != 200 || !token.matches("[\\x21-\\x7E]+")) {
            String why = told.path("error").asText("");
            throw new IOException("No token from " + url + ": it answers " + answer.status()
                    + (why.isEmpty() ? answer.status() == 200 ? " without access_token" : "" : " (" + why + ")")
                    + ".");
        }
        return token;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
