package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each dialect makes of each kind of refusal. */
final class RefusalsTest {

    private static final ContractReader READER = new ContractReader(Access.SAME_ORIGIN);
    private static final Contract PLAIN = READER.read("src/test/resources/spellings/pets.yaml");
    private static final Contract PLATFORM = READER.read("openapi.yaml");

    private static HttpResponse answer(Contract contract, Refusal.Kind kind) {
        HttpRequest request = HttpRequest.of("GET", "/", Headers.none());
        return contract.dialect().refusal(contract, Refusal.of(kind, "No."), new Route.NotFound(), request);
    }

    private static JsonNode tree(HttpResponse answer) throws Exception {
        return new Json().read(answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "UNROUTED, 404, Not found, 404, NotFound",
        "METHOD, 405, Method not allowed, 405, MethodNotAllowed",
        "CREDENTIALS, 401, Unauthorized, 401, Unauthorized",
        "TOO_MANY, 429, Too many requests, 429, TooManyRequests",
        "TOO_LARGE, 413, Payload too large, 413, PayloadTooLarge",
        "MEDIA_TYPE, 415, Unsupported media type, 415, UnsupportedMediaType",
        "UNACCEPTABLE, 406, Not acceptable, 406, NotAcceptable",
        "FORBIDDEN, 403, Forbidden, 403, Forbidden",
        "PREFERENCE, 422, Preference not understood, 400, SerializationException",
        "UNDOCUMENTED, 404, Not documented, 404, NotFound",
        "UNANSWERED, 500, Nothing documented, 500, InternalError",
        "UNANSWERABLE, 500, Not answerable, 500, InternalError",
        "INVALID_ANSWER, 500, Invalid response, 500, InternalError",
        "NO_HTTP, 400, Bad request, 400, SerializationException",
        "TIMEOUT, 408, Request timeout, 408, RequestTimeout",
        "LONG_TARGET, 414, Uri too long, 414, UriTooLong",
        "LARGE_HEADERS, 431, Headers too large, 431, HeadersTooLarge",
        "CODING, 501, Not implemented, 501, SerializationException",
        "VERSION, 505, Version not supported, 505, SerializationException",
        "FAILURE, 500, Internal error, 500, InternalError"
    })
    void hasOneAnswerInEachDialect(Refusal.Kind kind, int status, String title, int platformStatus, String code)
            throws Exception {
        HttpResponse plain = answer(PLAIN, kind);
        HttpResponse platform = answer(PLATFORM, kind);

        assertThat(plain.status()).isEqualTo(status);
        assertThat(tree(plain))
                .hasToString("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status
                        + ",\"detail\":\"No.\"}");
        assertThat(platform.status()).isEqualTo(platformStatus);
        assertThat(tree(platform).path("ResponseStatus").path("ErrorCode").asText())
                .isEqualTo(code);
        assertThat(tree(platform).path("ResponseStatus").path("Message").asText())
                .isEqualTo("No.");
    }
}
