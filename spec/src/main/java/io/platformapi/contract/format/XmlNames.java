package io.platformapi.contract.format;

import io.platformapi.contract.schema.Schema;
import java.util.function.Function;

/** Where the names of elements come from, and the habits that go with it. */
enum XmlNames {

    /** {@code x-datacontract}: the root declares the prefix of {@code nil}, and requests are read leniently. */
    DATA_CONTRACT(DataContractType::of, "i"),
    /** {@code xml} objects: what is not as documented is kept for validation, or refused. */
    OPENAPI(OpenApiXmlType::of, "xsi");

    private final Function<Schema, XmlType> types;
    private final String instancePrefix;

    XmlNames(Function<Schema, XmlType> types, String instancePrefix) {
        this.types = types;
        this.instancePrefix = instancePrefix;
    }

    XmlType type(Schema schema) {
        return types.apply(schema);
    }

    /** The prefix of {@code nil}. */
    String instancePrefix() {
        return instancePrefix;
    }

    /** Whether the root declares the prefix of {@code nil}, needed or not. */
    boolean declaresInstance() {
        return this == DATA_CONTRACT;
    }

    boolean isLenient(Reading reading) {
        return this == DATA_CONTRACT && reading == Reading.REQUEST;
    }
}
