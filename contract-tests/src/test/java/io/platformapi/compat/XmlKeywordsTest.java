package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** By which keywords values are written as XML is the dialect's to say. */
final class XmlKeywordsTest {

    private static String document(String root, String facts) {
        return root + "\n"
                + ComparedText.document("/pets: {post: {responses: {'200': {description: Ok., content: "
                        + "{application/xml: {schema: {type: object, x-datacontract: {order: " + facts + "}}}}}}}}");
    }

    @Test
    void arePlainOpenApisAlone() {
        assertThat(ComparedText.found(document("", "declared"), document("", "alphabetical")))
                .isEmpty();
    }

    @Test
    void areAlsoThePlatformsInItsDocuments() {
        String dialect = "x-dialect: servicestack";

        assertThat(ComparedText.found(document(dialect, "declared"), document(dialect, "alphabetical")))
                .containsExactly("breaking GET /pets 200 body (application/xml): `x-datacontract` was"
                        + " {\"order\":\"declared\"} and is {\"order\":\"alphabetical\"}.");
    }

    /** Whoever reads XML takes both for text; an element is another thing. */
    @Test
    void takeSectionsOfTextForText() {
        String pets = "/pets: {get: {responses: {'200': {description: Ok., content: "
                + "{application/xml: {schema: {type: object, properties: {a: {type: string, xml: {nodeType: %s}}}}}}}}}}";
        String section = ComparedText.document(pets.formatted("cdata")).replace("3.1.1", "3.2.0");
        assertThat(ComparedText.found(section, section.replace("cdata", "text")))
                .isEmpty();
        assertThat(ComparedText.found(section, section.replace("cdata", "element")))
                .hasSize(1);
    }
}
