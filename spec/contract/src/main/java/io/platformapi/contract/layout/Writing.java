package io.platformapi.contract.layout;

import io.platformapi.contract.schema.Draft;
import io.platformapi.contract.schema.Shown;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a document is not as the table of {@link Layout} and the facts beside it have it, in the order of the text.
 *
 * <ol>
 *   <li>Each field is one that the version knows, and takes what it has.
 *   <li>No field is missing, and none excludes another.
 *   <li>What no table of fields can say, such as which style a parameter in the path may have, is a fact of its own.
 * </ol>
 */
public final class Writing {

    private static final Set<String> READ = Set.of("2.0", "3.0", "3.1", "3.2");

    private final String version;
    private final List<Slip> slips = new ArrayList<>();

    private Writing(String version) {
        this.version = version;
    }

    /** What is wrong with the objects of a document; nothing is known of one in a version that is not read. */
    public static List<Slip> of(Node document, Spots spots) {
        if (!READ.contains(version(document))) {
            return List.of();
        }
        Writing structure = new Writing(version(document));
        spots.all().forEach(structure::look);
        if (document.member("swagger").exists()) {
            spots.misfits().forEach(misfit -> structure.slips.add(misfit.slip()));
        }
        structure.slips.addAll(DocumentFacts.of(document, spots));
        return List.copyOf(structure.slips);
    }

    /** The version of a document, such as {@code 3.1}. */
    public static String version(Node document) {
        return document.member("swagger").exists()
                ? document.text("swagger", "").replaceFirst("^2$", "2.0")
                : document.text("openapi", "").replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }

    private void look(Spot spot) {
        Kind kind = spot.kind();
        Node object = spot.node();
        Collection<Node> members = object.members().values();
        List<Slip> ofFields = members.stream()
                .filter(member -> !Layout.isExtension(member.name()))
                .flatMap(member -> field(kind, member).stream())
                .toList();
        slips.addAll(ofFields);
        Stream.concat(Stream.of(object), members.stream())
                .filter(each -> each.file().isMerged(each.json()))
                .forEach(each -> slips.add(new Slip(
                        each,
                        "merge-key",
                        "`<<` is no part of YAML 1.2; its members are read as if they stood here; other tools may pass them"
                                + " over")));
        if (!object.isReference()) {
            Layout.fields(kind).stream()
                    .filter(field -> field.required().include(version))
                    .filter(field -> !object.json().has(field.name()))
                    .filter(field -> ofFields.stream().noneMatch(slip -> isMeant(slip, field)))
                    .forEach(field -> slips.add(missing(kind, object, field.name())));
            Layout.together(kind).stream()
                    .flatMap(together -> together.slip(kind, object, version).stream())
                    .forEach(slips::add);
            KindFacts.of(kind).apply(object, version).forEach(slips::add);
        }
    }

    /** Whether a field is there, misspelled, and told so. */
    private static boolean isMeant(Slip slip, Field field) {
        return slip.message().endsWith("did you mean \"" + field.name() + "\"?");
    }

    private Optional<Slip> field(Kind kind, Node member) {
        Optional<Field> known = Layout.field(kind, member.name());
        if (known.isEmpty()) {
            return unknown(kind, member);
        }
        if (!known.get().versions().include(version)) {
            return Optional.of(new Slip(
                    member,
                    "field-known",
                    "\"" + member.name() + "\" of " + kind.oneOf() + " is not known in OpenAPI " + version + "."));
        }
        return value(kind, member, known.get());
    }

    private Optional<Slip> unknown(Kind kind, Node member) {
        boolean free =
                kind == Kind.SCHEMA && !version.equals("3.0"); // of 3.1 on, a schema may have keywords of anybody
        List<String> names = Layout.fields(kind).stream()
                .filter(other -> other.versions().include(version))
                .map(Field::name)
                .filter(name -> !free || name.length() > 3) // a keyword of somebody may well be near to "not"
                .toList();
        String nearest = Suggestion.of(member.name(), names);
        return free && (nearest.isEmpty() || Draft.isOld(member.name()))
                ? Optional.empty()
                : Optional.of(new Slip(
                        member,
                        "field-known",
                        "\"" + member.name() + "\" is no field of " + kind.oneOf() + nearest
                                + (nearest.isEmpty() ? "." : "")));
    }

    private Optional<Slip> value(Kind kind, Node member, Field field) {
        return field.form() != Field.Form.VALUE || field.takes().accepts(member.json(), version)
                ? Optional.empty()
                : Optional.of(new Slip(
                        member,
                        "field-value",
                        "\"" + member.name() + "\" of " + kind.oneOf() + " takes "
                                + field.takes().phrase(version) + ", not " + Shown.of(member.json())
                                + field.takes().meant(member.name(), member.json(), version)));
    }

    /** A field that an object has not, and has to have. */
    static Slip missing(Kind kind, Node object, String name) {
        return new Slip(object, "field-missing", kind.oneOf() + " has \"" + name + "\"; it is missing here");
    }

    /** Slips as the functions of {@link KindFacts} give them. */
    @FunctionalInterface
    interface Fact {

        /** What is wrong with an object. */
        Stream<Slip> apply(Node object, String version);
    }
}
