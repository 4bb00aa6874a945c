package io.platformapi.verify.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Expected;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with bodies beyond their schemas. */
class BodiesOfAnswersTest {

    private static final String DOCUMENT = """
            openapi: VERSION
            info: {title: T, version: '1'}
            paths:
              /people:
                get:
                  operationId: list
                  responses:
                    '200':
                      description: all
                      content:
                        text/csv: {schema: {type: string}}
                        application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Person'}}}
            components:
              schemas:
                Person:
                  type: object
                  properties:
                    name: {type: string}
                    password: {type: string, nullable: true, writeOnly: true}
                    contact:
                      oneOf:
                        - {type: object, properties: {mail: {type: string, writeOnly: true}}}
                        - {type: object, properties: {mail: {type: string}}}
            """;

    private static List<Failure> failures(String version, String type, String body) {
        Contract contract = new ContractReader(Access.SAME_ORIGIN)
                .read(DOCUMENT.replace("VERSION", version), URI.create("file:///t.yaml"), "t.yaml");
        Operation operation = contract.operations().get(0);
        Case asked = new Case(
                "list/x",
                operation.toString(),
                operation,
                HttpRequest.of("GET", "/people", Headers.none()),
                new Expected(Expected.Verdict.EITHER, "valid-request-accepted", Set.of(), "valid", Expected.Duty.MUST),
                operation.node(),
                null);
        HttpResponse answer =
                new HttpResponse(200, Headers.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
        return Checks.of(contract, Undocumented.ALLOWED).failures(new Exchange(asked, answer, request -> answer));
    }

    private static List<String> causes(String type, String body) {
        return failures("3.0.4", type, body).stream().map(Failure::cause).toList();
    }

    @Test
    void showNothingThatIsWriteOnly() {
        String body = "[{\"name\":\"a\"},{\"name\":\"b\",\"password\":\"secret\"}]";

        assertThat(causes("application/json", body))
                .containsExactly("The answer shows what only requests have: body /…/password (writeOnly).");
        assertThat(failures("3.0.4", "application/json", body))
                .extracting(Failure::blame)
                .containsExactly(Failure.Blame.NOBODY);
        assertThat(failures("3.1.1", "application/json", body))
                .extracting(Failure::blame)
                .containsExactly(Failure.Blame.SERVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"password\":null}]",
                "[{\"password\":\"********\"}]",
                "[{\"contact\":{\"mail\":\"a@b.example\"}}]",
                "[{\"other\":\"x\"}]"
            })
    void mayShowThatThereIsSomething(String body) {
        assertThat(causes("application/json", body)).noneMatch(cause -> cause.contains("writeOnly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\r\n1,2\r\n1,2,3\r\n", "a,b\n1,2\n1\n", "a,b\r\n\"1,2\"\r\n3,4"})
    void haveRowsOfOneLength(String body) {
        assertThat(causes("text/csv", body))
                .containsExactly("A row of the CSV has more or fewer cells than the first.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\r\n1,2\r\n",
                "a,b\r\n\"1,\"\"2\r\n3\",4\r\n\r\n",
                "a;b\n1,5;2\n",
                "a\n1,5\n",
                "a,b\n\"1",
                "",
                "\"a\",\"b\"\r\n\"1,0\",2"
            })
    void areTablesOtherwise(String body) {
        assertThat(causes("text/csv", body)).isEmpty();
    }
}
