package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.report.Coverage;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mock keeps whatever contract it serves: documents of every version, without HTTP. */
class MockedDocumentsTest {

    private static final String FOLDER = "src/test/resources/io/platformapi/verify/foreign/";
    private static final Headers LET_IN = Headers.of("Authorization", "Basic dXNlcjpwYXNzd29yZA==", "X-Key", "any");

    /** A mock takes every credential for as good as another, which is told and no breach. */
    private static boolean isANoteOfMocks(Failure failure) {
        return failure.check().equals("credentials-checked") && failure.blame() == Blame.NOBODY;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kennel-2.0",
                "harbour-3.0",
                "library-3.1",
                "studio-3.1",
                "press-3.0",
                "shop-3.2",
                "ferry-3.0",
                "warehouse-3.2/openapi"
            })
    void servesEveryOperationAsItsDocumentSays(String document) throws IOException {
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(FOLDER + document + ".yaml");
        Outcome outcome = outcome(contract, LET_IN);

        assertThat(outcome.causes())
                .extracting(Cause::first)
                .filteredOn(failure -> !isANoteOfMocks(failure))
                .isEmpty();
        assertThat(outcome.tested())
                .containsAll(
                        contract.operations().stream().map(Operation::toString).toList());
    }

    @Test
    void saysWhichTypesItCouldNotSend() throws IOException {
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(FOLDER + "studio-3.1.yaml");
        List<Coverage> coverage = outcome(contract, LET_IN).coverage();

        assertThat(coverage)
                .filteredOn(one -> !one.untried().isEmpty())
                .extracting(Coverage::subject, Coverage::untried)
                .containsExactly(tuple("PUT /tracks/{id}/sound", List.of("audio/ogg")));
        assertThat(coverage)
                .filteredOn(one -> !one.unchecked().isEmpty())
                .extracting(Coverage::subject)
                .containsExactly("GET /tracks/{id}/sound");
    }

    @Test
    void breaksTheMembersOfAnExampleThatIsShownAsXml() {
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(FOLDER + "press-3.0.yaml");
        Cases cases = new Cases(contract, Credentials.of(LET_IN, contract), new Budget(0, 200, 1));

        assertThat(cases.of(contract.operations().get(0)))
                .extracting(Case::id)
                .contains(
                        "addOrder/invalid/body-in-text/xml/body/copies/maximum",
                        "addOrder/invalid/body-in-text/xml/body/sheets/0/enum",
                        "addOrder/malformed-body/text/xml");
    }

    @Test
    void asksWhatIsWantedInItsOrder() {
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(FOLDER + "harbour-3.0.yaml");
        Budget budget = new Budget(2, 3, 1, List.of(RunPhase.RANDOM, RunPhase.EXAMPLES));
        Cases cases = new Cases(contract, Credentials.of(LET_IN, contract), budget);

        assertThat(cases.of(contract.operations().get(0)))
                .extracting(Case::id)
                .startsWith("GET /ships/random/0")
                .contains("GET /ships/undocumented-method")
                .noneMatch(id -> id.contains("/invalid/") || id.contains("/hard/"));
    }

    @Test
    void blamesTheDocumentForAnExampleThatContradictsItsSchema() throws IOException {
        Contract contract =
                new ContractReader(Access.SAME_ORIGIN).read("""
                openapi: 3.1.1
                info: {title: Links, version: '1'}
                paths:
                  /links:
                    get:
                      responses:
                        '200':
                          description: a link
                          content:
                            application/json:
                              schema: {type: object, properties: {next: {type: string, format: uri}}}
                              example: {next: /links?page=2}
                """, URI.create("file:///links.yaml"), "links.yaml");

        Outcome outcome = outcome(contract, Headers.none());

        assertThat(outcome.causes()).extracting(cause -> cause.first().blame()).containsOnly(Blame.DOCUMENT);
        assertThat(outcome.causes())
                .extracting(cause -> cause.first().cause())
                .containsExactly("A documented example contradicts its schema: body /next (format-uri).");
    }

    private static Outcome outcome(Contract contract, Headers headers) throws IOException {
        Cases cases = new Cases(contract, Credentials.of(headers, contract), new Budget(20, 200, 1));
        return new Verification(
                        cases, Checks.of(contract, Undocumented.ALLOWED), mock(contract), Verification.Progress.NONE)
                .outcome(contract.operations());
    }

    private static Target mock(Contract contract) {
        MockEngine engine = new MockEngine(contract, MockOptions.usual());
        return request -> isHead(request) ? engine.answer(request).withoutBody() : engine.answer(request);
    }

    private static boolean isHead(HttpRequest request) {
        return request.method().equals("HEAD");
    }
}
