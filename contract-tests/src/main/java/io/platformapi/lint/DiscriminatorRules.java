package io.platformapi.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a discriminator names: a member that tells schemas apart, and these schemas. */
final class DiscriminatorRules {

    private DiscriminatorRules() {}

    static Stream<Offence> unknownSchemas(Contract contract) {
        Map<String, Node> schemas =
                contract.document().member("components").member("schemas").members();
        return Spots.written(contract.document()).of(Kind.DISCRIMINATOR).stream()
                .flatMap(discriminator -> Stream.concat(
                        discriminator.member("mapping").members().values().stream(),
                        Stream.of(discriminator.member("defaultMapping")).filter(Node::exists)))
                .filter(mapping -> mapping.json().asText().matches("[A-Za-z0-9_-]+|#/components/schemas/[^/]+"))
                .filter(mapping -> !schemas.containsKey(name(mapping)))
                .filter(mapping -> mapping.json().asText().startsWith("#")
                        || mapping.name().equals("defaultMapping") && !isFile(mapping)
                        || !Suggestion.of(name(mapping), schemas.keySet()).isEmpty()) // else it may be an address
                .map(mapping -> new Offence(
                        mapping,
                        "There is no schema " + name(mapping) + told(Suggestion.of(name(mapping), schemas.keySet())),
                        "name a schema of the components, or write its address"));
    }

    /** Whether what looks like a name is the address of a file. */
    private static boolean isFile(Node mapping) {
        try {
            return mapping.referred(mapping.json().asText()).exists();
        } catch (UnreadableDocument nowhere) {
            return false;
        }
    }

    private static String name(Node mapping) {
        return Node.unescape(mapping.json().asText().replaceFirst("^#/components/schemas/", ""));
    }

    private static String told(String suggestion) {
        return suggestion.isEmpty() ? "." : suggestion;
    }

    /** Words that lead to a schema which does not have them. */
    static Stream<Offence> impossibleWords(Contract contract) {
        return Spots.written(contract.document()).of(Kind.DISCRIMINATOR).stream()
                .flatMap(discriminator -> discriminator.member("mapping").members().values().stream()
                        .filter(mapping -> !mayBe(contract, mapping, discriminator.text("propertyName", "")))
                        .map(mapping -> new Offence(
                                mapping,
                                "The word \"" + mapping.name() + "\" leads to " + name(mapping) + ", whose \""
                                        + discriminator.text("propertyName", "") + "\" is never that.",
                                "correct the word, or the values of the member")));
    }

    private static boolean mayBe(Contract contract, Node mapping, String member) {
        Node schema = contract.document().member("components").member("schemas").member(name(mapping));
        Schema told =
                schema.isObject() ? contract.schemas().of(schema).properties().get(member) : null;
        if (told == null) {
            return true;
        }
        JsonNode values = told.keyword("enum");
        JsonNode value = told.keyword("const");
        return (!values.isArray()
                        || values.valueStream().anyMatch(each -> each.asText().equals(mapping.name())))
                && (value.isMissingNode() || value.asText().equals(mapping.name()));
    }

    static Stream<Offence> unknownMembers(Contract contract) {
        return Spots.written(contract.document()).of(Kind.DISCRIMINATOR).stream()
                .filter(discriminator ->
                        discriminator.json().path("propertyName").isTextual())
                .filter(discriminator -> !isDeclared(
                        contract.schemas().of(discriminator.parent()), discriminator.text("propertyName", "")))
                .map(discriminator -> new Offence(
                        discriminator.member("propertyName"),
                        "The discriminator \"" + discriminator.text("propertyName", "")
                                + "\" is no member of the schemas it tells apart.",
                        "declare it in each of them, and require it"));
    }

    /** Who may leave the member out is told apart by nothing, unless the discriminator says what he is then. */
    static Stream<Offence> optionalMembers(Contract contract) {
        return Spots.written(contract.document()).of(Kind.DISCRIMINATOR).stream()
                .filter(discriminator ->
                        discriminator.json().path("propertyName").isTextual()
                                && !discriminator.json().has("defaultMapping"))
                .filter(discriminator -> isOptional(
                        contract.schemas().of(discriminator.parent()), discriminator.text("propertyName", "")))
                .map(discriminator -> new Offence(
                        discriminator.member("propertyName"),
                        "The discriminator \"" + discriminator.text("propertyName", "")
                                + "\" may be left out; nothing tells the schemas apart then.",
                        "require it, or write defaultMapping in OpenAPI 3.2"));
    }

    private static boolean isOptional(Schema schema, String name) {
        return isOptionalIn(schema, name)
                || schema.variants().stream().anyMatch(variant -> isOptionalIn(variant, name))
                        && !schema.required().contains(name);
    }

    private static boolean isOptionalIn(Schema schema, String name) {
        return schema.properties().containsKey(name) && !schema.required().contains(name);
    }

    /** A schema that declares nothing is not judged. */
    private static boolean isDeclared(Schema schema, String name) {
        List<Schema> variants = schema.variants();
        boolean inEach = variants.stream()
                .allMatch(variant ->
                        variant.properties().isEmpty() || variant.properties().containsKey(name));
        return schema.properties().containsKey(name)
                || inEach && !(variants.isEmpty() && !schema.properties().isEmpty());
    }
}
