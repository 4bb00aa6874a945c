package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is beyond the search is told as undecided, with the reason, and never counts as compatible. */
class GivenUpTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pattern: '^(a)\\1$'           | pattern: '^(b)\\1$'           | pattern | the pattern ^(b)\\1$ has a back reference
            pattern: '\\bcat'            | pattern: '\\bdog'            | pattern | the pattern \\bdog has a word boundary
            pattern: '(?<=a)c'            | pattern: '(?<=a)b'            | pattern | the pattern (?<=a)b has a lookbehind
            pattern: '^a{80000}$'         | pattern: '^a{90000}$'         | pattern | the pattern ^a{90000}$ has a quantifier above 5000
            contentEncoding: base64       | contentEncoding: base32       | contentEncoding | no validator looks into strings for `contentEncoding: base32`
            """)
    void isUndecided(String old, String fresh, String keyword, String reason) {
        List<Finding> findings =
                ComparedText.report(document(old), document(fresh)).findings();
        assertThat(findings).hasSize(1);
        assertThat(ComparedText.report(document(old), document(fresh))
                        .word(findings.get(0).level()))
                .isEqualTo("undecided");
        assertThat(findings.get(0).message()).startsWith("body (application/json): `" + keyword + "` was");
        assertThat(findings.get(0).evidence()).contains(new Evidence("undecided because", reason));
    }

    /** The search that was given up may have been given up for it. */
    @Test
    void noChangeBesideItCountsAsCompatible() {
        String body = "/codes: {post: {requestBody: {content: {application/json: {schema: {type: object, properties:"
                + " {a: {type: string, contentEncoding: %s}, b: {type: string, maxLength: %d}}}}}},"
                + " responses: {'204': {description: Done.}}}}";

        assertThat(ComparedText.found(
                        ComparedText.document(body.formatted("base64", 5)),
                        ComparedText.document(body.formatted("base32", 9))))
                .hasSize(1)
                .allMatch(each -> each.startsWith("undecided "));
    }

    /** Lists that are none are told by lint, and count as absent. */
    @Test
    void aListOfSchemasThatIsNoneEndsNothing() {
        assertThat(ComparedText.found(
                        document("anyOf: {a: {maxLength: 3}}, maxLength: 5"),
                        document("anyOf: {a: {maxLength: 3}}, maxLength: 4")))
                .hasSize(1)
                .allMatch(each -> each.contains("maxLength"));
    }

    /** The validator that has the last word reads expressions as the search does. */
    @Test
    void aPatternThatOnlyEcmaReadsIsDecided() {
        String body = "/codes: {post: {requestBody: {content: {application/json: {schema: {type: object,"
                + " patternProperties: {'^{[a-z]+}$': {type: string, maxLength: %d}}}}}},"
                + " responses: {'204': {description: Done.}}}}";

        assertThat(ComparedText.found(
                        ComparedText.document(body.formatted(5)), ComparedText.document(body.formatted(4))))
                .hasSize(1)
                .allMatch(each -> each.startsWith("breaking "));
    }

    private static String document(String schema) {
        return ComparedText.document(
                "/codes: {post: {requestBody: {content: {application/json: {schema: {type: string, " + schema
                        + "}}}}, responses: {'204': {description: Done.}}}}");
    }
}
