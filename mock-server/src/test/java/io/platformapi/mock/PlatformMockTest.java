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
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The mock of the document it ships with, without HTTP. */
final class PlatformMockTest {

    private static final Contract CONTRACT = ShippedContract.read();
    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String LIAM = "c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String LINKS = "/api/contacts/" + AMELIA + "/links";

    private final MockEngine mock = new MockEngine(CONTRACT, MockOptions.usual());

    private static Headers headers(String... more) {
        return Headers.of("Authorization", "Bearer any").and(Headers.of(more));
    }

    private HttpResponse get(String target, String... headers) {
        return mock.answer(HttpRequest.of("GET", target, headers(headers)));
    }

    private static HttpRequest post(String target, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return HttpRequest.of("POST", target, headers("Content-Type", "application/json"), bytes);
    }

    @Test
    void answersTheFirstExampleOfASuccess() {
        HttpResponse answer = get(LINKS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().text("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text()).startsWith("{\"Roles\":[{").contains("\"ConnectionContactName\":\"Liam Nguyen\"");
    }

    @Test
    void answersWithTheExampleWhoseRequestIsRepeated() {
        HttpResponse answer = get("/api/contacts/" + LIAM + "/links");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("\"ErrorCode\":\"Forbidden\"");
    }

    @Test
    void takesNoRequestForAnExampleThatContradictsItself() {
        String pending = "/api/connections/cc000005-6e2d-4b58-9f13-a4d7c0e8b219/remove";
        String body = "{\"ContactId\":\"" + AMELIA + "\",\"ContactTypeId\":\"7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70\","
                + "\"RoleId\":\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"}";

        assertThat(mock.answer(post(pending, body)).status()).isEqualTo(409);
    }

    @Test
    void answersWithTheExampleThatIsAskedForByName() {
        HttpResponse answer = get(LINKS, "Prefer", "example=try-again-shortly");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().has("Retry-After")).isTrue();
    }

    @Test
    void listsTheExamplesThereAreWhenAskedForAnother() {
        HttpResponse answer = get(LINKS, "Prefer", "code=200, example=nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains("GET /api/contacts/{ContactId}/links has no such response example 'nobody'. "
                        + "It has adviser-with-a-client (200), licensee-with-an-adviser (200).");
    }

    @Test
    void wantsABearerTokenButNoParticularOne() {
        HttpResponse answer = mock.answer(HttpRequest.of("GET", LINKS, Headers.none()));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().text("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.text()).startsWith("{\"ResponseStatus\":{\"ErrorCode\":\"Unauthorized\"");
    }

    @Test
    void wantsOneTokenBehindABlank() {
        for (String given : new String[] {"Bearer", "Bearer a b", "Bearer\ta", "any"}) {
            HttpResponse answer = mock.answer(HttpRequest.of("GET", LINKS, Headers.of("Authorization", given)));

            assertThat(answer.status()).as(given).isEqualTo(401);
        }
    }

    @Test
    void refusesARequestThatBreaksTheContractInThePlatformsWords() {
        HttpResponse answer =
                mock.answer(post("/api/contacts/" + AMELIA + "/invite/contact", "{\"EmailAddress\":\"x\"}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("'Email Address' is not a valid email address.")
                .contains("'Roles' must not be empty.");
    }

    @Test
    void answersWhatAStubSaysInPlaceOfTheExample() {
        UUID made = UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100");
        Stubs stubs = new Stubs() {
            @Override
            public Answer<AddContactResponse> inviteContact(InviteContact request) {
                return Answer.of(new AddContactResponse(made, null));
            }
        };
        MockEngine stubbed = new MockEngine(CONTRACT, MockOptions.usual().withStubs(stubs.byOperationId()));
        String body = "{\"EmailAddress\":\"mia@example.org\",\"Roles\":[\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"]}";

        HttpResponse answer = stubbed.answer(post("/api/contacts/" + AMELIA + "/invite/contact", body));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(made.toString());
    }

    @Test
    void tellsWhichMethodsAPathAnswers() {
        HttpResponse answer = mock.answer(HttpRequest.of("OPTIONS", LINKS, Headers.none()));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers().text("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    }

    @Test
    void saysInTheCodesOfTheDocumentWhatOnlyAMockRefuses() {
        HttpResponse answer = get(LINKS, "Prefer", "example=no-such-example");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains("\"ErrorCode\":\"NotFound\"")
                .contains("has no such response example 'no-such-example'. It has adviser-with-a-client (200), ");
    }
}
