package io.platformapi.lint;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.layout.Field;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Layout;
import io.platformapi.contract.layout.Spot;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the fields of a document may be called: one that nobody knows says nothing to anybody. */
final class FieldRules {

    private FieldRules() {}

    static Stream<Offence> unknown(Contract contract) {
        String version = contract.document().text("openapi", "").replaceFirst("^(\\d+\\.\\d+).*", "$1");
        return Spots.of(contract.document()).all().stream().flatMap(spot -> unknown(spot, version));
    }

    private static Stream<Offence> unknown(Spot spot, String version) {
        return spot.node().members().values().stream()
                .filter(member -> !Layout.isExtension(member.name()))
                .flatMap(member -> fault(spot.kind(), member, version).stream());
    }

    private static Optional<Offence> fault(Kind kind, Node member, String version) {
        Optional<Field> field = Layout.field(kind, member.name());
        if (field.isPresent()) {
            return field.filter(known -> !known.versions().include(version))
                    .map(known -> otherVersion(kind, member, version));
        }
        List<String> known = Layout.fields(kind).stream()
                .filter(other -> other.versions().include(version))
                .map(Field::name)
                .toList();
        String nearest = Suggestion.of(member.name(), known);
        boolean free =
                kind == Kind.SCHEMA && !version.equals("3.0"); // of 3.1 on, a schema may have keywords of anybody
        return free && nearest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Offence(
                        member,
                        "\"" + member.name() + "\" is no field of " + kind.oneOf() + nearest
                                + (nearest.isEmpty() ? "." : ""),
                        "correct the name, leave it out, or call it x-" + member.name()));
    }

    private static Offence otherVersion(Kind kind, Node member, String version) {
        String message = "\"" + member.name() + "\" of " + kind.oneOf() + " is not known in OpenAPI " + version + ".";
        boolean nullable = member.name().equals("nullable");
        return new Offence(
                member,
                message,
                nullable
                        ? "write the type as a list with null, as in type: [string, 'null']"
                        : "say it in a way that " + version + " knows, or write the document in a later version");
    }
}
