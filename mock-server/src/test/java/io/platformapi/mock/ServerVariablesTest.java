package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations are served below every base path that the variables of their servers make. */
final class ServerVariablesTest {

    private static final Contract SHOPS =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.0.3
            info: {title: Shops, version: '1'}
            servers:
              - url: https://example.com/{edition}/{region}
                variables: {edition: {default: v1, enum: [v1, v2]}, region: {default: eu, enum: [us, eu]}}
              - url: /free/{tenant}
                variables: {tenant: {default: any}}
              - url: /läden/{kind}
                variables: {kind: {default: 'a b', enum: [c-d]}}
            paths:
              /shops: {get: {responses: {'204': {description: Done.}}}}
              /files:
                get:
                  servers: [{url: '/files/{region}', variables: {region: {default: eu, enum: [us]}}}]
                  responses: {'204': {description: Done.}}
            """, URI.create("file:///shops.yaml"), "shops.yaml");

    private final MockEngine mock = new MockEngine(SHOPS, MockOptions.usual());

    @ParameterizedTest
    @CsvSource({
        "/shops, 204",
        "/v1/eu/shops, 204",
        "/v2/us/shops, 204",
        "/v1/us/shops, 204",
        "/v3/us/shops, 404",
        "/free/any/shops, 204",
        "/free/other/shops, 404",
        "/l%C3%A4den/a%20b/shops, 204",
        "/l%c3%a4den/c%2Dd/shops, 204",
        "/l%C3%A4den/shops, 404",
        "/l%C3%A4den%2Fc-d/shops, 404",
        "/v1/eu, 404",
        "/files/eu/files, 204",
        "/files/us/files, 204",
        "/files/us/shops, 404",
        "/files/asia/files, 404"
    })
    void isServedWhereADocumentedValueLeads(String path, int status) {
        assertThat(mock.answer(HttpRequest.of("GET", path, Headers.none())).status())
                .isEqualTo(status);
    }
}
