package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Map;
import java.util.stream.Stream;

/** The keywords that the validator asserts, for each dialect of OpenAPI. */
final class ValidatorDialect {

    /** A keyword that no schema has: names of schemas are resolved when the document is read, and by nobody again. */
    private static final String NO_ID = "$nobody";

    private ValidatorDialect() {}

    static Dialect of(SchemaVersion version, RoundSafeReference.Targets targets) {
        Dialect base = version == SchemaVersion.OPENAPI_3_0 ? Dialects.getOpenApi30() : Dialects.getOpenApi31();
        return Dialect.builder(base)
                .idKeyword(NO_ID)
                .keywords(ValidatorDialect::change)
                .keywords(known -> ExactNumbers.of(version).forEach(each -> known.put(each.getValue(), each)))
                .keywords(known -> ExactValues.of(version).forEach(each -> known.put(each.getValue(), each)))
                .keyword(new RoundSafeReference(targets))
                .formats(known -> {
                    known.clear();
                    FormatTable.FORMATS.forEach((name, format) -> known.put(name, new Asserted(format)));
                })
                .build();
    }

    /**
     * A discriminator is a hint to readers and forbids nothing, {@code dependencies} is no keyword of 2020-12, and the
     * names of schemas, which the validator would look for a check of, are not asked again. To remove them is not
     * enough: building a dialect of vocabularies puts back what is missing, so something must stand in their place.
     */
    private static void change(Map<String, Keyword> keywords) {
        Stream.of("discriminator", "dependencies", "id", "$id")
                .forEach(name -> keywords.put(name, new NonValidationKeyword(name)));
    }

    /** A format of ours in the validator's form. */
    private record Asserted(KnownFormat format) implements Format {

        @Override
        public String getName() {
            return format.name();
        }

        @Override
        public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
            return format.accepts(value);
        }
    }
}
