package io.platformapi.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a document says and our reader does not know is said, where it stands. */
class UnreadTest {

    private static Contract contract(String version, String item) {
        return new ContractReader(Access.SAME_ORIGIN)
                .read(
                        "openapi: " + version + "\ninfo: {title: Pets, version: 1.0.0}\npaths:\n  /pets:\n"
                                + item.indent(4),
                        URI.create("file:///pets.yaml"),
                        "pets.yaml");
    }

    @Test
    void warnsOfWhatOnly32Knows() {
        Contract contract = contract("3.2.0", """
                additionalOperations: {COPY: {responses: {'200': {description: Ok.}}}}
                get:
                  parameters:
                    - {name: q, in: querystring, schema: {type: string}}
                    - {name: c, in: cookie, schema: {type: string, xml: {nodeType: none}}}
                  responses:
                    '200':
                      description: Ok.
                      content:
                        application/xml: {itemSchema: {type: string}}
                        application/json: {schema: {type: string, dividedBy: 2, x-order: 1, $comment: Odd.}}
                """);
        assertThat(contract.warnings())
                .filteredOn(each -> each.rule().equals("not-looked-at"))
                .extracting(Warning::toString)
                .containsExactly(
                        "pets.yaml:8 /paths/~1pets/get/parameters/0/in: not looked at: `in: querystring`, which is not"
                                + " known here",
                        "pets.yaml:14 /paths/~1pets/get/responses/200/content/application~1xml/itemSchema: not looked"
                                + " at: `itemSchema`, which is not known here",
                        "pets.yaml:9 /paths/~1pets/get/parameters/1/schema/xml/nodeType: not looked at: `nodeType:"
                                + " none`, which is not known here",
                        "pets.yaml:15 /paths/~1pets/get/responses/200/content/application~1json/schema/dividedBy: not"
                                + " looked at: `dividedBy: 2`, which is not known here");
        assertThat(Unread.of(contract.operations().get(1))).hasSize(4);
    }

    @Test
    void knowsNullableIn30AndNotLater() {
        String item =
                "get: {parameters: [{name: a, in: query, schema: {type: string, nullable: true}}], responses: {}}";
        assertThat(Unread.of(contract("3.0.3", item).operations().get(0))).isEmpty();
        assertThat(Unread.of(contract("3.1.0", item).operations().get(0))).hasSize(1);
    }

    @Test
    void countsWhatIsReadInPlaceOfWhatStandsThere() {
        String item = """
                get:
                  parameters:
                    - {name: a, in: quary, schema: {}}
                    - {name: b, in: query, style: deepobject, required: 'yes', deprecated: 'no', schema: {}}
                  requestBody: {required: 1, content: {text/plain: {}}}
                  responses: {'200': {description: Ok.}}
                """;

        assertThat(Unread.of(contract("3.1.0", item).operations().get(0)))
                .extracting(Unread::told)
                .containsExactly(
                        "not looked at: `in: quary`, which is not known here",
                        "not looked at: `style: deepobject`, which is not known here",
                        "not looked at: `required: yes`, which is not known here",
                        "not looked at: `required: 1`, which is not known here");
        assertThat(contract("3.1.0", item).warnings())
                .extracting(Warning::rule)
                .containsExactly("field-value", "field-value", "field-value", "field-value", "field-value");
    }

    @Test
    void looksIntoEveryObjectThatOpenApiKnows() {
        Contract contract = contract("3.1.0", """
                get:
                  externalDocs: {url: 'https://example.com', lang: en}
                  responses:
                    '200':
                      description: Ok.
                      headers: {X-A: {schema: {type: string}, unit: s}}
                      content:
                        multipart/form-data:
                          encoding: {a: {contentTypes: text/plain}}
                          examples: {one: {externalValue: nowhere.json}}
                          schema:
                            contentSchema: {type: string, whatever: 1}
                            properties:
                              x-size: {xml: {nodeType: none}, maximumLength: 5}
                """);
        assertThat(contract.warnings())
                .filteredOn(each -> List.of("not-looked-at", "field-known").contains(each.rule()))
                .extracting(each -> each.place().pointer().replaceFirst("/paths/~1pets/get/", ""))
                .containsExactlyInAnyOrder(
                        "externalDocs/lang",
                        "responses/200/headers/X-A/unit",
                        "responses/200/content/multipart~1form-data/encoding/a/contentTypes",
                        "responses/200/content/multipart~1form-data/examples/one/externalValue",
                        "responses/200/content/multipart~1form-data/schema/contentSchema",
                        "responses/200/content/multipart~1form-data/schema/properties/x-size/xml/nodeType",
                        "responses/200/content/multipart~1form-data/schema/properties/x-size/maximumLength");
    }
}
