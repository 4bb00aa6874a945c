package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is left without a partner that could have one. */
class MatchingTest {

    private static final String THINGS = """
            /things/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {}}}
            /things/{name}:
              get:
                parameters:
                  - {name: name, in: path, required: true, schema: {type: string}}
                  - {name: q, in: query, required: %s, schema: {type: string}}
                responses: {}
            """;

    @Test
    void comparesEachOfTwoPathsThatMatchTheSameRequests() {
        assertThat(ComparedText.found(
                        ComparedText.document(THINGS.formatted(false)), ComparedText.document(THINGS.formatted(true))))
                .containsExactly("breaking GET /things/{name} query parameter q is now required.");
    }

    @Test
    void comparesAnEquivalentPathThatIsGoneWithTheOneThatAnswersNow() {
        String one = "/things/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {maxLength: 3}}],"
                + " responses: {}}}";
        assertThat(ComparedText.found(ComparedText.document(THINGS.formatted(false)), ComparedText.document(one)))
                .contains("breaking GET /things/{name} path parameter name: `maxLength` was not given and is 3.");
    }

    @Test
    void comparesEachOfTwoCallbacksOfOneAddress() {
        String paths = """
                /pets:
                  post:
                    responses: {}
                    callbacks:
                      added: {'{$request.query.url}': {post: {responses: {}}}}
                      sold: {'{$request.query.url}': {post: {responses: {}%s}}}
                """;
        assertThat(ComparedText.found(
                        ComparedText.document(
                                paths.formatted(", requestBody: {required: true, content: {text/plain: {}}}")),
                        ComparedText.document(paths.formatted(""))))
                .containsExactly("breaking POST /pets callback sold: POST {$request.query.url} The body is gone.");
    }

    @Test
    void comparesAStatusWithTheRangeOrDefaultThatAnswersNow() {
        String paths = "/pets: {get: {responses: {'%s': {description: Ok., content: {application/json:"
                + " {schema: {type: %s}}}}}}}";
        assertThat(ComparedText.found(
                        ComparedText.document(paths.formatted("200", "string")),
                        ComparedText.document(paths.formatted("2XX", "integer"))))
                .contains("breaking GET /pets 2XX body (application/json): `type` was \"string\" and is \"integer\".");
    }

    private static String union(String mapping, String name) {
        return ComparedText.document("""
                /pets:
                  post:
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                    responses: {'200': {description: Ok., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
                """) + """
                components:
                  schemas:
                    Cat: {type: object, required: [kind, other], properties: {kind: {type: string}, other: {type: string}, lives: {type: integer}}}
                    Dog: {type: object, required: [kind, other], properties: {kind: {type: string}, other: {type: string}, size: {type: integer}}}
                    Pet:
                      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                      discriminator: {propertyName: %s, mapping: %s}
                """.formatted(name, mapping);
    }

    @Test
    void seesADiscriminatorsValueRenamedInBothDirections() {
        assertThat(ComparedText.found(
                        union("{cat: Cat, dog: Dog}", "kind"),
                        union("{kitty: '#/components/schemas/Cat', dog: Dog}", "kind")))
                .hasSize(2)
                .allMatch(each -> each.startsWith("breaking POST /pets ")
                        && each.contains("`discriminator` gained \"kitty\" for `Cat`, and lost \"cat\" for `Cat`."));
    }

    @Test
    void seesADiscriminatorsValuesExchanged() {
        assertThat(ComparedText.found(union("{cat: Cat, dog: Dog}", "kind"), union("{cat: Dog, dog: Cat}", "kind")))
                .hasSize(2)
                .allMatch(each -> each.startsWith("breaking "));
    }

    @Test
    void seesADiscriminatorsMemberRenamed() {
        assertThat(ComparedText.found(union("{cat: Cat, dog: Dog}", "kind"), union("{cat: Cat, dog: Dog}", "other")))
                .hasSize(2)
                .allMatch(each -> each.startsWith("breaking "));
    }

