package io.platformapi.lint;

import java.util.List;

/** The rules, in the order in which they are looked at. */
final class Rules {

    static final List<Rule> ALL = List.of(
            new Rule("info-description", DocumentRules::undescribedInfo),
            new Rule("tag-declared", DocumentRules::undeclaredTags),
            new Rule("tag-unused", DocumentRules::unusedTags),
            new Rule("tag-description", DocumentRules::undescribedTags),
            new Rule("server-variable-unused", ServerRules::unusedVariables),
            new Rule("server-slash", ServerRules::slashes),
            new Rule("http-scheme", ServerRules::unknownSchemes),
            new Rule("operation-id", OperationRules::withoutId),
            new Rule("operation-id-case", OperationRules::oddIds),
            new Rule("operation-tag", OperationRules::untagged),
            new Rule("operation-summary", OperationRules::withoutSummary),
            new Rule("operation-description", OperationRules::undescribed),
            new Rule("operation-success", OperationRules::withoutSuccess),
            new Rule("operation-failure", OperationRules::withoutFailure),
            new Rule("operation-security", OperationRules::unsecured),
            new Rule("operation-body", MessageRules::bodies),
            new Rule("response-body", MessageRules::emptyAnswers),
            new Rule("header-reserved", MessageRules::ownHeaders),
            new Rule("encoding-member", MessageRules::encodings),
            new Rule("path-ambiguous", MessageRules::ambiguousPaths),
            new Rule("link-operation", LinkRules::operations),
            new Rule("link-parameter", LinkRules::parameters),
            new Rule("scope-declared", MessageRules::scopes),
            new Rule("parameter-style", OperationRules::undefinedStyles),
            new Rule("parameter-description", OperationRules::undescribedParameters),
            new Rule("example-present", ExampleRules::missing),
            new Rule("example-valid", ExampleRules::invalid),
            new Rule("example-member-declared", ExampleRules::undeclared),
            new Rule("schema-description", SchemaRules::undescribed),
            new Rule("schema-example-valid", SchemaRules::invalidExamples),
            new Rule("default-valid", SchemaRules::invalidDefaults),
            new Rule("enum-value-valid", SchemaRules::invalidEnumValues),
            new Rule("required-declared", SchemaRules::undeclaredRequired),
            new Rule("schema-bounds", KeywordRules::bounds),
            new Rule("schema-endless", EndlessRules::endless),
            new Rule("schema-one-way", KeywordRules::bothWays),
            new Rule("schema-value-twice", KeywordRules::twice),
            new Rule("schema-format", KeywordRules::formats),
            new Rule("schema-items", KeywordRules::listsOfAnything),
            new Rule("schema-keyword-idle", IdleRules::idle),
            new Rule("discriminator-mapping", DiscriminatorRules::unknownSchemas),
            new Rule("discriminator-word", DiscriminatorRules::impossibleWords),
            new Rule("discriminator-member", DiscriminatorRules::unknownMembers),
            new Rule("discriminator-required", DiscriminatorRules::optionalMembers),
            new Rule("component-unused", ComponentRules::unused),
            new Rule("reference-siblings", ComponentRules::siblings));

    private Rules() {}
}
