package io.platformapi.lint;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.layout.Field;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.layout.Writing;
import io.platformapi.contract.schema.SchemaVersion;
import io.platformapi.contract.source.Node;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What components should be there for, and what may stand beside a reference. */
final class ComponentRules {

    private ComponentRules() {}

    static Stream<Offence> unused(Contract contract) {
        Spots spots = Spots.written(contract.document());
        Stream<String> mapped = spots.of(Kind.DISCRIMINATOR).stream()
                .flatMap(discriminator -> discriminator.member("mapping").members().values().stream())
                .map(ComponentRules::mapped);
        Set<String> used = Stream.concat(references(spots).map(place -> used(place.target())), mapped)
                .flatMap(ComponentRules::around)
                .collect(Collectors.toSet());
        Set<String> schemes = Stream.concat(
                        Stream.of(contract.document()),
                        OperationRules.operations(contract).map(Operation::node))
                .flatMap(owner -> owner.member("security").items().stream())
                .flatMap(requirement -> requirement.members().keySet().stream())
                .map(name -> name.contains("#/")
                        ? name.substring(name.indexOf('#') + 1)
                        : "/components/securitySchemes/" + Node.escape(name))
                .collect(Collectors.toSet());
        return contract.document().member("components").members().entrySet().stream()
                .filter(kind -> !kind.getKey().startsWith("x-"))
                .flatMap(kind -> kind.getValue().members().values().stream())
                .filter(component -> !used.contains(component.pointer()) && !schemes.contains(component.pointer()))
                .filter(component -> !isToldApart(component, contract))
                .map(component -> new Offence(
                        component,
                        "Nothing refers to the component " + component.name() + ".",
                        "use it, or leave it out"));
    }

    /**
     * Whether a schema is found by the discriminator of one that it is made of, as OpenAPI's inheritance is written.
     */
    private static boolean isToldApart(Node component, Contract contract) {
        return component.pointer().startsWith("/components/schemas/")
                && component.member("allOf").exists()
                && !contract.schemas().of(component).keyword("discriminator").isMissingNode();
    }

    /** The component itself, where it was written once more for a dynamic reference. */
    private static String used(Node target) {
        return target.pointer().startsWith("/components/")
                ? target.pointer()
                : target.place().pointer();
    }

    private static Stream<Node> references(Spots spots) {
        return spots.references().stream().map(reference -> reference.written().parent());
    }

    /** What a reference names, and what lies around that: who refers to a member uses the whole. */
    private static Stream<String> around(String target) {
        return Stream.of(target, target.replaceFirst("^(/components/[^/]+/[^/]+)/.*", "$1"));
    }

    /** A discriminator's mapping names a schema, or refers to one. */
    private static String mapped(Node mapping) {
        String text = mapping.json().asText();
        return text.startsWith("#") ? text.substring(1) : "/components/schemas/" + Node.escape(text);
    }

    /** What stands beside a reference does not count: in 3.0 anywhere, later but for a schema's keywords and texts. */
    static Stream<Offence> siblings(Contract contract) {
        boolean old = contract.schemas().version() == SchemaVersion.OPENAPI_3_0;
        return Spots.written(contract.document()).references().stream()
                .filter(reference -> reference.form() == Field.Form.ONE
                        && (old || reference.kind() != Kind.SCHEMA)
                        && reference.kind() != Kind.PATH_ITEM)
                .map(reference -> reference.written().parent())
                .flatMap(place -> siblings(place, old ? Set.of("$ref") : Set.of("$ref", "summary", "description")));
    }

    private static Stream<Offence> siblings(Node place, Set<String> counting) {
        String others = place.members().keySet().stream()
                .filter(name -> !counting.contains(name))
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? Stream.empty()
                : Stream.of(new Offence(
                        place,
                        "What stands beside this $ref does not count in OpenAPI " + Writing.version(place.root()) + ": "
                                + others + ".",
                        "put the $ref into an allOf, or leave the rest out"));
    }
}