    /** Where a value leads to nothing, the rest is compared all the same, and what becomes of it is told. */
    @ParameterizedTest
    @ValueSource(strings = {"1e300", "nowhere.yaml", "'nowhere.yaml#/Cat'", "Nothing"})
    void comparesWhatHasAMappingToNowhere(String nowhere) {
        String mapping = "{cat: Cat, dog: " + nowhere + "}";

        assertThat(ComparedText.found(union(mapping, "kind"), union(mapping, "kind")))
                .isEmpty();
        assertThat(ComparedText.found(union(mapping, "kind"), union("{cat: Dog, dog: " + nowhere + "}", "kind")))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("breaking POST /pets "));
    }

    @Test
    void findsNothingInAMappingThatIsWrittenInAnotherWay() {
        assertThat(ComparedText.found(
                        union("{cat: Cat, dog: Dog}", "kind"),
                        union("{dog: '#/components/schemas/Dog', cat: '#/components/schemas/Cat'}", "kind")))
                .isEmpty();
    }

    @Test
    void believesOneOfWhereItIsNewAndNotWhereItWasBefore() {
        String paths = "/pets: {post: {requestBody: {content: {application/json: {schema: %s}}}, responses: {}}}";
        String both = "{type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}";
        String either = "{oneOf: [{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}},"
                + " {type: object, required: [b], properties: {a: {type: string}, b: {type: string}%s}}]}";
        assertThat(ComparedText.found(
                        ComparedText.document(paths.formatted(both)),
                        ComparedText.document(paths.formatted(either.formatted("")))))
                .singleElement()
                .asString()
                .startsWith("breaking POST /pets body (application/json): `oneOf` was not given and is [");
        assertThat(ComparedText.found(
                        ComparedText.document(paths.formatted(either.formatted(""))),
                        ComparedText.document(paths.formatted(either.formatted(", c: {type: string}")))))
                .noneMatch(each -> each.startsWith("breaking") || each.startsWith("undecided"));
    }

    private static String tagged(String name, String branches) {
        return ComparedText.document(
                        "/pets: {get: {responses: {'200': {description: a, content: {application/json: {schema: {oneOf: ["
                                + branches + "], discriminator: {propertyName: kind}}}}}}}}")
                + """
                components:
                  schemas:
                    %s: {type: object, required: [kind], properties: {kind: {type: string}, a: {type: string}}}
                    Dog: {type: object, required: [kind], properties: {kind: {type: string}, b: {type: string}}}
                    Cow: {type: object, required: [kind, c], properties: {kind: {type: string}, c: {type: string}}}
                """.formatted(name);
    }

    private static final String CAT = "{$ref: '#/components/schemas/Cat'}";
    private static final String DOG = "{$ref: '#/components/schemas/Dog'}";

    @Test
    void namesTheVariantsThatAreToldByAnotherName() {
        assertThat(ComparedText.found(
                        tagged("Cat", CAT + "," + DOG), tagged("Kitty", CAT.replace("Cat", "Kitty") + "," + DOG)))
                .containsExactly("breaking GET /pets 200 body (application/json): `discriminator` gained \"Kitty\" for"
                        + " `Kitty`, and lost \"Cat\" for `Cat`.");
    }

    /** The schemas of the others may let it pass; who tells them apart does not know it. */
    @Test
    void isSureThatAVariantIsNewThoughNoValidatorSeesIt() {
        String two = CAT + "," + DOG;
        assertThat(ComparedText.found(tagged("Cat", two), tagged("Cat", two + ", {$ref: '#/components/schemas/Cow'}")))
                .containsExactly("breaking GET /pets 200 body (application/json): `oneOf` gained `Cow`.");
    }

    private static final String NOTE =
            "{get: {parameters: [{name: id, in: path, required: true, schema: {type: string%s}}], responses: {}}}";

    @Test
    void findsAnOperationWhosePathIsAPartOfItsServerNow() {
        String old = ComparedText.document("/v1/notes/{id}: " + NOTE.formatted(""))
                + "servers: [{url: 'https://a.example'}]\n";
        String fresh = ComparedText.document(
                        "/notes/{note}: " + NOTE.formatted(", maxLength: 9").replace("name: id", "name: note"))
                + "servers: [{url: 'https://a.example/v1/'}]\n";
        assertThat(ComparedText.found(old, fresh))
                .containsExactly("breaking GET /v1/notes/{id} path parameter id: `maxLength` was not given and is 9.");
        assertThat(ComparedText.found(old, fresh.replace("/v1/'", "/v2/'"))).hasSize(2);
    }

    @Test
    void saysWhenAnOperationThatIsGoneWasToGo() {
        String notes = "/notes: {get: {deprecated: true, x-sunset: '2026-06-30', responses: {}}}\n";
        String others = "/others: {get: {responses: {}}}";
        assertThat(ComparedText.found(ComparedText.document(notes + others), ComparedText.document(others)))
                .containsExactly("breaking GET /notes The operation is gone before its sunset, 2026-06-30.");
    }

    @Test
    void letsAScopeBeAddedToTheScopesOfAScheme() {
        String document = ComparedText.document("/pets: {get: {security: [{login: [read]}], responses: {}}}") + """
                components:
                  securitySchemes:
                    login: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://pets.example/token, scopes: {%s}}}}
                """;
        assertThat(ComparedText.found(document.formatted("read: a"), document.formatted("read: a, write: b")))
                .isEmpty();
        assertThat(ComparedText.found(document.formatted("read: a, write: b"), document.formatted("write: b")))
                .contains("breaking GET /pets A request with `login` for read is no longer let in; the scheme is"
                        + " another one now, or its tokens and scopes are had elsewhere.");
    }

    @Test
    void measuresNoVersionByDate() {
        String dated = "openapi: 3.1.1\ninfo: {title: Pets, version: '%s'}\npaths: {}\n";
        assertThat(ComparedText.report(dated.formatted("2024-11-20"), dated.formatted("2025-01-15"))
                        .summary())
                .containsExactly("info.version 2024-11-20 is no semantic version, so that none can follow.");
    }

    @Test
    void understandsWhatIsSaidTwice() {
        String paths = "/pets: {post: {requestBody: {content: {application/json: {schema: %s}}}, responses: {}}}";
        assertThat(ComparedText.found(
                        ComparedText.document(
                                paths.formatted("{allOf: [{type: [string, boolean]}], type: [string, boolean]}")),
                        ComparedText.document(paths.formatted("{type: [string, boolean, integer]}"))))
                .noneMatch(each -> each.startsWith("breaking") || each.startsWith("undecided"));
    }

    @Test
    void holdsParametersToTheSunsetThatWasAnnounced() {
        String paths = "/pets: {get: {parameters: [%s], responses: {}}}";
        String limit = "{name: limit, in: query, deprecated: true, x-sunset: '%s', schema: {type: string}}";
        String old = ComparedText.document(paths.formatted(limit.formatted("2026-06-30")));
        assertThat(ComparedText.found(old, ComparedText.document(paths.formatted(limit.formatted("2026-03-31")))))
                .containsExactly(
                        "breaking GET /pets query parameter limit: `x-sunset` was 2026-06-30 and is 2026-03-31.");
        assertThat(ComparedText.found(old, ComparedText.document(paths.formatted(""))))
                .containsExactly("undecided GET /pets query parameter limit is gone.");
        assertThat(ComparedText.found(
                        ComparedText.document(paths.formatted(limit.formatted("2025-12-31"))),
                        ComparedText.document(paths.formatted(""))))
                .containsExactly("compatible GET /pets query parameter limit is gone.");
    }
}
