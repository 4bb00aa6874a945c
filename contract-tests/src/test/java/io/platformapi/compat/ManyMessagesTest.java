package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Where many messages lead to the same schemas, what is proven of these is proven once, so that nothing is given up.
 */
class ManyMessagesTest {

    private static final int MESSAGES = 200;
    private static final int MEMBERS = 60;

    @Test
    void aBreakInASharedSchemaIsProvenOnceAndToldOfEachMessage() {
        Report report = ComparedText.report(api(9), api(8));

        assertThat(report.findings()).hasSize(MEMBERS).allMatch(each -> each.level() == Level.ERROR);
        assertThat(report.findings().get(7).message())
                .isEqualTo("body (application/json) /shared/m7: `maxLength` was 9 and is 8.");
        assertThat(report.findings()).extracting(Finding::sites).allMatch(sites -> sites.size() == MESSAGES);
    }

    /** Each message has a schema of its own, which leads to one that all share. */
    private static String api(int longest) {
        String paths = each(
                MESSAGES,
                "/own%1$d: {post: {requestBody: {content: {application/json: {schema: {$ref:"
                        + " '#/components/schemas/Own%1$d'}}}}, responses: {'204': {description: Done.}}}}",
                "\n");
        String schemas = each(
                MESSAGES,
                "Own%1$d: {type: object, properties: {own%1$d: {type: string}, shared: {$ref:"
                        + " '#/components/schemas/Shared'}}}",
                ", ");
        String members = each(MEMBERS, "m%d: {type: string, maxLength: " + longest + "}", ", ");
        return ComparedText.document(paths) + "components: {schemas: {Shared: {type: object, properties: {" + members
                + "}}, " + schemas + "}}\n";
    }

    private static String each(int count, String format, String between) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(between));
    }
}
