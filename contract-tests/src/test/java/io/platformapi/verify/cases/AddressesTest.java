package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an operation with servers of its own is asked, seen from the tested URL. */
class AddressesTest {

    private static Contract contract(String documented, String own) {
        String root = documented.isEmpty() ? "" : "servers: " + servers(documented) + "\n";
        return Documents.contract(root + """
                paths:
                  /usual:
                    get: {operationId: usual, responses: {'200': {description: ok}}}
                  /own:
                    servers: %s
                    get: {operationId: own, responses: {'200': {description: ok}}}
                """.formatted(servers(own)));
    }

    private static String servers(String urls) {
        return Stream.of(urls.split(" "))
                .map(url -> "{url: '" + url + "'}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Operation own(Contract contract) {
        return contract.operation("own").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                    | /v2                        | http://h:1          | /v2
            ''                                    | /v2/                       | http://h:1/test     | /test/v2
            ''                                    | http://h:1/v2              | http://h:1/v1       | /v2
            /v1                                   | /v2                        | http://h:1/v1       | /v2
            /v1                                   | /v2                        | http://h:1/test/v1/ | /test/v2
            https://api.example.com/v1            | https://api.example.com/v2 | http://h:1/v1       | /v2
            https://api.example.com/v1            | https://api.example.com/v1 | http://h:1          | ''
            https://api.example.com/v1            | /v2                        | http://h:1/v1       | /v2
            https://api.example.com               | https://api.example.com/up | http://h:1          | /up
            https://a.example.com https://b.example.com/b | https://b.example.com/c | http://h:1/b     | /c
            https://a.example.com/v1              | https://x.example.com https://a.example.com/v3 | http://h:1/v1 | /v3
            """)
    void beside(String documented, String own, String url, String base) {
        Contract contract = contract(documented, own);
        Addresses addresses = Addresses.of(contract, URI.create(url));

        assertThat(addresses.base(own(contract))).contains(base);
        assertThat(addresses.hindrance(own(contract))).isEmpty();
        assertThat(addresses.base(contract.operation("usual").orElseThrow()))
                .contains(URI.create(url).getPath().replaceAll("/$", ""));
        assertThat(addresses.origin()).isEqualTo(URI.create("http://h:1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                         | https://files.example.com/v1 | http://h:1
            https://api.example.com/v1 | https://files.example.com/v1 | http://h:1/v1
            https://api.example.com/v1 | https://api.example.com/v2   | http://h:1
            http://api.example.com:81  | http://api.example.com:82    | http://h:1
            /v1                        | https://files.example.com    | http://h:1/v1
            """)
    void nowhereElse(String documented, String own, String url) {
        Contract contract = contract(documented, own);
        Addresses addresses = Addresses.of(contract, URI.create(url));

        assertThat(addresses.base(own(contract))).isEmpty();
        assertThat(addresses.hindrance(own(contract)))
                .contains("its own servers (" + own + ") are not at " + url
                        + "; where this stands for them, give --ignore-servers");
        assertThat(Addresses.below(URI.create(url)).base(own(contract)))
                .contains(URI.create(url).getPath());
    }

    @Test
    void theOnlyHostOfAllOperationsIsTheTestedOne() {
        Contract contract = Documents.contract("""
                paths:
                  /a:
                    servers: [{url: 'https://a.example.com/v1'}]
                    get: {operationId: a, responses: {'200': {description: ok}}}
                  /b:
                    get: {operationId: b, servers: [{url: 'https://a.example.com/v2'}], responses: {'200': {description: ok}}}
                """);
        Addresses addresses = Addresses.of(contract, URI.create("http://h:1/v1"));

        assertThat(addresses.base(contract.operation("a").orElseThrow())).contains("/v1");
        assertThat(addresses.base(contract.operation("b").orElseThrow())).contains("/v2");
    }
}
