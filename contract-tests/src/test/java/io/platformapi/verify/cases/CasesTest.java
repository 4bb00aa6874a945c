package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.platformapi.contract.dialect.Contract;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is sent for an operation, and what is not. */
class CasesTest {

    private static List<Case> cases(String operation) {
        return Documents.cases(Documents.contract("paths:\n" + operation.indent(2)));
    }

    private static List<String> requests(List<Case> cases) {
        return cases.stream().map(Case::request).map(Documents::shown).toList();
    }

    @Test
    void sendsNoPathThatLeadsElsewhere() {
        List<Case> cases = cases("""
                /files/{name}/meta:
                  get:
                    parameters:
                      - {name: name, in: path, required: true, schema: {type: string, minLength: 1, enum: ['..', '', '.', 'a/b', a.txt]}}
                    responses: {'200': {description: ok}}
                """);

        assertThat(cases)
                .isNotEmpty()
                .allMatch(one -> one.request()
                        .path()
                        .matches("/files/(a\\.txts?|A\\.TXT|not-one-of-these|x+|null|false|7)/meta"))
                .filteredOn(one -> one.expected().verdict() == Expected.Verdict.ACCEPTED)
                .extracting(one -> one.request().path())
                .contains("/files/a.txt/meta");
    }

    @Test
    void sendsWhatIsMadeUpWhereTheOnlyExampleLeadsElsewhere() {
        List<Case> cases = cases("""
                /files/{name}:
                  get:
                    parameters: [{name: name, in: path, required: true, schema: {type: string}, example: ../etc/passwd}]
                    responses: {'200': {description: ok}}
                """);

        assertThat(cases).isNotEmpty().allMatch(one -> one.request().path().matches("/files/[a-z]+"));
    }

    @Test
    void spellsAPathThatNoUriMayHave() {
        List<Case> cases = cases("""
                /größe von/{x}:
                  get:
                    parameters: [{name: x, in: path, required: true, schema: {enum: [1]}}]
                    responses: {'200': {description: ok}}
                """);

        assertThat(cases.get(0).request().path()).isEqualTo("/gr%C3%B6%C3%9Fe%20von/1");
    }

    @Test
    void breaksEachOptionalParameterAlone() {
        String parameters = IntStream.range(0, 60)
                .mapToObj(i -> "- {name: p" + i + ", in: query, schema: {type: "
                        + List.of("integer", "boolean", "array, minItems: 1, items: {type: number}")
                                .get(i % 3) + "}}\n")
                .collect(Collectors.joining());
        List<Case> cases = cases("/search:\n  get:\n    responses: {'200': {description: ok}}\n    parameters:\n"
                + "    - {name: q, in: query, required: true, schema: {enum: [z]}}\n" + parameters.indent(4));

        List<String> broken = cases.stream()
                .filter(one -> one.id().contains("/invalid/query/p"))
                .map(one -> one.request().query())
                .toList();
        assertThat(broken).allMatch(query -> query.matches("q=z&(p\\d+)=[^&]+(&\\1=[^&]+)*"));
        assertThat(broken.stream().map(query -> query.replaceAll("q=z&(p\\d+)=.*", "$1")))
                .hasSizeGreaterThanOrEqualTo(60)
                .containsAll(IntStream.range(0, 60).mapToObj(i -> "p" + i).toList());
    }

    @Test
    void breaksAParameterWithoutTheBodyThatNeedNotBeThere() {
        List<Case> cases = cases("""
                /search:
                  post:
                    parameters: [{name: n, in: query, schema: {type: integer}, example: 1}, {name: m, in: header, schema: {type: integer}, example: 2}]
                    requestBody: {content: {application/json: {schema: {type: object}, example: {a: 1}}}}
                    responses: {'200': {description: ok}}
                """);

        assertThat(requests(cases)).contains("POST /search?n=1 {\"a\":1}", "POST /search?n=x", "POST /search \"x\"");
        assertThat(cases)
                .filteredOn(one -> one.id().contains("/invalid/body"))
                .noneMatch(one -> one.request().headers().has("m"));
    }

    @Test
    void breaksMadeUpBodiesWithoutWhatNeedNotBeThere() {
        List<Case> cases = cases("""
                /search:
                  post:
                    requestBody:
                      required: true
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [must]
                            properties: {must: {type: integer}, a: {type: integer}, b: {type: integer}, c: {type: integer}}
                    responses: {'200': {description: ok}}
                """);

        assertThat(cases)
                .filteredOn(one -> one.id().matches(".*/random/\\d+/body/[abc]/type.*"))
                .extracting(one -> Documents.shown(one.request()))
                .isNotEmpty()
                .allMatch(request -> request.matches("POST /search \\{\"must\":\\d+,\"[abc]\":[^,]+}"));
    }

