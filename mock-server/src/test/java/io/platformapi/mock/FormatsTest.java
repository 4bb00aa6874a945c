package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.servicestack.ShippedContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats the mock of the shipped document answers in. */
final class FormatsTest {

    private static final Contract CONTRACT = ShippedContract.read();
    private static final String AMELIA = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
    private static final String LINKS = "/api/contacts/" + AMELIA + "/links";

    private final MockEngine mock = new MockEngine(CONTRACT, MockOptions.usual());

    private static Headers headers(String... more) {
        return Headers.of("Authorization", "Bearer any").and(Headers.of(more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "jsv", "jsonl", "csv"})
    void answersInTheFormatOfTheSuffix(String suffix) {
        HttpResponse answer = mock.answer(HttpRequest.of("GET", LINKS + "." + suffix, headers()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new ResponseCheck(CONTRACT.dialect().bodies(), Undocumented.REFUSED)
                        .violations(CONTRACT.operation("listContactLinksByGet").orElseThrow(), "GET", answer))
                .isEmpty();
    }

    @Test
    void answersInXmlAsThePagesShowIt() {
        HttpResponse answer = mock.answer(HttpRequest.of("GET", LINKS + ".xml", headers()));

        assertThat(answer.headers().text("Content-Type")).isEqualTo("application/xml");
        assertThat(answer.text())
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><ContactConnectedLinksResponse xmlns:i=")
                .contains("<ConnectionContactName>Liam Nguyen</ConnectionContactName>");
    }

    @Test
    void readsXmlAndRefusesInXml() {
        byte[] body = "<InviteContact><EmailAddress>x</EmailAddress></InviteContact>".getBytes(StandardCharsets.UTF_8);
        HttpResponse answer = mock.answer(HttpRequest.of(
                "POST", "/api/contacts/" + AMELIA + "/invite/contact", headers("Content-Type", "text/xml"), body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().text("Content-Type")).isEqualTo("application/xml");
        assertThat(answer.text())
                .contains("xmlns=\"http://schemas.servicestack.net/types\"><ResponseStatus><ErrorCode>")
                .contains("<Message>'Email Address' is not a valid email address.</Message>")
                .contains("<FieldName>Roles</FieldName>");
    }
}
