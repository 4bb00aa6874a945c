package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An API with a key and a session, and somebody who gives both. */
class SeveralCredentialsTest {

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read("""
                    openapi: 3.1.0
                    info: {title: T, version: '1'}
                    security: [{key: []}]
                    paths:
                      /pets: {get: {operationId: pets, responses: {'200': {description: d}}}}
                      /me:
                        get: {operationId: me, security: [{session: []}], responses: {'200': {description: d}}}
                      /both:
                        get: {operationId: both, security: [{session: []}, {key: []}], responses: {'200': {description: d}}}
                    components:
                      securitySchemes:
                        key: {type: apiKey, in: header, name: X-Key}
                        session: {type: apiKey, in: cookie, name: sid}
                    """, URI.create("file:///t.yaml"), "t.yaml");

    private static final Credentials BOTH =
            Credentials.of(Headers.of("X-Key", "secret", "Cookie", "theme=dark; sid=abcd"), CONTRACT);

    /** What is sent to an operation with other credentials than those that were given, by the ends of the ids. */
    private static Map<String, HttpRequest> strangers(String operation) {
        return new Cases(CONTRACT, BOTH, new Budget(0, 0, 1))
                .of(CONTRACT.operation(operation).orElseThrow()).stream()
                        .filter(one -> one.id().contains("/credentials-"))
                        .collect(Collectors.toMap(one -> one.id().replaceFirst(".*/", ""), Case::request));
    }

    @Test
    void areWrongTogetherAndWhatLetsNobodyInStays() {
        HttpRequest wrong = strangers("pets").get("credentials-wrong");

        assertThat(wrong.headers().text("X-Key")).isEqualTo("nobodys-credential");
        assertThat(wrong.headers().text("Cookie")).isEqualTo("theme=dark; sid=nobodys-credential");
    }

    @Test
    void ofWhichOneLetsInElsewhereAloneAreTried() {
        HttpRequest key = strangers("me").get("credentials-unlisted");
        HttpRequest session = strangers("pets").get("credentials-unlisted");

        assertThat(key.headers().text("X-Key")).isEqualTo("secret");
        assertThat(key.headers().text("Cookie")).isEqualTo("theme=dark");
        assertThat(session.headers().has("X-Key")).isFalse();
        assertThat(session.headers().text("Cookie")).isEqualTo("theme=dark; sid=abcd");
    }

    /** A key for a header field is none in a query, nor a session in a header field; none of them is shown there. */
    @Test
    void areNoneWhereTheDocumentDoesNotAskForThem() {
        HttpRequest key = strangers("pets").get("credentials-elsewhere");
        HttpRequest session = strangers("me").get("credentials-elsewhere");

        assertThat(key.query()).isEqualTo("X-Key=secret");
        assertThat(key.headers().has("X-Key")).isFalse();
        assertThat(key.headers().text("Cookie")).isEqualTo("X-Key=secret");
        assertThat(session.query()).isEqualTo("sid=abcd");
        assertThat(session.headers().text("sid")).isEqualTo("abcd");
        assertThat(session.headers().has("Cookie")).isFalse();
    }

    @Test
    void areHiddenWhereverTheyAre() {
        for (String operation : List.of("pets", "me")) {
            HttpRequest elsewhere = strangers(operation).get("credentials-elsewhere");
            HttpRequest open = BOTH.open(elsewhere);

            assertThat(open.query()).isEmpty();
            assertThat(open.headers().text("sid") + open.headers().text("X-Key"))
                    .isEmpty();
            assertThat(BOTH.isSecret("sid", "abcd")).isTrue();
            assertThat(BOTH.hidden("curl 'http://h/p?a=b&" + elsewhere.query() + "'"))
                    .matches("curl 'http://h/p\\?a=b&(X-Key='\"\\$X_KEY\"'|sid='\"\\$SID\"')'");
        }
        assertThat(BOTH.isSecret("Accept", "abcd")).isFalse();
        assertThat(BOTH.hidden("curl 'http://h/p?kind=secret'")).isEqualTo("curl 'http://h/p?kind=secret'");
    }

    @Test
    void noneIsOfAnotherSchemeWhereEachLetsIn() {
        assertThat(strangers("both")).doesNotContainKey("credentials-unlisted").containsKey("credentials-wrong");
    }
}
