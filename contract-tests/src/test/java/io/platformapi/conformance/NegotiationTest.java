package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The format of an answer, line by line, in a table: method, {@code Accept}, suffix, {@code format}, type of the
 * request's body; then the status and the type that is sent. A dash is what is not given.
 */
final class NegotiationTest extends ImplementationTest {

    private static final String SENT = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/connectionrequests/sent";
    private static final String MEMBERS =
            "ContactTypes=7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70&IncludeIgnoredRequests=false";

    private static final Map<String, String> BODIES = Map.of(
            "-", "",
            "application/json", "{}",
            "application/xml", "<GetConnectionRequests />",
            "text/jsv", "{}",
            "application/x-www-form-urlencoded", "IncludeIgnoredRequests=0");

    @ParameterizedTest(name = "{0}, Accept: {1}, suffix {2}, format {3}, body {4}")
    @CsvFileSource(resources = "negotiation.tsv", delimiter = '\t')
    void answersInTheFormatAskedFor(
            String method, String accept, String suffix, String format, String body, int status, String type)
            throws IOException {
        String target = SENT + given(suffix) + "?" + MEMBERS + (format.equals("-") ? "" : "&format=" + format);
        Headers headers = with("Accept", accept, with("Content-Type", body, Requests.HEADERS));
        byte[] content = BODIES.getOrDefault(body, "no format").getBytes(StandardCharsets.UTF_8);

        HttpResponse answer = running.answer(HttpRequest.of(method, target, headers, content));

        assertThat(answer.status() + " " + answer.headers().text("Content-Type"))
                .isEqualTo(status + " " + type);
        assertThat(answer.headers().text("Vary")).isEqualTo("Accept");
        assertThat(answer.headers().text("Content-Disposition"))
                .isEqualTo(type.equals("text/csv") ? "attachment;filename=GetConnectionRequests.csv" : "");
    }

    @Test
    void answersABrowserWithAPage() throws IOException {
        Headers headers =
                Requests.HEADERS.with("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        HttpResponse page = running.unchecked(HttpRequest.of("GET", SENT + "?" + MEMBERS, headers));
        HttpResponse named = running.answer(HttpRequest.of("GET", SENT + ".xml?" + MEMBERS, headers));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().text("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.headers().text("Vary")).isEqualTo("Accept");
        assertThat(page.headers().text("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text()).contains("<th scope=\"row\">ConnectionRequests</th>");
        assertThat(named.headers().text("Content-Type")).isEqualTo("application/xml");
    }

    @Test
    void showsABrowserTheRootAndAMissingCredential() throws IOException {
        Headers browser = Headers.of("Accept", "text/html,*/*;q=0.8");

        HttpResponse root = running.unchecked(HttpRequest.of("GET", "/", browser));
        HttpResponse refused = running.unchecked(HttpRequest.of("GET", SENT, browser));

        assertThat(root.text()).contains("<h1>Platform API ").contains("href=\"/api/metadata\"");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("This needs a credential.").contains("Give a credential");
    }

    private static Headers with(String name, String value, Headers headers) {
        return value.equals("-") ? headers : headers.with(name, value);
    }

    private static String given(String cell) {
        return cell.equals("-") ? "" : cell;
    }
}
