package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example of a request that its document does not allow is named, with its line; the others are not. */
class InvalidExamplesTest {

    private static List<String> contradictions(Contract contract) {
        InvalidExamples examples = new InvalidExamples(contract);
        return contract.operations().stream()
                .flatMap(operation -> examples.of(operation).stream())
                .map(one ->
                        one.name() + " " + one.violation() + " at " + one.node().place())
                .toList();
    }

    @Test
    void namesEachBrokenExampleOfABody() {
        Contract contract = Documents.contract("""
                paths:
                  /orders:
                    post:
                      operationId: addOrder
                      requestBody:
                        content:
                          application/json:
                            schema: {type: object, required: [count], properties: {count: {type: integer}, id: {type: integer, readOnly: true}}}
                            examples:
                              good: {value: {count: 1, id: none of your business}}
                              typo: {value: {count: '2'}}
                              bare: {value: {}}
                      responses: {'201': {description: made}}
                  /other:
                    post:
                      operationId: other
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema: {type: string, maxLength: 2}
                            example: abc
                      responses: {'201': {description: made}}
                """);

        assertThat(contradictions(contract))
                .containsExactly(
                        "typo body /count: expected an integer, received \"2\" at t.yaml:13"
                                + " /paths/~1orders/post/requestBody/content/application~1json/examples/typo/value/count",
                        "bare body /count: expected a value: it is required, received nothing at t.yaml:14"
                                + " /paths/~1orders/post/requestBody/content/application~1json/examples/bare/value",
                        " body: expected at most 2 characters, received 3 characters at t.yaml:24"
                                + " /paths/~1other/post/requestBody/content/application~1json/example");
        assertThat(Documents.cases(contract)).extracting(Case::subject).contains("POST /orders", "POST /other");
        assertThat(Documents.cases(contract))
                .filteredOn(one -> one.expected().verdict() != Expected.Verdict.REFUSED)
                .extracting(one -> Documents.shown(one.request()))
                .noneMatch(request -> request.contains("'2'") || request.contains("abc"));
    }

    @Test
    void blamesNoExampleThatIsShownToBeRefused() {
        Contract contract = Documents.contract("""
                paths:
                  /a:
                    get:
                      parameters:
                        - {name: n, in: query, schema: {type: integer}, examples: {five: {value: 5}, word: {value: word}}}
                      responses:
                        '200': {description: ok}
                        '400': {description: no, content: {application/json: {schema: {}, examples: {word: {value: no word}}}}}
                """);

        assertThat(contradictions(contract)).isEmpty();
    }

    @Test
    void namesEachBrokenExampleOfAParameter() {
        Contract contract = Documents.contract("""
                paths:
                  /a/{name}:
                    get:
                      parameters:
                        - {name: name, in: path, required: true, schema: {type: string}, example: a/b}
                        - {name: n, in: query, schema: {type: integer}, examples: {text: {value: '5'}, word: {value: five}}}
                        - {name: m, in: query, schema: {type: integer, example: many}}
                        - {name: X-At, in: header, schema: {type: string, format: date}, example: today}
                      responses: {'200': {description: ok}}
                """);

        assertThat(contradictions(contract))
                .containsExactly(
                        " path name: expected a value that leads to this operation: no empty one, no dots, no slash,"
                                + " received \"a/b\" at t.yaml:7 /paths/~1a~1{name}/get/parameters/0/example",
                        "word query n: expected an integer, received \"five\" at t.yaml:8"
                                + " /paths/~1a~1{name}/get/parameters/1/examples/word/value",
                        " query m: expected an integer, received \"many\" at t.yaml:9"
                                + " /paths/~1a~1{name}/get/parameters/2/schema/example",
                        " header X-At: expected a date such as 2026-01-31, received \"today\" at t.yaml:10"
                                + " /paths/~1a~1{name}/get/parameters/3/example");
    }
}
