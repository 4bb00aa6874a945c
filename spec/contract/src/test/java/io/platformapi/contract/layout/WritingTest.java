package io.platformapi.contract.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each field of each object of a right document, broken in each way that the table of fields speaks of. */
class WritingTest {

    static final List<String> VERSIONS = WholeDocument.VERSIONS;

    /** What a field takes that is not one of these is told at the field itself. */
    private static final List<JsonNode> WRONG = List.of(
            JsonNodeFactory.instance.numberNode(-5),
            JsonNodeFactory.instance.textNode("b d"),
            JsonNodeFactory.instance.objectNode().put("odd", 5),
            JsonNodeFactory.instance.nullNode());

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void findsNothingInARightDocument(String version) {
        assertThat(WholeDocument.slips(WholeDocument.of(version))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{openap: 3.0.0, info: {}}",
                "{openapi: 4.0.0, tags: a}",
                "{swagger: '1.2', info: {titel: a}}"
            })
    void saysNothingOfTheFieldsOfAVersionThatIsNotRead(String document) {
        Node text = Sources.of(document, URI.create("file:///a.yaml"), "a.yaml", Access.SAME_ORIGIN);

        assertThat(Writing.of(text, Spots.written(text))).isEmpty();
    }

    @Test
    void knowsADocumentWithEveryKindOfObject() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        VERSIONS.stream()
                .map(WholeDocument::of)
                .forEach(document -> Spots.written(document).all().forEach(spot -> seen.add(spot.kind())));

        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void findsEachFieldThatIsMisspelled(String version) {
        List<String> passedOver = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Spot spot : Spots.written(WholeDocument.of(version)).all()) {
            for (Node member : spot.node().members().values()) {
                if (isFirst(spot, member, seen) && member.name().length() > 3 && !isRoot(member)) {
                    String wrong = member.name().substring(0, 2) + member.name().substring(3);
                    JsonNode broken = changed(member, owner -> {
                        owner.set(wrong, owner.remove(member.name()));
                    });
                    String told =
                            "\"" + wrong + "\" is no field of " + spot.kind().oneOf() + "; did you mean \"";
                    if (WholeDocument.slips(broken).stream()
                            .noneMatch(slip -> slip.message().startsWith(told))) {
                        passedOver.add(member.pointer() + ": " + told);
                    }
                }
            }
        }
        assertThat(passedOver).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void findsEachValueOfTheWrongType(String version) {
        List<String> passedOver = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Spot spot : Spots.written(WholeDocument.of(version)).all()) {
            for (Node member : spot.node().members().values()) {
                if (isFirst(spot, member, seen) && !isRoot(member)) {
                    Field field = Layout.field(spot.kind(), member.name()).orElseThrow();
                    wrong(field, version).forEach(wrong -> {
                        JsonNode broken = changed(member, owner -> owner.set(member.name(), wrong));
                        if (WholeDocument.slips(broken).stream()
                                .noneMatch(slip -> slip.node().pointer().equals(member.pointer()))) {
                            passedOver.add(member.pointer() + ": " + wrong);
                        }
                    });
                }
            }
        }
        assertThat(passedOver).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void findsEachFieldThatIsMissing(String version) {
        List<String> passedOver = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Spot spot : Spots.written(WholeDocument.of(version)).all()) {
            for (Node member : spot.node().members().values()) {
                if (isFirst(spot, member, seen) && isRequired(spot, member, version) && !isRoot(member)) {
                    JsonNode broken = changed(member, owner -> owner.remove(member.name()));
                    if (WholeDocument.slips(broken).stream()
                            .noneMatch(slip -> slip.rule().equals("field-missing")
                                    && slip.node().pointer().equals(spot.node().pointer()))) {
                        passedOver.add(member.pointer());
                    }
                }
            }
        }
        assertThat(passedOver).isEmpty();
    }

    /** Schemas' keywords are looked at elsewhere, and so is what stands in the place of an object. */
    private static Stream<JsonNode> wrong(Field field, String version) {
        return field.form() == Field.Form.VALUE
                ? WRONG.stream().filter(value -> !field.takes().accepts(value, version.substring(0, 3)))
                : Stream.empty();
    }

    private static boolean isOfTable(Spot spot, Node member) {
        return !Layout.isExtension(member.name())
                && !member.name().equals("$ref")
                && Layout.field(spot.kind(), member.name())
                        .filter(field -> field.name().equals(member.name()))
                        .isPresent();
    }

    /** One object of a kind shows what becomes of a field. */
    private static boolean isFirst(Spot spot, Node member, Set<String> seen) {
        return isOfTable(spot, member) && seen.add(spot.kind() + " " + member.name());
    }

    private static boolean isRequired(Spot spot, Node member, String version) {
        return Layout.field(spot.kind(), member.name())
                .filter(field -> field.required().include(version.substring(0, 3)))
                .isPresent();
    }

    /** Without these a document is of no version at all. */
    private static boolean isRoot(Node member) {
        return member.pointer().equals("/openapi") || member.pointer().equals("/swagger");
    }

    private static JsonNode changed(Node member, Consumer<ObjectNode> change) {
        JsonNode copy = member.root().json().deepCopy();
        change.accept((ObjectNode) copy.at(member.parent().pointer()));
        return copy;
    }
}
