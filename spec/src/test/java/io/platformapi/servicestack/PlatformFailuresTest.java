package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform calls a broken rule hangs on the rule and the values, not on the words they are told in. */
final class PlatformFailuresTest {

    private static final Contract CONTRACT = new ContractReader(Access.SAME_ORIGIN).read("openapi.yaml");
    private static final String INVITE = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/invite/contact";
    private static final String ROLES = "\"Roles\":[\"5e000001-2b7f-4e19-8c64-0f9d7a3b5e18\"]";

    private static JsonNode status(String target, String body) throws Exception {
        Headers headers = Headers.of("Content-Type", "application/json");
        HttpRequest request = HttpRequest.of("POST", target, headers, body.getBytes(StandardCharsets.UTF_8));
        Route.Found route = (Route.Found) CONTRACT.route(request);
        Refusal refusal =
                Refusal.invalid(RequestCheck.violations(CONTRACT.dialect().bind(route, request)));
        byte[] answer =
                CONTRACT.dialect().refusal(CONTRACT, refusal, route, request).body();
        return new Json().read(answer).path("ResponseStatus");
    }

    @ParameterizedTest
    @CsvSource({
        "a@example.com, null",
        "null, a@example.com",
        "null, nothing",
        "a@example.com, nothing",
        "a@example.com, the value of the path",
        "the value of the path, a@example.com",
        "a@example.com, 12"
    })
    void callsTwoValuesAMismatchWhateverTheySay(String query, String body) throws Exception {
        JsonNode status = status(
                INVITE + "?EmailAddress=" + query.replace(" ", "%20"),
                "{\"EmailAddress\":\"" + body + "\"," + ROLES + "}");

        assertThat(status.path("ErrorCode").asText()).isEqualTo("Mismatch");
        assertThat(status.path("Message").asText())
                .isEqualTo("'EmailAddress' has one value in the query and another in the body.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "nothing",
                "a value: it is required",
                "12 characters",
                "\"a\"",
                "say \"a\"",
                "a\\",
                "a\\n",
                "a\nb"
            })
    void givesBackATextThatIsNoAddressAsItWasSent(String text) throws Exception {
        JsonNode status = status(
                INVITE,
                "{\"EmailAddress\":" + new com.fasterxml.jackson.databind.node.TextNode(text) + "," + ROLES + "}");

        assertThat(status.path("ErrorCode").asText()).isEqualTo("Email");
        assertThat(status.path("Errors")
                        .path(0)
                        .path("Meta")
                        .path("PropertyValue")
                        .asText())
                .isEqualTo(text);
    }

    @Test
    void callsANullNotEmpty() throws Exception {
        JsonNode status = status(INVITE, "{\"EmailAddress\":\"a@example.com\",\"Roles\":[null]}");

        assertThat(status.path("ErrorCode").asText()).isEqualTo("NotEmpty");
        assertThat(status.path("Errors").path(0).path("FieldName").asText()).isEqualTo("Roles[0]");
    }

    @Test
    void countsWhatIsTooLongByTheValueAndNotByItsWords() throws Exception {
        JsonNode status = status(INVITE, "{\"EmailAddress\":\"" + "1".repeat(400) + "@example.com\"," + ROLES + "}");
        JsonNode tooLong = null;
        for (JsonNode error : status.path("Errors")) {
            tooLong = error.path("ErrorCode").asText().equals("MaximumLength") ? error : tooLong;
        }

        assertThat(tooLong).isNotNull();
        assertThat(tooLong.path("Meta").path("TotalLength").asText()).isEqualTo("412");
        assertThat(tooLong.path("Message").asText())
                .isEqualTo("The length of 'Email Address' must be "
                        + tooLong.path("Meta").path("MaxLength").asText()
                        + " characters or fewer. You entered 412 characters.");
    }
}
