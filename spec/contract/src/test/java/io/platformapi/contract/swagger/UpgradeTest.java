package io.platformapi.contract.swagger;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Response;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.Server;
import io.platformapi.contract.Style;
import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Access;
import java.net.URI;
import org.junit.jupiter.api.Test;

class UpgradeTest {

    private static final Contract CONTRACT = read("""
            swagger: '2.0'
            info: {title: Pets, version: '1'}
            host: pets.example.com
            basePath: /v1
            schemes: [https, http]
            consumes: [application/json, application/xml]
            produces: [application/json]
            securityDefinitions:
              user: {type: basic}
              key: {type: apiKey, in: header, name: X-Key}
              grant: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: {}}
            parameters:
              pet: {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
              limit: {name: limit, in: query, type: integer, format: int32, maximum: 50, x-example: 7}
            responses:
              refused: {description: refused, schema: {$ref: '#/definitions/Pet'}}
            paths:
              /pets:
                parameters: [{$ref: '#/parameters/limit'}]
                get:
                  operationId: list
                  produces: [application/json, text/csv]
                  parameters:
                    - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: pipes}
                    - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: multi}
                    - {name: names, in: query, type: array, items: {type: string}}
                  responses:
                    '200':
                      description: pets
                      schema: {type: array, items: {$ref: '#/definitions/Pet'}}
                      headers: {X-Total: {type: integer, minimum: 0}}
                      examples: {application/json: [{name: Rex}]}
                    '204': {description: none}
                    '400': {$ref: '#/responses/refused'}
                post:
                  operationId: add
                  security: [{user: []}]
                  parameters: [{$ref: '#/parameters/pet'}]
                  responses: {'201': {description: added}}
              /pets/{id}/photo:
                post:
                  operationId: photograph
                  consumes: [multipart/form-data]
                  parameters:
                    - {name: id, in: path, required: true, type: string, format: uuid}
                    - {name: photo, in: formData, type: file, required: true}
                    - {name: colours, in: formData, type: array, items: {type: string}, collectionFormat: csv}
                  responses: {'201': {description: added}}
            definitions:
              Pet:
                discriminator: kind
                required: [name]
                properties:
                  name: {type: string}
                  kind: {type: string, x-nullable: true}
                  type: {type: string}
            """);

    private static Contract read(String text) {
        return new ContractReader(Access.SAME_ORIGIN).read(text, URI.create("file:///pets.yaml"), "pets.yaml");
    }

    private static Operation operation(String id) {
        return CONTRACT.operation(id).orElseThrow();
    }

    @Test
    void makesAServerOfEachScheme() {
        assertThat(CONTRACT.servers())
                .extracting(Server::url)
                .containsExactly("https://pets.example.com/v1", "http://pets.example.com/v1");
    }

    @Test
    void givesParametersASchemaAndAStyle() {
        Parameter limit = operation("list").parameter(In.QUERY, "limit").orElseThrow();
        assertThat(limit.schema().keyword("maximum").asInt()).isEqualTo(50);
        assertThat(limit.examples().get("").value().asInt()).isEqualTo(7);

        Parameter tags = operation("list").parameter(In.QUERY, "tags").orElseThrow();
        assertThat(tags.style()).isEqualTo(Style.PIPE_DELIMITED);
        assertThat(tags.schema().items().is(Type.STRING)).isTrue();
        assertThat(operation("list").parameter(In.QUERY, "ids").orElseThrow().explode())
                .isTrue();
        assertThat(operation("list").parameter(In.QUERY, "names").orElseThrow().explode())
                .isFalse();
    }

    @Test
    void givesResponsesAContentForEachTypeThatIsProduced() {
        Response found = operation("list").response(200).orElseThrow();
        assertThat(found.contents())
                .extracting(content -> content.type().essence())
                .containsExactly("application/json", "text/csv");
        assertThat(found.contents().get(0).examples().get("").value().toString())
                .isEqualTo("[{\"name\":\"Rex\"}]");
        assertThat(found.contents().get(0).schema().items().name()).contains("Pet");
        assertThat(found.headers().get("X-Total").schema().keyword("minimum").asInt())
                .isZero();
        assertThat(operation("list").response(204).orElseThrow().contents()).isEmpty();
        assertThat(operation("list").response(400).orElseThrow().description()).isEqualTo("refused");
    }

