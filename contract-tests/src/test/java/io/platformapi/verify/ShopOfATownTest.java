package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Sources;
import io.platformapi.verify.Shop.Mistake;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop whose addresses begin with its town, of which no operation is about: others than one are not the client's. */
class ShopOfATownTest {

    private static final String TOWN = "/towns/north";
    private static final Contract CONTRACT = contract();

    private static Contract contract() {
        ObjectNode document = Sources.read("src/test/resources/io/platformapi/verify/shop.yaml", Access.SAME_ORIGIN)
                .json()
                .deepCopy();
        ObjectNode paths = document.withObject("/paths");
        for (String path :
                List.copyOf(paths.properties().stream().map(Map.Entry::getKey).toList())) {
            ObjectNode operations = (ObjectNode) paths.remove(path);
            ArrayNode parameters = operations.withArray("parameters");
            ObjectNode town = parameters.addObject().put("name", "town").put("in", "path");
            town.put("required", true).put("example", "north");
            town.putObject("schema").put("type", "string").put("pattern", "^[a-z]{2,9}$");
            operations.forEach(operation -> {
                if (operation.path("responses") instanceof ObjectNode responses) {
                    responses.set("403", responses.get("401"));
                }
            });
            paths.set("/towns/{town}" + path, operations);
        }
        return new ContractReader(Access.SAME_ORIGIN)
                .read(document.toString(), URI.create("file:///town.json"), "town.json");
    }

    private static Target inTown(Shop shop) {
        return request -> {
            String path = request.path();
            if (!path.matches("/towns/[^/]*/.*")) {
                return shop.answer(request);
            }
            HttpRequest own = request.withPath(path.replaceFirst("/towns/[^/]*", ""));
            if (!path.startsWith(TOWN + "/")) {
                boolean known = request.headers().text("Authorization").matches("(?i:bearer) key");
                return known && Shop.CONTRACT.route(own) instanceof Route.Found
                        ? Shop.problem(path.matches("/towns/[a-z]{2,9}/.*") ? 403 : 400, "Not yours")
                        : shop.answer(own);
            }
            HttpResponse answer = shop.answer(own);
            String location = answer.headers().text("Location");
            return location.isEmpty()
                    ? answer
                    : new HttpResponse(
                            answer.status(), answer.headers().with("Location", TOWN + location), answer.body());
        };
    }

    private static Outcome outcome(Shop shop) {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), CONTRACT);
        Cases cases = new Cases(CONTRACT, credentials, new Budget(4, 200, 1));
        Checks checks = Checks.of(CONTRACT, Undocumented.ALLOWED);
        return new Verification(cases, checks, inTown(shop), Verification.Progress.NONE).outcome(CONTRACT.operations());
    }

    @Test
    void isAllReached() {
        Outcome outcome = outcome(new Shop());

        assertThat(outcome.causes()).extracting(Cause::first).isEmpty();
        assertThat(outcome.unfollowed()).isEmpty();
        assertThat(outcome.tested()).hasSize(CONTRACT.operations().size());
    }

    @ParameterizedTest
    @CsvSource({
        "FORGETS_NEW_ITEMS, created-is-found",
        "LIST_LACKS_LAST, created-is-listed",
        "PUT_KEEPS_NAME, change-is-kept",
        "DELETE_STAYS_LISTED, removed-is-gone",
        "NOTES_OF_ALL, asked-is-answered"
    })
    void isBlamedForTheMistakesOfItsMemory(Mistake mistake, String check) {
        assertThat(outcome(new Shop(mistake)).causes())
                .extracting(cause -> cause.first().check())
                .contains(check);
    }

    @Test
    void isBlamedForStrictness() {
        Shop strict = new Shop().refusing(request -> ShopRow.body(request).contains("\"tags\":[]"));

        assertThat(outcome(strict).causes())
                .extracting(cause -> cause.first().check())
                .contains("valid-request-accepted");
    }
}
