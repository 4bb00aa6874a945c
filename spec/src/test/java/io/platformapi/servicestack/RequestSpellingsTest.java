package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What becomes of requests, line by line, in a table: method, target, type of the body (a dash for none), the body as a
 * JSON string; then the members that are bound, or what is wrong with them. That required members are missing is not
 * told.
 */
class RequestSpellingsTest {

    private static final Contract CONTRACT = ShippedContract.read();

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvFileSource(resources = "/spellings/requests.tsv", delimiter = '\t', quoteCharacter = '\0')
    void binds(String method, String target, String type, String body, String result) throws MalformedBody {
        Headers headers = type.equals("-") ? Headers.none() : Headers.of("Content-Type", type);
        byte[] content =
                new Json().read(body.getBytes(StandardCharsets.UTF_8)).asText().getBytes(StandardCharsets.UTF_8);

        assertThat(bound(HttpRequest.of(method, target, headers, content))).isEqualTo(result);
    }

    private static String bound(HttpRequest request) {
        if (!(CONTRACT.route(request) instanceof Route.Found route)) {
            return "no route";
        }
        BoundRequest bound = CONTRACT.dialect().bind(route, request);
        List<Violation> violations = RequestCheck.violations(bound).stream()
                .filter(violation -> !violation.rule().equals("required"))
                .toList();
        return violations.isEmpty()
                ? bound.message().toString()
                : violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    }
}