    @Test
    void makesABodyOfTheParameterInTheBody() {
        var body = operation("add").body().orElseThrow();
        assertThat(body.required()).isTrue();
        assertThat(body.contents())
                .extracting(content -> content.type().essence())
                .containsExactly("application/json", "application/xml");
        assertThat(operation("add").parameters()).extracting(Parameter::name).containsExactly("limit");
    }

    @Test
    void makesABodyOfFormFields() {
        Content content =
                operation("photograph").body().orElseThrow().contents().get(0);
        assertThat(content.type().essence()).isEqualTo("multipart/form-data");
        assertThat(content.schema().required()).containsExactly("photo");
        assertThat(content.schema().properties().get("photo").format()).isEqualTo("binary");
        assertThat(content.encodings().get("colours").explode()).isFalse();
    }

    @Test
    void readsSchemasInTheWordsOfTheLaterVersion() {
        var pet = CONTRACT.schema("Pet").orElseThrow();
        assertThat(pet.node().member("discriminator").text("propertyName", "")).isEqualTo("kind");
        assertThat(pet.properties().get("kind").nullable()).isTrue();
        assertThat(pet.properties()).containsKey("type");
    }

    @Test
    void takesTheBareNameOfADefinitionForAReferenceToIt() {
        Contract contract = read("""
                swagger: '2.0'
                info: {title: Pets, version: '1'}
                paths:
                  /pets:
                    get:
                      responses: {'200': {description: pets, schema: {type: array, items: {$ref: Pet}}}}
                definitions:
                  Pet: {type: object}
                """);

        assertThat(contract.operations()
                        .get(0)
                        .response(200)
                        .orElseThrow()
                        .contents()
                        .get(0)
                        .schema()
                        .items()
                        .name())
                .contains("Pet");
    }

    @Test
    void wantsAValueWhereAnEmptyOneIsForbidden() {
        Contract contract = read("""
                swagger: '2.0'
                info: {title: Pets, version: '1'}
                paths:
                  /pets:
                    post:
                      parameters:
                        - {name: name, in: formData, type: string, allowEmptyValue: false}
                        - {name: note, in: formData, type: string}
                      responses: {'201': {description: added}}
                """);
        var form = contract.operations()
                .get(0)
                .body()
                .orElseThrow()
                .contents()
                .get(0)
                .schema();

        assertThat(form.properties().get("name").keyword("minLength").asInt()).isEqualTo(1);
        assertThat(form.properties().get("note").keyword("minLength").isMissingNode())
                .isTrue();
    }

    @Test
    void readsWaysToAuthenticate() {
        assertThat(CONTRACT.securitySchemes().get("user"))
                .extracting(SecurityScheme::type, SecurityScheme::scheme)
                .containsExactly("http", "basic");
        assertThat(CONTRACT.securitySchemes()
                        .get("grant")
                        .node()
                        .member("flows")
                        .members())
                .containsOnlyKeys("authorizationCode");
        assertThat(CONTRACT.securitySchemes().get("key").parameter()).isEqualTo("X-Key");
    }

    @Test
    void speaksOfTheLinesThatWereWritten() {
        assertThat(CONTRACT.warnings()).extracting(Warning::toString).isEmpty();
        assertThat(read("""
                        swagger: '2.0'
                        info: {title: Pets, version: '1'}
                        paths:
                          /pets/{id}:
                            get:
                              responses: {'200': {description: pet}}
                        """).warnings())
                .extracting(Warning::toString)
                .containsExactly("pets.yaml:5 /paths/~1pets~1{id}/get: {id} of GET /pets/{id} is not declared;"
                        + " add a parameter in: path");
    }
}
