package io.platformapi.contract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractSiteTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final String BOATS = """
            openapi: 3.1.0
            info: {title: "Boats & <b>oars</b>", version: 2.1.0, summary: Who rows what.}
            security: [{key: []}]
            components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
            paths:
              /boats/{name}:
                get:
                  summary: One boat
                  parameters:
                    - name: name
                      in: path
                      required: true
                      schema: {type: string}
                      examples: {skiff: {value: "Anna's skiff"}, '<wreck>': {value: wreck}}
                  responses:
                    '200':
                      description: the boat
                      content:
                        application/json:
                          schema: {type: object}
                          examples: {skiff: {summary: A <small> boat, value: {oars: 2}}}
                put:
                  deprecated: true
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'204': {description: done}}
              /login:
                get:
                  security: []
                  responses: {'200': {description: a page, content: {text/html: {schema: {type: string}}}}}
            """;

    private static final ContractSite SITE = site(BOATS);

    private static ContractSite site(String document) {
        Contract contract =
                new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///boats.yaml"), "boats.yaml");
        ContractSite.Host host = new ContractSite.Host(
                "Mock server", new Credential("any", "Any will do."), Map.of("/openapi.yaml", "Document as YAML"));
        return new ContractSite(contract, host, new PublishedDocument(() -> "openapi: 3.1.0\n", () -> "{}"));
    }

    private static HttpRequest get(String target, String accept) {
        return HttpRequest.of("GET", target, Headers.of("Host", "127.0.0.1:4010", "Accept", accept));
    }

    private static String root() {
        return SITE.page(get("/", BROWSER)).map(HttpResponse::text).orElseThrow();
    }

    @Test
    void showsABrowserWhatIsServed() {
        assertThat(root())
                .contains("<h1>Boats &amp; &lt;b&gt;oars&lt;/b&gt; <small>version 2.1.0</small>")
                .contains("<p>Who rows what.</p>")
                .contains("<a href=\"/openapi.yaml\">Document as YAML</a>")
                .contains("<code>GET /boats/{name}</code>")
                .contains("Deprecated: clients should stop calling it.")
                .contains("The document shows no whole request of this operation.");
    }

    @Test
    void givesEachExampleAsACommandThatHasACredential() {
        assertThat(root())
                .contains("<summary>skiff (200): A &lt;small&gt; boat</summary>")
                .contains("curl &#39;http://127.0.0.1:4010/boats/Anna%27s%20skiff&#39; -H &#39;X-Key: any&#39;")
                .contains("<summary>&lt;wreck&gt;</summary>");
    }

    @Test
    void needsNoScriptAndAsksForNothingElsewhere() {
        HttpResponse page = SITE.page(get("/", BROWSER)).orElseThrow();

        assertThat(page.text()).doesNotContain("<script").doesNotContain("src=").contains("prefers-color-scheme");
        assertThat(page.headers().text("Content-Security-Policy")).startsWith("default-src 'none';");
    }

    @Test
    void writesNoAddressThatIsNone() {
        HttpRequest request = get("/", BROWSER).with("Host", "evil'; rm -rf ~");

        assertThat(SITE.page(request).orElseThrow().text())
                .contains("&#39;http://127.0.0.1/boats/")
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html;q=0.5", "text/*"})
    void leavesTheRootToWhoeverIsNoBrowser(String accept) {
        assertThat(SITE.page(get("/", accept))).isEmpty();
    }

    @Test
    void leavesToTheDocumentWhatItDescribes() {
        ContractSite own = site("openapi: 3.1.0\ninfo: {title: t, version: 1}\npaths:\n"
                + "  /: {get: {responses: {'200': {description: ours}}}}\n"
                + "  /{any}: {get: {parameters: [{name: any, in: path, required: true, schema: {type: string}}],"
                + " responses: {'200': {description: ours}}}}\n");

        assertThat(own.page(get("/", BROWSER))).isEmpty();
        assertThat(own.page(get("/openapi.yaml", "*/*"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.yaml", "/openapi.json", "/favicon.ico"})
    void handsOutDocumentAndIconToWhoeverAsks(String path) {
        assertThat(SITE.page(get(path, "*/*"))).map(HttpResponse::status).contains(200);
    }

    /** Swagger UI is on the class path of mock and server alone. */
    @Test
    void hasNoPageToTryOperationsOnWithoutSwaggerUi() {
        assertThat(root()).doesNotContain("Try it out");
        assertThat(SITE.page(get("/api/docs", BROWSER))).isEmpty();
        assertThat(SITE.page(get("/api/docs/trial.js", BROWSER))).isEmpty();
    }

    @Test
    void linksToTheTypesOfEachLanguage() {
        assertThat(root()).contains("<a href=\"/api/types\">Types for eight languages</a>");
        assertThat(SITE.page(get("/api/types", "*/*")).map(HttpResponse::text))
                .get(STRING)
                .contains("<a href=\"/api/types/typescript\">TypeScript</a>")
                .contains("curl -o Dtos.java &#39;http://127.0.0.1:4010/api/types/java&#39;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"typescript", "python", "kotlin", "java", "csharp", "swift", "dart", "go"})
    void handsOutTheTypesOfALanguage(String language) {
        HttpResponse file = SITE.page(get("/api/types/" + language, "*/*")).orElseThrow();

        assertThat(file.headers().text("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(file.text()).contains("Types of Boats & <b>oars</b> 2.1.0, made from its document.");
    }

    @Test
    void namesTheLanguagesToWhoeverAsksForAnother() {
        HttpResponse refusal = SITE.page(get("/api/types/cobol", "*/*")).orElseThrow();

        assertThat(refusal.status()).isEqualTo(404);
        assertThat(refusal.text())
                .contains("There are no types for 'cobol'."
                        + " Ask for one of typescript, python, kotlin, java, csharp, swift, dart, go.");
        assertThat(SITE.page(get("/api/typescript", "*/*"))).isEmpty();
    }

    @Test
    void putsAQuestionOfABrowserAsAProgramWould() {
        Optional<ContractSite.Reader> reader = SITE.reader(get("/boats/x", BROWSER));

        assertThat(reader).map(each -> each.asked().headers().text("Accept")).contains("application/json, */*;q=0.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "text/html;q=0.4, application/json;q=0.5",
                "text/html,application/xhtml+xml,image/webp,application/json;q=0.8"
            })
    void leavesProgramsAlone(String accept) {
        assertThat(SITE.reader(get("/boats/x", accept))).isEmpty();
    }

    @Test
    void leavesAnOperationAloneThatAnswersInHtmlItself() {
        assertThat(SITE.reader(get("/login", BROWSER))).isEmpty();
    }

    @Test
    void showsAnAnswerAsATable() {
        String page = page(200, "{\"oars\":2,\"crew\":[{\"name\":\"<i>Ann\"},{\"name\":null}]}");

        assertThat(page)
                .contains("<h1>GET /boats/{name} <small>answered 200</small>")
                .contains("<th scope=\"row\">oars</th>\n<td>2</td>")
                .contains("<th scope=\"col\">name</th>")
                .contains("&lt;i&gt;Ann")
                .contains("-H &#39;Accept: application/json&#39;");
    }

    @Test
    void saysInWordsWhatIsWrongAndHowToGiveACredential() {
        assertThat(page(401, "{\"title\":\"Unauthorized\",\"detail\":\"There is no key.\"}"))
                .contains("This needs a credential. There is no key.")
                .contains("Any will do. A browser does not send it by itself; this does:")
                .contains("curl &#39;http://127.0.0.1:4010/boats/x&#39; -H &#39;X-Key: any&#39;");
    }

    @Test
    void saysToABrowserThatNothingIsThere() {
        HttpResponse answer = HttpResponse.of(
                404,
                "application/json",
                "{\"detail\":\"No operation has this path.\"}".getBytes(StandardCharsets.UTF_8));
        HttpResponse page = SITE.reader(get("/nothing", BROWSER)).orElseThrow().page(answer);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text())
                .contains("<h1>GET /nothing <small>answered 404</small>")
                .contains("There is no such thing. No operation has this path.")
                .contains("<a href=\"/\">What Boats &amp; &lt;b&gt;oars&lt;/b&gt; answers</a>");
        assertThat(SITE.reader(get("/nothing", "*/*"))).isEmpty();
    }

    @Test
    void showsNoMoreThanABrowserCanBear() {
        String rows = "{\"name\":\"" + "x".repeat(3000) + "\"},".repeat(99);

        assertThat(page(200, "[" + rows + "{}]").length()).isLessThan(200_000);
    }

    private static String page(int status, String body) {
        HttpResponse answer = HttpResponse.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
        return SITE.reader(get("/boats/x", BROWSER)).orElseThrow().page(answer).text();
    }
}
