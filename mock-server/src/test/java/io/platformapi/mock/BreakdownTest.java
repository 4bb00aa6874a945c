package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.mock.stub.Answer;
import io.platformapi.mock.stub.Stubs;
import io.platformapi.model.AddContactResponse;
import io.platformapi.model.InviteContact;
import io.platformapi.servicestack.ShippedContract;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a client and the log are told when the mock itself fails. */
final class BreakdownTest {

    private static final Contract CONTRACT = ShippedContract.read();

    private final StringWriter log = new StringWriter();

    private HttpResponse answer(RuntimeException fault) {
        Stubs stubs = new Stubs() {
            @Override
            public Answer<AddContactResponse> inviteContact(InviteContact request) {
                throw fault;
            }
        };
        MockOptions options =
                MockOptions.usual().withStubs(stubs.byOperationId()).withLog(new PrintWriter(log, true)::println);
        MockedApi api = MockedApi.of(CONTRACT, options);
        Headers headers = Headers.of("Authorization", "Bearer any", "Content-Type", "application/json")
                .with("Origin", "http://127.0.0.1:3000");
        byte[] body = "{\"EmailAddress\":\"mia@example.org\",\"Roles\":[\"5f0b1a52-0c3e-4d8e-9b0a-2f6a3b1c4d5e\"]}"
                .getBytes(StandardCharsets.UTF_8);
        return api.apply(new HttpRequest("POST", PATH, "", headers, body)).response();
    }

    private static final String PATH = CONTRACT.operation("inviteContact")
            .orElseThrow()
            .path()
            .text()
            .replaceAll("\\{[^}]*}", "5f0b1a52-0c3e-4d8e-9b0a-2f6a3b1c4d5e");

    @Test
    void saysThatTheFaultIsItsOwn() {
        HttpResponse answer = answer(new IllegalStateException("out of ideas"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers().text("Access-Control-Allow-Origin")).isEqualTo("http://127.0.0.1:3000");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("\"ErrorCode\":\"InternalError\"")
                .contains("\"Message\":\"The mock failed to answer. This is a fault of its own, not of the request:"
                        + " please report it with the document.\"");
        assertThat(log.toString())
                .matches("(?s)POST " + PATH + " 500 a fault of the mock, please report it with the document:"
                        + " java\\.lang\\.IllegalStateException: out of ideas at BreakdownTest\\.java:\\d+\\R");
    }
}
