package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.servicestack.ShippedContract;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mock as a browser meets it. */
class BrowserTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String LINKS = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/links";
    private static final Contract CONTRACT = ShippedContract.read();
    private static final MockedApi MOCK = MockedApi.of(CONTRACT, MockOptions.usual());

    private static HttpResponse answer(String target, String... more) {
        Headers fields = Headers.of("Host", "127.0.0.1:4010", "Accept", BROWSER).with(Headers.of(more));
        return MOCK.apply(HttpRequest.of("GET", target, fields)).response();
    }

    @Test
    void opensWithAPageOfAllOperations() {
        HttpResponse page = answer("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Platform API")
                .contains("<code>GET " + "/api/contacts/{ContactId}/links</code>")
                .contains("<code>POST /api/contacts/{ContactId}/invite/contact</code>")
                .contains("<a href=\"/__mock/journal\">")
                .doesNotContain("ByGet");
        assertThat(page.body().length).isLessThan(200_000);
    }

    @Test
    void letsOperationsBeTriedAndAsksNobodyElse() {
        HttpResponse page = answer("/api/docs");

        assertThat(answer("/").text()).contains("<a href=\"/api/docs\">Try it out</a>");
        assertThat(page.text())
                .contains("value=\"any\"")
                .doesNotContain("http://")
                .doesNotContain("https://");
        assertThat(page.headers().text("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'");
        Matcher parts = Pattern.compile("(?:src|href)=\"(docs/[^\"]+)\"").matcher(page.text());
        int found = 0;
        for (; parts.find(); found++) {
            assertThat(answer("/api/" + parts.group(1)).status())
                    .as(parts.group(1))
                    .isEqualTo(200);
        }
        assertThat(found).isEqualTo(4);
        assertThat(answer("/api/docs/swagger-initializer.js").status()).isEqualTo(404);
    }

    @Test
    void asksForNoCredentialWhereNobodyNeedsOne() {
        Contract open = new ContractReader(Access.SAME_ORIGIN)
                .read(
                        "openapi: 3.1.0\ninfo: {title: Open, version: '1'}\npaths: {}\n",
                        URI.create("file:///open.yaml"),
                        "open.yaml");
        HttpRequest request = HttpRequest.of("GET", "/api/docs", Headers.of("Accept", BROWSER));

        assertThat(MockedApi.of(open, MockOptions.usual())
                        .apply(request)
                        .response()
                        .text())
                .contains("Try it out")
                .doesNotContain("<form");
    }

    /** The commands without a body, which only ask. */
    @Test
    void givesCommandsThatAreAnsweredAsThePageSays() {
        Matcher commands = Pattern.compile(
                        "\\((2\\d\\d)\\)?[^<]*</summary>\\s*<pre[^>]*>curl &#39;http://127.0.0.1:4010(/[^ ]*?)&#39; -H &#39;Authorization: Bearer any&#39;</pre>")
                .matcher(answer("/").text());
        int found = 0;
        for (; commands.find(); found++) {
            HttpResponse answer = MOCK.apply(HttpRequest.of(
                            "GET", commands.group(2).replace("&amp;", "&"), Headers.of("Authorization", "Bearer any")))
                    .response();
            assertThat(answer.status()).hasToString(commands.group(1));
        }

        assertThat(found).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"/openapi.yaml, application/yaml, openapi: 3.1", "/openapi.json, application/json, '{'"})
    void handsOutItsDocument(String path, String type, String beginning) {
        HttpResponse document = answer(path);

        assertThat(document.contentType()).hasToString("Optional[" + type + "]");
        assertThat(document.text()).startsWith(beginning);
    }

    @Test
    void handsOutADocumentThatIsReadAsTheSameContract() {
        Contract again = new ContractReader(Access.SAME_ORIGIN)
                .read(answer("/openapi.yaml").text(), URI.create("file:///again.yaml"), "again.yaml");

        assertThat(again.document().json()).isEqualTo(CONTRACT.document().json());
    }

    @Test
    void showsAnAnswerAsAPageWithLinksToTheOtherFormats() {
        HttpResponse page = answer(LINKS, "Authorization", "Bearer any");

        assertThat(page.contentType()).hasToString("Optional[text/html;charset=utf-8]");
        assertThat(page.headers().text("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .contains("<th scope=\"row\">EmailAddressBook</th>")
                .contains("<a href=\"" + LINKS + "?format=csv\">text/csv</a>");
    }

    @Test
    void tellsABrowserWithoutCredentialHowToGiveOne() {
        HttpResponse page = answer(LINKS);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.headers().has("WWW-Authenticate")).isTrue();
        assertThat(page.text())
                .contains("This needs a credential.")
                .contains("curl &#39;http://127.0.0.1:4010" + LINKS + "&#39; -H &#39;Authorization: Bearer any&#39;");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINKS + "?format=json", LINKS + ".json"})
    void leavesAlonePathsAndQueriesThatChooseAFormat(String target) {
        assertThat(answer(target, "Authorization", "Bearer any").contentType())
                .hasToString("Optional[application/json]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/plain, */*"})
    void makesNoPageForPrograms(String accept) {
        assertThat(answer(LINKS, "Authorization", "Bearer any", "Accept", accept)
                        .contentType())
                .hasToString("Optional[application/json]");
        assertThat(List.of(answer("/", "Accept", accept).status())).containsExactly(404);
    }
}
