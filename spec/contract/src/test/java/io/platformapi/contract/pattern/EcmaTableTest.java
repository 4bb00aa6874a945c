package io.platformapi.contract.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every line of a table of expressions, chosen and random, with texts that contain a match in a JavaScript engine and
 * texts that do not. {@code ecma-262.mjs} beside it made it.
 */
class EcmaTableTest {

    /** What a JavaScript engine does and we do not: said, and never passed over in silence. */
    private static final Pattern BEYOND_US = Pattern.compile("a lookbehind at a text of any length"
            + "|a back reference to a group that may not have matched yet"
            + "|a back reference into rounds that may consume nothing"
            + "|a quantifier above 2147483647"
            + "|\\\\[pPu]\\{.*} without the u flag.*");

    static List<JsonNode> rows() throws IOException {
        try (InputStream table = EcmaTableTest.class.getResourceAsStream("ecma-262.jsonl");
                MappingIterator<JsonNode> rows =
                        JsonMapper.builder().build().readerFor(JsonNode.class).readValues(table)) {
            return rows.readAll();
        }
    }

    static Stream<JsonNode> expressions() throws IOException {
        return rows().stream();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void readsAnExpressionAsAJavaScriptEngineDoes(JsonNode row) {
        String regex = row.get("regex").asText();
        Optional<String> refusal = RegexFinder.refusal(regex);
        if (row.has("error")) {
            assertThat(refusal).as(regex).isPresent();
        } else if (refusal.isPresent()) {
            assertThat(refusal.get()).as(regex).matches(BEYOND_US);
        } else {
            RegexFinder finder = RegexFinder.of(regex);
            row.get("finds")
                    .forEach(text -> assertThat(finder.finds(text.asText()))
                            .as("%s finds %s", regex, text)
                            .isTrue());
            row.get("not")
                    .forEach(text -> assertThat(finder.finds(text.asText()))
                            .as("%s does not find %s", regex, text)
                            .isFalse());
        }
    }
}
