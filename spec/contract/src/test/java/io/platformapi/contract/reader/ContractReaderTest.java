package io.platformapi.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Access;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ContractReaderTest {

    private static Contract read(String text) {
        return new ContractReader(Access.SAME_ORIGIN).read(text, URI.create("file:///pets.yaml"), "pets.yaml");
    }

    private static Contract paths(String paths) {
        return read("openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths:\n" + paths);
    }

    @Test
    void refusesWhatIsNotOpenApi() {
        assertThatThrownBy(() -> read("hello: world"))
                .hasMessage(
                        "pets.yaml:1: this is no OpenAPI document: it has no \"openapi\" member; write openapi: 3.1.1");
        assertThatThrownBy(() -> read("openapi: 4.0.0\npaths: {}"))
                .hasMessage("pets.yaml:1 /openapi: OpenAPI 4.0.0 is not read; 2.0, 3.0, 3.1 and 3.2 are");
        assertThatThrownBy(() -> read("swagger: '1.2'\npaths: {}"))
                .hasMessage("pets.yaml:1 /swagger: Swagger 1.2 is not read; 2.0 is, and OpenAPI 3.0, 3.1 and 3.2");
    }

    @Test
    void refusesDialectsNobodyKnows() {
        assertThatThrownBy(() -> read("openapi: 3.1.0\nx-dialect: soap\npaths: {}"))
                .hasMessage("pets.yaml:2 /x-dialect: the dialect \"soap\" is not known; leave x-dialect out");
        assertThatThrownBy(() ->
                        read("openapi: 3.1.0\njsonSchemaDialect: 'http://json-schema.org/draft-03/schema#'\npaths: {}"))
                .hasMessage(
                        "pets.yaml:2 /jsonSchemaDialect: schemas in the dialect http://json-schema.org/draft-03/schema#"
                                + " are not understood; write https://spec.openapis.org/oas/3.1/dialect/base or"
                                + " https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void servesAnInvalidDocumentAndWarnsWithPlaces() {
        Contract contract = paths("""
                  /pets/{id}:
                    get:
                      operationId: pet
                      security: [{key: []}]
                      responses: {'2000': {description: odd}}
                  /pets/{name}:
                    get: {operationId: pet, parameters: [{name: nam, in: path, schema: {}}], responses: {'200': {description: ok}}}
                """);

        assertThat(contract.operations()).hasSize(2);
        assertThat(contract.warnings())
                .extracting(Warning::toString)
                .containsExactly(
                        "pets.yaml:10 /paths/~1pets~1{name}/get/operationId: the operationId \"pet\" is taken by an"
                                + " operation above; choose another",
                        "pets.yaml:10 /paths/~1pets~1{name}/get: /pets/{name} matches the same requests as /pets/{id};"
                                + " write both as one path",
                        "pets.yaml:5 /paths/~1pets~1{id}/get: {id} of GET /pets/{id} is not declared; add a parameter in:"
                                + " path",
                        "pets.yaml:5 /paths/~1pets~1{id}/get: the security scheme \"key\" is not in"
                                + " components.securitySchemes",
                        "pets.yaml:5 /paths/~1pets~1{id}/get: GET /pets/{id} documents no response; write at least one",
                        "pets.yaml:10 /paths/~1pets~1{name}/get/parameters/0: the path /pets/{name} has no {nam}",
                        "pets.yaml:10 /paths/~1pets~1{name}/get: {name} of GET /pets/{name} is not declared; add a"
                                + " parameter in: path",
                        "pets.yaml:8 /paths/~1pets~1{id}/get/responses/2000: \"2000\" is no status; write one such as 200,"
                                + " 4XX or default",
                        "pets.yaml:10 /paths/~1pets~1{name}/get/parameters/0: a parameter in: path is always there; write"
                                + " required: true");
    }

    @Test
    void mergesTheParametersOfThePathWithThoseOfTheOperation() {
        Operation operation = paths("""
                  /pets:
                    parameters:
                      - {name: limit, in: query, schema: {type: integer}}
                      - {name: sort, in: query, schema: {type: string}}
                    get:
                      parameters: [{name: limit, in: query, required: true, schema: {type: integer}}]
                      responses: {'200': {description: ok}}
                """).operations().get(0);

        assertThat(operation.parameters()).extracting(Parameter::name).containsExactly("limit", "sort");
        assertThat(operation.parameter(In.QUERY, "limit").orElseThrow().required())
                .isTrue();
    }

    @Test
    void findsAResponseByStatusThenRangeThenDefault() {
        Operation operation = paths("""
                  /pets:
                    get:
                      responses:
                        '404': {description: exact}
                        4XX: {description: range}
                        default: {description: rest}
                """).operations().get(0);

        assertThat(operation.response(404).orElseThrow().description()).isEqualTo("exact");
        assertThat(operation.response(409).orElseThrow().description()).isEqualTo("range");
        assertThat(operation.response(500).orElseThrow().description()).isEqualTo("rest");
    }

    @Test
    void readsWebhooksAndCallbacks() {
        Contract contract = read("""
                openapi: 3.1.0
                info: {title: Pets, version: '1'}
                webhooks:
                  born: {post: {responses: {'200': {description: ok}}}}
                paths:
                  /subscribe:
                    post:
                      callbacks: {told: {'{$request.body#/url}': {post: {responses: {'204': {description: ok}}}}}}
                      responses: {'201': {description: ok}}
                """);

        assertThat(contract.webhooks()).extracting(Operation::id).containsExactly("POST born");
        assertThat(contract.operations().get(0).callbacks())
                .extracting(Operation.Callback::name)
                .containsExactly("told");
    }
}
