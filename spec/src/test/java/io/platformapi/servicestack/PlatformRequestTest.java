package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests of the platform, read from the document as it is written. */
class PlatformRequestTest {

    private static final Contract CONTRACT = new ContractReader(Access.SAME_ORIGIN).read("openapi.yaml");
    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";

    private static BoundRequest bound(HttpRequest request) {
        Route route = CONTRACT.route(request);
        assertThat(route).isInstanceOf(Route.Found.class);
        return CONTRACT.dialect().bind((Route.Found) route, request);
    }

    private static List<String> violations(HttpRequest request) {
        return RequestCheck.violations(bound(request)).stream()
                .map(Violation::toString)
                .toList();
    }

    private static HttpRequest json(String method, String target, String body) {
        Headers headers = Headers.of("Content-Type", "application/json");
        return HttpRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void derivesFortyOperationsFromEight() {
        assertThat(CONTRACT.operations()).hasSize(40);
        assertThat(CONTRACT.warnings()).isEmpty();
    }

    @Test
    void takesMembersFromPathQueryAndBody() {
        BoundRequest request = bound(json(
                "POST",
                "/api/contacts/" + AMELIA + "/invite/contact?roles=5e000001-2b7f-4e19-8c64-0f9d7a3b5e18",
                "{\"emailaddress\":\"a@example.com\"}"));

        assertThat(RequestCheck.violations(request)).isEmpty();
        assertThat(request.message())
                .hasToString("{\"ContactId\":\"" + AMELIA + "\",\"EmailAddress\":\"a@example.com\","
                        + "\"Roles\":[\"5e000001-2b7f-4e19-8c64-0f9d7a3b5e18\"]}");
    }

    @Test
    void namesEveryBadMemberAtOnceWithItsPlace() {
        assertThat(violations(
                        json("POST", "/api/contacts/amelia/invite/contact?Roles=x", "{\"EmailAddress\":\"nobody\"}")))
                .containsExactly(
                        "path ContactId: expected a UUID such as 6f9619ff-8b86-4d11-b42d-00c04fc964ff, received \"amelia\"",
                        "body EmailAddress: expected an e-mail address, received \"nobody\"",
                        "query Roles/0: expected a UUID such as 6f9619ff-8b86-4d11-b42d-00c04fc964ff, received \"x\"");
    }

    @Test
    void namesAnAddressThatNoMailServerCouldTakeInItsPlaceAmongTheOthers() {
        for (String address : List.of("root@localhost", "a@b", "a%b@host")) {
            assertThat(violations(json(
                            "POST",
                            "/api/contacts/amelia/invite/contact?Roles=x",
                            "{\"EmailAddress\":\"" + address + "\"}")))
                    .hasSize(3)
                    .element(1)
                    .isEqualTo(
                            "body EmailAddress: expected an e-mail address that a mail server could take, received \""
                                    + address + "\"");
        }
    }

    @Test
    void takesZerosForNotGiven() {
        assertThat(violations(json(
                        "POST",
                        "/api/connectionrequests/00000000-0000-0000-0000-000000000000/resend",
                        "{\"ContactId\":\"00000000000000000000000000000000\"}")))
                .containsExactly(
                        "path ConnectionRequestId: expected a value: it is required, received nothing",
                        "body ContactId: expected a value: it is required, received nothing");
    }

    @Test
    void refusesAMemberWithTwoValues() {
        assertThat(violations(json(
                        "POST",
                        "/api/contacts/" + AMELIA + "/links?contactid=c0000002-1f4b-4d8a-a37e-5b9c2e6d0f84",
                        "{\"ContactId\":\"{C0000001-1F4B-4D8A-A37E-5B9C2E6D0F84}\"}")))
                .containsExactly("query ContactId: expected the value of the path, " + AMELIA
                        + ", received c0000002-1f4b-4d8a-a37e-5b9c2e6d0f84");
    }

    @Test
    void refusesAMemberThatStandsTwiceInWhateverLetterCaseOnce() {
        for (String first : List.of("\"x\"", "null")) {
            assertThat(violations(json(
                            "POST",
                            "/api/contacts/" + AMELIA + "/invite/contact",
                            "{\"EmailAddress\":" + first + ",\"emailaddress\":\"x\",\"EMAILADDRESS\":\"x\"}")))
                    .containsExactly("body EmailAddress: expected one value, received the member twice");
        }
    }

    @Test
    void answersEveryVerbAndGivesAGetItsMembersByQuery() {
        BoundRequest request = bound(HttpRequest.of(
                "GET",
                "/api/contacts/" + AMELIA
                        + "/connectionrequests/received?ContactTypes=7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70&IncludeIgnoredRequests=1",
                Headers.none()));

        assertThat(RequestCheck.violations(request)).isEmpty();
        assertThat(request.message().get("IncludeIgnoredRequests").asBoolean()).isTrue();
    }

    @Test
    void doesNotTurnJsonTextIntoABoolean() {
        assertThat(
                        violations(
                                json(
                                        "POST",
                                        "/api/contacts/" + AMELIA + "/connectionrequests/sent",
                                        "{\"ContactTypes\":[\"7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70\"],\"IncludeIgnoredRequests\":\"true\"}")))
                .containsExactly("body IncludeIgnoredRequests: expected a boolean, received \"true\"");
    }

    @Test
    void readsCutOffJsonAsMalformed() {
        assertThat(violations(json("POST", "/api/contacts/" + AMELIA + "/links", "{\"ContactId\":")))
                .singleElement()
                .asString()
                .startsWith("body: expected application/json, received line 1, column 14:");
    }

    @Test
    void routesHeadToReadsOnly() {
        Route read = CONTRACT.route(HttpRequest.of("HEAD", "/api/contacts/" + AMELIA + "/links", Headers.none()));
        Route command =
                CONTRACT.route(HttpRequest.of("HEAD", "/api/connections/" + AMELIA + "/cancel", Headers.none()));

        assertThat(read).isInstanceOf(Route.Found.class);
        assertThat(command).isInstanceOf(Route.MethodNotAllowed.class);
    }
}
