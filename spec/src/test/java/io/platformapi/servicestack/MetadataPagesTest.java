package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of services, held against what callers of the platform know of its five. */
class MetadataPagesTest {

    private static final Contract CONTRACT = ShippedContract.read();

    private static String page(String target) {
        return CONTRACT.dialect()
                .page(CONTRACT, HttpRequest.of("GET", target, Headers.none()))
                .map(HttpResponse::text)
                .orElseThrow();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void listsEachServiceInEachFormat() {
        String index = page("/api/metadata");

        assertThat(found("(?<=<th scope=\"row\">)\\w+", index))
                .containsExactly(
                        "ConnectionRequestResend",
                        "ConnectionStatusUpdate",
                        "InviteContact",
                        "GetConnectionRequests",
                        "ContactConnectedLinks");
        assertThat(found("href=\"/api/\\w+/metadata\\?op=\\w+\"", index)).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ConnectionRequestResend | 1 | ConnectionRequestResend ConnectionRequestResendResponse ResponseStatus ResponseError
            ConnectionStatusUpdate | 2 | ConnectionStatusUpdate ConnectionStatusUpdateResponse ResponseStatus ResponseError
            InviteContact | 2 | InviteContact AddContactResponse ResponseStatus ResponseError
            GetConnectionRequests | 2 | GetConnectionRequests GetConnectionRequestsResponse ContactConnectionModel \
            ResponseStatus ContactSummaryModel ResponseError
            ContactConnectedLinks | 1 | ContactConnectedLinks ContactConnectedLinksResponse UserRoleModel \
            UserContactConnectionModel ContactEmailAddress ResponseStatus ResponseError
            """)
    void tellsOfRoutesAndOfEveryType(String service, int routes, String types) {
        String page = page("/api/xml/metadata?op=" + service);

        assertThat(page)
                .contains("<a href=\"/api/metadata\">&lt;back to all web services</a>")
                .contains("<h1>" + service + "</h1>")
                .contains("Requires Authentication")
                .contains("append the <strong>.xml</strong>")
                .contains("<h2>HTTP + XML</h2>");
        assertThat(found("All Verbs", page)).hasSize(routes);
        assertThat(found("(?<=<h2>)\\w+(?= Parameters:)", page)).containsExactly(types.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GetConnectionRequests | ContactId | path | Guid | Yes
            GetConnectionRequests | ContactTypes | body | List&lt;Guid&gt; | Yes
            GetConnectionRequests | IncludeIgnoredRequests | body | bool | Yes
            GetConnectionRequests | ConnectionRequests | form | List&lt;ContactConnectionModel&gt; | Yes
            GetConnectionRequests | ConnectionId | form | Guid? | Yes
            GetConnectionRequests | Contact | form | ContactSummaryModel | Yes
            GetConnectionRequests | RequestorRoleName | form | string | Yes
            GetConnectionRequests | FromDate | form | DateTime? | Yes
            ContactConnectedLinks | EndDate | form | DateTime? | Yes
            ContactConnectedLinks | StartDate | form | DateTime | Yes
            ContactConnectedLinks | Meta | form | Dictionary&lt;string,string&gt; | Yes
            InviteContact | ToContactId | body | Guid | No
            """)
    void tellsOfAMember(String service, String name, String place, String type, String required) {
        assertThat(page("/api/json/metadata?op=" + service))
                .contains("<th scope=\"row\">" + name + "</th>\n<td>" + place + "</td>\n<td>" + type + "</td>\n<td>"
                        + required + "</td>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ConnectionRequestResend | Python | class ConnectionRequestResend:
            InviteContact | Kotlin | open class AddContactResponse
            GetConnectionRequests | TypeScript | export class ContactSummaryModel {
            ContactConnectedLinks | Go | type UserRoleModel struct {
            """)
    void hasATabOfEachLanguageWithTheTypesOfTheServiceAlone(String service, String language, String declaration) {
        String page = page("/api/xml/metadata?op=" + service);

        assertThat(found("(?<=<summary>)[^<]+", page)).hasSize(8).contains(language + " " + service + " DTOs");
        assertThat(page)
                .contains(declaration)
                .contains("\">All types in " + language + "</a>")
                .hasSizeLessThan(200_000);
        assertThat(page("/api/xml/metadata?op=InviteContact")).doesNotContain("ContactSummaryModel");
    }

    @Test
    void showsAnExchangeInTheFormatItself() {
        assertThat(page("/api/other/metadata?op=ConnectionRequestResend"))
                .contains("<h2>HTTP + OTHER</h2>")
                .contains("Accept: text/jsonl\nContent-Type: text/jsonl\nContent-Length: 52\n\n"
                        + "{&quot;ContactId&quot;:&quot;c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84&quot;}")
                .contains("HTTP/1.1 200 OK\nContent-Type: text/jsonl\nContent-Length: 23\n\n"
                        + "{&quot;ResponseStatus&quot;:null}");
    }

    @Test
    void knowsNoOtherServiceAndNoOtherFormat() {
        for (String target :
                List.of("/api/xml/metadata?op=Nobody", "/api/xml/metadata", "/api/pdf/metadata?op=InviteContact")) {
            assertThat(CONTRACT.dialect().page(CONTRACT, HttpRequest.of("GET", target, Headers.none())))
                    .isEmpty();
        }
    }
}
