package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.servicestack.ShippedContract;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Servers of the platform that each break one thing in one of its formats. */
class FaultyFormatsTest {

    private static final Contract CONTRACT = ShippedContract.read();
    private static final Operation LINKS =
            CONTRACT.operation("listContactLinks").orElseThrow();
    private static final MockEngine GOOD = new MockEngine(CONTRACT, MockOptions.usual());

    private static Set<String> broken(Target target, Undocumented undocumented) throws IOException {
        return violations(outcome(target, undocumented)).stream()
                .map(Failure::check)
                .collect(Collectors.toSet());
    }

    private static List<Failure> violations(Outcome outcome) {
        return outcome.causes().stream()
                .map(Cause::first)
                .filter(failure -> failure.blame() == Blame.SERVER)
                .toList();
    }

    private static Outcome outcome(Target target, Undocumented undocumented) throws IOException {
        return outcome(target, undocumented, LINKS);
    }

    private static Outcome outcome(Target target, Undocumented undocumented, Operation operation) throws IOException {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer demo"), CONTRACT);
        Cases cases = new Cases(CONTRACT, credentials, new Budget(5, 60, 1));
        return new Verification(cases, Checks.of(CONTRACT, undocumented), target, Verification.Progress.NONE)
                .outcome(List.of(operation));
    }

    /** The mock, whose successful answers of one type are changed. */
    private static Target changed(String type, UnaryOperator<String> change) {
        return request -> {
            HttpResponse answer = GOOD.answer(request);
            return answer.status() == 200
                            && answer.headers().text("Content-Type").equals(type)
                    ? new HttpResponse(
                            200, answer.headers(), change.apply(answer.text()).getBytes(StandardCharsets.UTF_8))
                    : answer;
        };
    }

    private static Set<String> broken(String type, UnaryOperator<String> change) throws IOException {
        return broken(changed(type, change), Undocumented.REFUSED);
    }

    @Test
    void sendsAndChecksEveryFormat() throws IOException {
        Outcome outcome = outcome(GOOD::answer, Undocumented.REFUSED);

        assertThat(violations(outcome)).isEmpty();
        assertThat(outcome.coverage().get(0).sent().keySet())
                .containsExactly(
                        "application/json",
                        "application/x-www-form-urlencoded",
                        "application/xml",
                        "text/csv",
                        "text/jsonl",
                        "text/jsv");
        assertThat(outcome.coverage().get(0).checked().keySet())
                .containsExactly("application/json", "application/xml", "text/csv", "text/jsonl", "text/jsv");
        assertThat(outcome.coverage().get(0).unchecked()).isEmpty();
    }

    @Test
    void findsXmlInAnotherOrder() throws IOException {
        assertThat(broken(
                        "application/xml",
                        xml -> xml.replaceFirst("(<ResponseStatus [^>]*/>)(<Roles.*</Roles>)", "$2$1")))
                .containsExactlyInAnyOrder("documented-body", "xml-schema");
    }

    @Test
    void findsXmlInAnotherNamespace() throws IOException {
        assertThat(broken("application/xml", xml -> xml.replaceFirst("xmlns=\"[^\"]*\"", "xmlns=\"urn:other\"")))
                .containsExactlyInAnyOrder("documented-body", "xml-schema");
    }

    @Test
    void placesWhatIsDerivedWhereItIsWritten() throws IOException {
        Operation byGet = CONTRACT.operation("listContactLinksByGet").orElseThrow();
        Target broken = changed("text/csv", csv -> csv + "\"");

        assertThat(outcome(broken, Undocumented.REFUSED, byGet).causes())
                .extracting(cause -> cause.first().documented().place())
                .isNotEmpty()
                .containsExactlyElementsOf(outcome(broken, Undocumented.REFUSED).causes().stream()
                        .map(cause -> cause.first().documented().place())
                        .toList())
                .allMatch(place -> place.line() > 1);
    }

    @Test
    void findsBrokenCsv() throws IOException {
        assertThat(broken("text/csv", csv -> csv + "\"")).containsExactly("documented-body");
    }

    @Test
    void findsJsvOfAnotherShape() throws IOException {
        assertThat(broken("text/jsv", jsv -> "[" + jsv + "]")).containsExactly("documented-body");
    }

    @Test
    void findsASecondJsonLine() throws IOException {
        assertThat(broken("text/jsonl", jsonl -> jsonl + "\n{}")).containsExactly("documented-body");
    }

    @Test
    void findsAServerThatIgnoresTheSuffix() throws IOException {
        Target suffixless = request -> request.path().endsWith(".csv")
                ? GOOD.answer(request.withPath(request.path().replace(".csv", "")))
                : GOOD.answer(request);

        assertThat(broken(suffixless, Undocumented.REFUSED)).containsExactly("asked-type-answered");
    }

    @Test
    void takesXmlOfALaterVersionWhereItMayBe() throws IOException {
        Target later = changed("application/xml", xml -> xml.replaceFirst("</(\\w+)>$", "<Zebra>1</Zebra></$1>"));

        assertThat(broken(later, Undocumented.ALLOWED)).isEmpty();
        assertThat(broken(later, Undocumented.REFUSED)).containsExactlyInAnyOrder("documented-body", "xml-schema");
    }
}
