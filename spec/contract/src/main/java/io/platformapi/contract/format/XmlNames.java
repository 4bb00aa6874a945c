package io.platformapi.contract.format;

import io.platformapi.contract.schema.Schema;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the names of elements come from, and the habits that go with it.
 *
 * @param types how the values of a schema are spelled
 * @param instancePrefix the prefix of {@code nil}
 * @param declaresInstance whether the root declares that prefix, needed or not
 * @param lenientIn how bodies are read that need not be exactly as documented; empty where all do
 */
record XmlNames(
        Function<Schema, XmlType> types, String instancePrefix, boolean declaresInstance, Set<Reading> lenientIn) {

    /** {@code xml} objects: what is not as documented is kept for validation, or refused. */
    static final XmlNames OPENAPI = new XmlNames(OpenApiXmlType::of, "xsi", false, Set.of());

    /** Facts of data contracts, under a keyword: requests are read leniently. */
    static XmlNames ofDataContracts(String keyword) {
        return new XmlNames(schema -> DataContractType.of(schema, keyword), "i", true, Set.of(Reading.REQUEST));
    }

    XmlType type(Schema schema) {
        return types.apply(schema);
    }

    boolean isLenient(Reading reading) {
        return lenientIn.contains(reading);
    }
}
