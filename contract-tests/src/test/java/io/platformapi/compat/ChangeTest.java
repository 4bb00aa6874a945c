package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaCompiler;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.report.FindingKind;
import io.platformapi.report.FindingKinds;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ids of what compat finds, held to their table and to the keywords that schemas are read by. */
class ChangeTest {

    private static final String EVERYTHING = """
            {"$dynamicRef": "#a", "$recursiveRef": "#", "enum": [1], "x-extensible-enum": [1], "const": 1,
             "minimum": 1, "maximum": 1, "exclusiveMinimum": 1, "exclusiveMaximum": 1, "multipleOf": 2,
             "minLength": 1, "maxLength": 1, "pattern": "a", "format": "uuid", "contentEncoding": "base64",
             "contentMediaType": "text/plain", "minItems": 1, "maxItems": 1, "uniqueItems": true,
             "prefixItems": [{}], "items": {"type": "string"}, "contains": {}, "minProperties": 1, "maxProperties": 1,
             "required": ["a"], "properties": {"a": {}}, "patternProperties": {"a": {}}, "additionalProperties": false,
             "propertyNames": {}, "dependentRequired": {"a": ["b"]}, "dependentSchemas": {"a": {}},
             "anyOf": [{}, {}], "oneOf": [{}, {}], "not": {}, "if": {}, "then": {}, "else": {}, "type": "string",
             "discriminator": {"propertyName": "a"}, "a": {}}""";

    @Test
    void hasTheIdsOfTheTable() {
        Set<String> ids = new TreeSet<>(Set.of(ConsumerImpact.BROKEN, ConsumerImpact.UNFIT));
        for (Flow flow : Flow.values()) {
            Stream.of(Change.values()).map(each -> each.id(flow)).forEach(ids::add);
            Stream.of(KeywordChange.values()).map(each -> each.id(flow)).forEach(ids::add);
        }
        Set<String> table = new TreeSet<>();
        FindingKinds.of("compat").all().stream()
                .filter(kind -> !isOfWaivers(kind))
                .map(FindingKind::id)
                .forEach(table::add);
        assertThat(ids).isEqualTo(table);
    }

    @Test
    void saysOfEachHarmlessKindWhetherItTakesNothingAway() {
        assertThat(FindingKinds.of("compat").all()).allSatisfy(kind -> {
            assertThat(kind.fact("additive"))
                    .as(kind.id())
                    .matches(kind.level().equals("compatible") && !isOfWaivers(kind) ? "true|false" : "");
            assertThat(!Change.isUnseen(kind.id()) || kind.fact("additive").equals("true"))
                    .as("what is told on request only decides nothing: %s", kind.id())
                    .isTrue();
        });
    }

    @Test
    void saysOfEachBreakOfRequestsWhatShowsItToARunningServer() {
        assertThat(FindingKinds.of("compat").all())
                .filteredOn(kind ->
                        kind.id().startsWith("request-") && !kind.level().equals("compatible"))
                .hasSizeGreaterThan(50)
                .allSatisfy(kind -> assertThat(Stream.of(Trial.values())
                                .map(each -> each.name().toLowerCase(Locale.ROOT)))
                        .as(kind.id())
                        .contains(kind.fact("replay")));
    }

    private static boolean isOfWaivers(FindingKind kind) {
        return kind.id().startsWith("waiver-") || kind.id().startsWith("baseline-");
    }

    @ParameterizedTest
    @EnumSource
    void knowsEachKeywordThatASchemaCanFailBy(SchemaReading.Dialect dialect) throws JsonProcessingException {
        JsonNode schema = new ObjectMapper().readTree(EVERYTHING);
        SchemaCompiler compiler = new SchemaCompiler(
                References.within(schema),
                new SchemaReading(dialect, SchemaReading.Direction.REQUEST, SchemaReading.Profile.COMMON));
        assertThat(compiler.shape(schema, "").parts())
                .hasSizeGreaterThan(35)
                .extracting(part -> part.keyword().replaceFirst("/.*", ""))
                .allSatisfy(keyword ->
                        assertThat(KeywordChange.of(keyword).keyword()).isEqualTo(keyword));
    }
}
