package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.FaithfulServer.ReadOnlyMembers;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that keeps its contract is not blamed, whatever the contract; one that overlooks one thing is. */
class RandomDocumentsTest {

    private static final int DOCUMENTS = Integer.getInteger("random.documents", 12);
    private static final Predicate<Violation> OVERLOOKS_NOTHING = violation -> false;

    private static Outcome outcome(Contract contract, Target server) throws IOException {
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), new Budget(5, 100, 1));
        return new Verification(cases, Checks.of(contract, Undocumented.ALLOWED), server, Verification.Progress.NONE)
                .outcome(contract.operations());
    }

    @Test
    void aServerThatKeepsItsContractIsNotBlamed() throws IOException {
        for (long seed = 1; seed <= DOCUMENTS; seed++) {
            Contract contract = RandomDocument.of(seed);
            ReadOnlyMembers manner = ReadOnlyMembers.values()[(int) (seed % 2)];
            Outcome outcome = outcome(contract, new FaithfulServer(contract, manner, OVERLOOKS_NOTHING));

            assertThat(outcome.causes())
                    .as("seed %d, read-only members %s", seed, manner)
                    .extracting(Cause::first)
                    .isEmpty();
            assertThat(outcome.tested())
                    .as("seed %d", seed)
                    .containsAll(contract.operations().stream()
                            .map(Operation::toString)
                            .toList());
        }
    }

    /** The places are those of {@link Violation#place}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            body /list/[1-9]\\d*              | an item that is not the first
            body /list/2                     | the last item
            body /rows/[1-9]/cells/[1-9]/n   | a member of an object in a list in a list
            body /map/[^/]+                  | a value of a map
            body /map/.+/deep                | a member of a value of a map
            body /tuple/1                    | the second place of a tuple
            body /tuple                      | a tuple and what comes behind it
            body /part                       | what a part of allOf says
            body /kind/wings                 | what an alternative says
            body /unshown                    | an optional member without an example
            body /rows/\\d+/unshown          | an optional member without an example in a list
            query ids/[1-9]                  | an item of a parameter
            query optional                   | an optional parameter without an example
            header X-Optional                | an optional header without an example
            """)
    void aServerThatOverlooksOneThingIsBlamedForIt(String place, String what) throws IOException {
        Contract contract = new ContractReader(Access.SAME_ORIGIN)
                .read("""
                openapi: 3.1.1
                info: {title: Everything, version: '1'}
                paths:
                  /everything/{key}:
                    put:
                      parameters:
                        - {name: key, in: path, required: true, schema: {type: string}}
                        - {name: ids, in: query, required: true, schema: {type: array, items: {type: integer}}, example: [1, 2, 3]}
                        - {name: optional, in: query, schema: {type: integer, maximum: 5}}
                        - {name: X-Optional, in: header, schema: {type: string, format: uuid}}
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema:
                              allOf:
                                - {properties: {part: {type: string}}}
                                - {properties: {part: {maxLength: 3}}}
                              type: object
                              required: [id]
                              properties:
                                id: {type: integer, readOnly: true}
                                list: {type: array, items: {type: integer}}
                                rows:
                                  type: array
                                  items:
                                    type: object
                                    properties:
                                      unshown: {type: boolean}
                                      cells: {type: array, items: {type: object, required: [n], properties: {n: {type: integer}}}}
                                map: {type: object, additionalProperties: {type: object, properties: {deep: {type: integer}}}}
                                tuple: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
                                kind: {anyOf: [{type: object, properties: {wings: {type: integer}}}, {type: array, items: {type: string}}]}
                                unshown: {type: integer}
                            example:
                              id: 7
                              part: abc
                              list: [1, 2, 3]
                              rows: [{cells: [{n: 1}]}, {cells: [{n: 1}, {n: 2}]}]
                              map: {one: {deep: 1}, two: {deep: 2}}
                              tuple: [a, 1]
                              kind: {wings: 2}
                      responses: {'200': {description: done}, '400': {description: wrong}}
                """, URI.create("file:///everything.yaml"), "everything.yaml");
        Predicate<Violation> blindness = violation -> violation.place().matches(place);

        Outcome seeing = outcome(contract, new FaithfulServer(contract, ReadOnlyMembers.REFUSED, OVERLOOKS_NOTHING));
        Outcome blind = outcome(contract, new FaithfulServer(contract, ReadOnlyMembers.IGNORED, blindness));

        assertThat(seeing.causes()).extracting(Cause::first).isEmpty();
        assertThat(List.copyOf(blind.causes()))
                .as(what)
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause.first().check()).isEqualTo("invalid-request-refused"));
    }
}