    @Test
    void breaksEveryPlaceBeforeItBreaksOneTwice() {
        String many = IntStream.range(0, 50).mapToObj(i -> "{n: 1, m: 2}").collect(Collectors.joining(", "));
        List<Case> cases = cases("""
                /orders:
                  post:
                    parameters: [{name: q, in: query, schema: {type: integer, minimum: 1, maximum: 9}}]
                    requestBody:
                      content:
                        application/json:
                          schema: {type: array, items: {type: object, required: [n, m], properties: {n: {type: integer, minimum: 1}, m: {type: integer, minimum: 1}}}}
                          example: [%s]
                    responses: {'200': {description: ok}}
                """.formatted(many));

        assertThat(cases)
                .extracting(Case::id)
                .filteredOn(id -> id.contains("/invalid/"))
                .hasSize(200)
                .contains(
                        "POST /orders/invalid/query/q/type",
                        "POST /orders/invalid/query/q/minimum",
                        "POST /orders/invalid/query/q/maximum")
                .anyMatch(id -> id.matches(".*/body/\\d+/m/minimum"))
                .anyMatch(id -> id.matches(".*/body/\\d+/n/required"));
    }

    @Test
    void leavesMembersOutThatOnlyAnswersHave() {
        List<Case> cases = cases("""
                /users:
                  post:
                    requestBody:
                      required: true
                      content:
                        application/json:
                          schema: &user
                            type: object
                            required: [id, name]
                            properties: {id: {type: integer, readOnly: true}, name: {type: string, minLength: 1}}
                          example: {id: wrong, name: Ann}
                        application/xml: {schema: *user, example: '<user><id>7</id><name>Bob</name></user>'}
                    responses: {'200': {description: ok}}
                """.replace("&user", "")
                .replace("*user", "{$ref: '#/paths/~1users/post/requestBody/content/application~1json/schema'}"));

        assertThat(requests(cases))
                .contains("POST /users {\"name\":\"Ann\"}", "POST /users {\"name\":\"\"}")
                .noneMatch(request -> request.contains("id"));
        assertThat(cases)
                .filteredOn(one -> one.expected().verdict() == Expected.Verdict.REFUSED)
                .extracting(one -> one.expected().reason())
                .noneMatch(reason -> reason.contains("/id"));
    }

    @Test
    void asksForAnOperationWhoseRequiredMembersOnlyAnswersHave() {
        Contract contract = Documents.contract("""
                paths:
                  /pets:
                    post:
                      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                      responses: {'201': {description: made}}
                components:
                  schemas:
                    Pet:
                      oneOf:
                        - allOf: [{$ref: '#/components/schemas/Base'}, {required: [bark], properties: {bark: {type: boolean}}}]
                        - allOf: [{$ref: '#/components/schemas/Base'}, {required: [lives], properties: {lives: {type: integer, readOnly: true}, mew: {type: integer}}}]
                    Base: {type: object, required: [id], properties: {id: {type: integer, readOnly: true}}}
                """);

        assertThat(requests(Documents.cases(contract)))
                .isNotEmpty()
                .noneMatch(request -> request.matches(".*\"(id|lives)\".*"));
    }

    @Test
    void makesUpWhatNoListOfMembersTells() {
        List<Case> cases = cases("""
                /tuple:
                  post:
                    requestBody: {required: true, content: {application/json: {schema: {type: array, prefixItems: [{type: integer}, {type: boolean}], items: false, minItems: 2}}}}
                    responses: {'200': {description: ok}}
                /map:
                  post:
                    requestBody: {required: true, content: {application/json: {schema: {type: object, minProperties: 2, additionalProperties: {type: integer}}}}}
                    responses: {'200': {description: ok}}
                """);

        assertThat(cases).extracting(Case::subject).contains("POST /tuple", "POST /map");
        assertThat(cases)
                .extracting(
                        one -> one.id().replaceAll("/random/\\d+/", "/invalid/"),
                        one -> one.expected().verdict())
                .contains(
                        tuple("POST /tuple/invalid/body/1/type", Expected.Verdict.REFUSED),
                        tuple("POST /tuple/invalid/body/2/items", Expected.Verdict.REFUSED),
                        tuple("POST /map/invalid/body/property1/type", Expected.Verdict.REFUSED),
                        tuple("POST /map/invalid/body/minProperties", Expected.Verdict.REFUSED));
    }

    /** A server that documents 415 takes no patch that does not say what it is. */
    @Test
    void sendsJsonByItsPlainNameWhereThatIsAnotherType() {
        String operation = """
                /things:
                  patch:
                    requestBody: {content: {application/merge-patch+json: {schema: {type: object}}OTHER}}
                    responses: {'200': {description: ok}STATUS}
                """;
        String status = ", '415': {description: unread}";

        assertThat(cases(operation.replace("OTHER", "").replace("STATUS", status)))
                .filteredOn(one -> one.id().endsWith("/plain-type"))
                .singleElement()
                .satisfies(one -> assertThat(one.expected().statuses()).containsExactly(415))
                .satisfies(one ->
                        assertThat(one.request().headers().text("Content-Type")).isEqualTo("application/json"));
        assertThat(cases(operation.replace("OTHER", "").replace("STATUS", "")))
                .noneMatch(one -> one.id().endsWith("/plain-type"));
        assertThat(cases(operation.replace("OTHER", ", application/json: {}").replace("STATUS", status)))
                .noneMatch(one -> one.id().endsWith("/plain-type"));
    }
}
