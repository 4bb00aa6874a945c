package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.servicestack.ShippedContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The mock that remembers. */
final class PlatformWorldTest {

    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String SENT = "/api/contacts/" + AMELIA + "/connectionrequests/sent"
            + "?ContactTypes=7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70&IncludeIgnoredRequests=false";
    private static final String ASKED_JACK = "cc000005-6e2d-4b58-9f13-a4d7c0e8b219";

    private final MockEngine mock = new MockEngine(
            ShippedContract.read(),
            MockOptions.usual().withStubs(PlatformWorld.ofExamples().byOperationId()));

    private HttpResponse post(String target, String... members) {
        String body = "{\"ContactId\":\"" + AMELIA + "\"" + String.join("", members) + "}";
        Headers headers = Headers.of("Authorization", "Bearer any", "Content-Type", "application/json");
        return mock.answer(HttpRequest.of("POST", target, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse cancel(String connection, String contactType) {
        return post(
                "/api/connections/" + connection + "/cancel",
                ",\"ContactTypeId\":\"" + contactType + "\"",
                ",\"RoleId\":\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"");
    }

    @Test
    void showsWhatARequestHasChanged() {
        assertThat(post(SENT).text()).contains(ASKED_JACK);

        assertThat(cancel(ASKED_JACK, "7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70").status())
                .isEqualTo(200);

        assertThat(post(SENT).text()).doesNotContain(ASKED_JACK);
    }

    @Test
    void refusesByTheRulesOfTheService() {
        HttpResponse answer = cancel("cc000006-6e2d-4b58-9f13-a4d7c0e8b219", "7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("\"ErrorCode\":\"CancelNotAllowed\"");
    }

    @Test
    void asksNobodyTwiceInAnHourThoughTheFirstRequestWasWithdrawn() {
        String matilda = "/api/contacts/" + AMELIA + "/invite/c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84";
        String[] members = {
            ",\"EmailAddress\":\"matilda.singh@example.com\"", ",\"Roles\":[\"5e000003-2b7f-4e19-8c64-0f9d7a3b5e18\"]"
        };
        assertThat(post(matilda, members).status()).isEqualTo(200);
        String request = post(SENT).text().replaceFirst("(?s).*?\"ConnectionRequestId\":\"([^\"]*)\".*", "$1");
        assertThat(cancel(request, "7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70").status())
                .isEqualTo(200);

        HttpResponse again = post(matilda, members);

        assertThat(again.status()).isEqualTo(429);
        assertThat(Integer.parseInt(again.headers().text("Retry-After"))).isBetween(3500, 3600);
    }

    @Test
    void saysAfterHowManySecondsAReminderMaySendAgain() {
        String resend = "/api/connectionrequests/" + ASKED_JACK + "/resend";
        assertThat(post(resend).status()).isEqualTo(200);

        HttpResponse repeated = post(resend);

        assertThat(repeated.status()).isEqualTo(429);
        assertThat(Integer.parseInt(repeated.headers().text("Retry-After"))).isBetween(3500, 3600);
    }
}
