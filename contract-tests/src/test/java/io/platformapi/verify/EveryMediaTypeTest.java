package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.report.Coverage;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The mock of a document takes and gives bodies in one media type; the tester decodes them, and finds what is wrong.
 */
class EveryMediaTypeTest {

    private static final String ROW =
            "{type: object, required: [id], properties: {id: {type: integer}, name: {type: string, minLength: 1}}}";

    private static Contract contract(String type, String schema, String example) {
        String content = "{'" + type + "': {schema: " + schema.replace("ROW", ROW) + ", example: " + example + "}}";
        String document = """
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths:
                  /a:
                    post:
                      operationId: a
                      requestBody: {required: true, content: %s}
                      responses:
                        '200': {description: ok, content: %s}
                        '422': {description: wrong}
                """.formatted(content, content);
        return new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///t.yaml"), "t.yaml");
    }

    private static Outcome outcome(Contract contract, Target target) throws IOException {
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), new Budget(10, 40, 1));
        return new Verification(cases, Checks.of(contract, Undocumented.REFUSED), target, Verification.Progress.NONE)
                .outcome(contract.operations());
    }

    private static HttpResponse with(HttpResponse answer, String right, String wrong) {
        byte[] body = answer.text().replace(right, wrong).getBytes(StandardCharsets.UTF_8);
        return answer.status() == 200 ? new HttpResponse(200, answer.headers(), body) : answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // type | schema | example | what is right in an answer | what is wrong
                "application/json | ROW | {id: 17} | 17 | x",
                "application/jsonl | {type: array, items: ROW} | [{id: 17}, {id: 2}] | 17 | \"x\"",
                "application/x-ndjson | ROW | {id: 17} | 17 | \"x\"",
                "application/json-seq | {type: array, items: ROW} | [{id: 17}] | 17 | \"x\"",
                "text/csv | {type: array, items: ROW} | [{id: 17, name: a}] | 17 | x",
                "application/x-www-form-urlencoded | ROW | {id: 17} | 17 | x",
                "multipart/form-data | ROW | {id: 17} | 17 | x",
                "application/xml | ROW | {id: 17} | 17 | x",
                "text/plain | {type: integer} | 17 | 17 | x",
            })
    void isSentAnsweredAndChecked(String type, String schema, String example, String right, String wrong)
            throws IOException {
        Contract contract = contract(type, schema, example);
        MockEngine mock = new MockEngine(contract, MockOptions.usual());

        Outcome good = outcome(contract, mock::answer);
        assertThat(good.causes()).extracting(Cause::first).isEmpty();
        Coverage coverage = good.coverage().get(0);
        assertThat(coverage.sent().get(type)).isGreaterThan(5);
        assertThat(coverage.checked()).containsKey(type);
        assertThat(List.of(
                        coverage.unchecked().size(),
                        coverage.untried().size(),
                        coverage.unseen().size()))
                .containsOnly(0);

        Outcome bad = outcome(contract, request -> with(mock.answer(request), right, wrong));
        assertThat(bad.causes()).extracting(cause -> cause.first().check()).containsOnly("documented-body");
    }
}
