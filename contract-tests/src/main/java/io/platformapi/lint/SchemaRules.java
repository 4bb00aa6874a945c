package io.platformapi.lint;

import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.stream.Stream;

/** What schemas should say, and what the values in them should be. */
final class SchemaRules {

    /** A schema does not say whether its values are sent or received. */
    private static final List<OneWay> EITHER_WAY = List.of(OneWay.values());

    private SchemaRules() {}

    static Stream<Offence> undescribed(Contract contract) {
        return contract.document().member("components").member("schemas").members().values().stream()
                .filter(schema -> schema.isObject()
                        && !schema.isReference()
                        && schema.text("description", "").isBlank()
                        && schema.text("title", "").isBlank())
                .map(schema -> new Offence(
                        schema, "The schema " + schema.name() + " has no description.", "say what such a value is"));
    }

    static Stream<Offence> invalidExamples(Contract contract) {
        return schemas(contract)
                .flatMap(schema -> Stream.concat(
                                Stream.of(schema.member("example")).filter(Node::exists),
                                schema.member("examples").items().stream())
                        .flatMap(value ->
                                ExampleRules.faults(value, of(contract, schema), EITHER_WAY, "The schema's example")));
    }

    static Stream<Offence> invalidDefaults(Contract contract) {
        return schemas(contract)
                .filter(schema -> schema.member("default").exists())
                .flatMap(schema ->
                        ExampleRules.faults(schema.member("default"), of(contract, schema), EITHER_WAY, "The default"));
    }

    static Stream<Offence> invalidEnumValues(Contract contract) {
        return schemas(contract)
                .flatMap(schema -> Stream.concat(
                        schema.member("enum").items().stream()
                                .flatMap(value -> ExampleRules.faults(
                                        value, of(contract, schema), EITHER_WAY, "A value of the enum")),
                        Stream.of(schema.member("const"))
                                .filter(Node::exists)
                                .flatMap(value ->
                                        ExampleRules.faults(value, of(contract, schema), EITHER_WAY, "The const"))));
    }

    /**
     * Where parts are put together by {@code allOf} and the like, another part may declare the member; and who says
     * that there may be others names one of these.
     */
    static Stream<Offence> undeclaredRequired(Contract contract) {
        return schemas(contract)
                .filter(schema -> schema.member("properties").exists()
                        && !schema.member("additionalProperties").isObject()
                        && !schema.flag("additionalProperties")
                        && !schema.member("patternProperties").exists()
                        && !schema.pointer().matches(".*/(allOf|anyOf|oneOf|not|if|then|else)(/.*)?"))
                .flatMap(schema -> schema.member("required").items().stream()
                        .filter(name -> !of(contract, schema)
                                .properties()
                                .containsKey(name.json().asText()))
                        .map(name -> new Offence(
                                name,
                                "\"" + name.json().asText() + "\" is required but not declared.",
                                "declare it in properties, or leave it out of required")));
    }

    private static Stream<Node> schemas(Contract contract) {
        return Spots.written(contract.document()).of(Kind.SCHEMA).stream();
    }

    private static Schema of(Contract contract, Node schema) {
        return contract.schemas().of(schema);
    }
}
