package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.report.Coverage;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Servers of one operation in many media types, each of which breaks one thing in one type. */
class FaultyMediaTypesTest {

    private static final Contract MEDIA =
            new ContractReader(Access.SAME_ORIGIN).read("src/test/resources/io/platformapi/verify/media.yaml");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final Target GOOD = FaultyMediaTypesTest::answer;

    /** Keeps the pet and answers in the type asked for. */
    private static HttpResponse answer(HttpRequest request) {
        if (!(MEDIA.route(request) instanceof Route.Found route)) {
            return HttpResponse.of(
                    MEDIA.route(request) instanceof Route.NotFound ? 404 : 405, Headers.of("Allow", "POST"));
        }
        if (request.headers().text("Content-Type").equals("image/png")) {
            return kept(request, route, null);
        }
        List<Refusal> unread =
                MEDIA.dialect().negotiation(route, request).stream().toList();
        if (!unread.isEmpty()) {
            return PetServer.problem(415, "Not read");
        }
        BoundRequest bound = MEDIA.dialect().bind(route, request);
        List<Violation> violations = RequestCheck.violations(bound);
        return violations.isEmpty()
                ? kept(request, route, bound.parts().get(0).value())
                : PetServer.problem(400, violations.get(0).rule());
    }

    private static HttpResponse kept(HttpRequest request, Route.Found route, JsonNode pet) {
        var response = route.operation().responses().get("201");
        MediaType type = MEDIA.dialect().answerType(route, response, request).orElse(MediaType.of("application/json"));
        Content content = response.content(type).orElseThrow();
        byte[] body = type.type().equals("text")
                ? bytes(pet.path("name").asText() + " is kept")
                : type.type().equals("image")
                        ? bytes("PNG")
                        : MEDIA.dialect().bodies().write(content, pet).bytes();
        return HttpResponse.of(201, type.toString(), body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> broken(Target target) throws IOException {
        return outcome(target).causes().stream()
                .map(cause ->
                        cause.first().check() + " in " + cause.first().asked().id())
                .collect(Collectors.toList());
    }

    private static Outcome outcome(Target target) throws IOException {
        Cases cases = new Cases(MEDIA, Credentials.of(Headers.none(), MEDIA), new Budget(20, 200, 1));
        return new Verification(cases, Checks.of(MEDIA, Undocumented.REFUSED), target, Verification.Progress.NONE)
                .outcome(MEDIA.operations());
    }

    /** The good server, some of whose answers are changed. */
    private static Target changed(String type, UnaryOperator<String> change) {
        return request -> {
            HttpResponse answer = GOOD.answer(request);
            return answer.status() == 201
                            && answer.headers().text("Content-Type").equals(type)
                    ? HttpResponse.of(201, type, bytes(change.apply(answer.text())))
                    : answer;
        };
    }

    /** The good server, that accepts whatever comes in a type where the condition holds. */
    private static Target accepting(String type, Predicate<String> which) {
        return request -> {
            HttpResponse answer = GOOD.answer(request);
            boolean taken = request.headers().text("Content-Type").startsWith(type)
                    && which.test(new String(request.body(), StandardCharsets.UTF_8));
            return taken && answer.status() == 400
                    ? HttpResponse.of(201, "application/json", bytes("{\"id\":1,\"name\":\"Rex\"}"))
                    : answer;
        };
    }

    @Test
    void findsNothingWrongWithAGoodServerAndSaysWhatItDidNotTry() throws IOException {
        Outcome outcome = outcome(GOOD);
        Coverage coverage = outcome.coverage().get(0);

        assertThat(broken(GOOD)).isEmpty();
        assertThat(coverage.sent().keySet()).containsExactly("application/json", FORM, "application/xml", MULTIPART);
        assertThat(coverage.sent().values()).allMatch(count -> count > 5);
        assertThat(coverage.checked().keySet())
                .containsExactly("application/json", "application/problem+json", "application/xml", "text/plain");
        assertThat(coverage.unchecked().keySet()).containsExactly("image/png");
        assertThat(coverage.untried()).containsExactly("image/png");
        assertThat(coverage.unseen()).isEmpty();
    }

    @Test
    void findsAServerThatIgnoresTheFieldsOfForms() throws IOException {
        Target ignorant = accepting(FORM, body -> true);

        assertThat(broken(ignorant))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("invalid-request-refused in addPet/"))
                .anyMatch(found -> found.contains("invalid/body-in-" + FORM + "/body/name/"));
    }

    @Test
    void findsAServerThatDoesNotTypeTheFieldsOfForms() throws IOException {
        assertThat(broken(accepting(FORM, body -> body.contains("id=x"))))
                .containsExactly("invalid-request-refused in addPet/invalid/body-in-" + FORM + "/body/id/type");
    }

    @Test
    void findsAServerThatReadsNoForms() throws IOException {
        Target unread = request -> request.headers().text("Content-Type").equals(FORM)
                ? PetServer.problem(415, "No forms")
                : GOOD.answer(request);

        assertThat(broken(unread)).containsExactly("valid-request-accepted in addPet/example/made-up/body-in-" + FORM);
    }

    @Test
    void findsAServerThatAcceptsAMultipartBodyCutOff() throws IOException {
        assertThat(broken(accepting(MULTIPART, body -> !body.contains("--part--"))))
                .contains("invalid-request-refused in addPet/malformed-body/" + MULTIPART);
    }

    @Test
    void findsAServerThatAcceptsXmlCutOff() throws IOException {
        assertThat(broken(accepting("application/xml", body -> !body.endsWith(">"))))
                .contains("invalid-request-refused in addPet/malformed-body/application/xml");
    }

    @Test
    void findsXmlWithAWrongElement() throws IOException {
        assertThat(broken(changed("application/xml", xml -> xml.replace("name>", "called>"))))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("documented-body in "));
    }

    @Test
    void findsXmlThatIsNone() throws IOException {
        assertThat(broken(changed("application/xml", xml -> "{\"id\":1}")))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("documented-body in "));
    }

    @Test
    void findsTextThatIsNotAsDocumented() throws IOException {
        assertThat(broken(changed("text/plain", text -> "gone")))
                .containsExactly("documented-body in addPet/example/made-up/accept-text/plain");
    }

    @Test
    void findsAServerThatDeclaresXmlAndAnswersJson() throws IOException {
        Target jsonOnly = request -> request.headers().text("Accept").equals("application/xml")
                ? GOOD.answer(request.with("Accept", "application/json"))
                : GOOD.answer(request);

        assertThat(broken(jsonOnly))
                .containsExactly("asked-type-answered in addPet/example/made-up/accept-application/xml");
        assertThat(outcome(jsonOnly).coverage().get(0).unseen()).containsExactly("application/xml");
    }
}
