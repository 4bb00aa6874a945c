package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.search.Effort;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemasTest {

    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: MessageSchemas, version: 1.0.0}
            paths: {}
            components:
              schemas:
                Root: %s
                Other: {type: object, properties: {root: {$ref: '#/components/schemas/Root'}}}
            """;

    private static boolean same(String before, String after) {
        Edition old = new Edition("old", contract(before));
        Edition fresh = new Edition("new", contract(after));
        MessageSchemas schemas = new MessageSchemas(
                Flow.INCOMING, old, fresh, SchemaReading.Profile.COMMON, new Effort(), Effort.aside());
        MessageSchemas.Pair pair = new MessageSchemas.Pair(
                old.located(old.node("/components/schemas/Root")),
                fresh.located(fresh.node("/components/schemas/Root")));
        schemas.prepare(List.of(pair.sent()), List.of(pair.read()));
        return schemas.same(pair);
    }

    private static Contract contract(String root) {
        return new ContractReader(Access.SAME_ORIGIN)
                .read(DOCUMENT.formatted(root), URI.create("file:///schemas.yaml"), "schemas.yaml");
    }

    @Test
    void recognisesWhatIsUnchangedWhenSchemasReferToEachOtherInCircles() {
        String circle = "{type: object, properties: {other: {$ref: '#/components/schemas/Other'}}}";
        assertThat(same(circle, circle)).isTrue();
    }

    @Test
    void tellsApartWhatDiffersInKeywordsWithoutEffectOnly() {
        assertThat(same("{type: integer, maxLength: 3}", "{type: integer, maxLength: 3, description: A number.}"))
                .isTrue();
        assertThat(same("{type: integer, maxLength: 3}", "{allOf: [{type: integer}, {maxLength: 3}]}"))
                .isFalse();
    }
}
