package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueVarietiesTest {

    private static Set<String> ofText(String schema) {
        String document =
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {X: " + schema + "}}";
        return ValueVarieties.of(
                        Applied.of(new ContractReader(Access.SAME_ORIGIN)
                                .read(document, URI.create("file:///t.yaml"), "t.yaml")
                                .schema("X")
                                .orElseThrow()),
                        JsonNodeFactory.instance.textNode("abc"))
                .keySet();
    }

    @Test
    void aTextIsWrittenAsPeopleLike() {
        assertThat(ofText("{type: string}")).contains("a text with an emoji", "a text with two lines", "an empty text");
    }

    @Test
    void aPatternThatForbidsLittleLetsTheRestBe() {
        assertThat(ofText("{type: string, pattern: '^[^\\x00-\\x1F]*$'}"))
                .contains("a text with an emoji", "a text with a backslash and a slash")
                .doesNotContain("a text with two lines");
    }

    @Test
    void aPatternOfNamesTellsThatThereMayBeSuchAThingOrNot() {
        assertThat(ofText("{type: string, pattern: '^[a-z0-9-]+$'}")).noneMatch(what -> what.startsWith("a text"));
    }
}
