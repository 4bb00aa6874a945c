package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small edits of schemas with known effect, from {@code edits.yaml}, in each place of a message, on the way there and
 * back, in both versions of OpenAPI. What is told is the same words everywhere; whether it breaks depends on who sends.
 */
class EditsTest {

    private static final List<String> VERSIONS = List.of("3.0.3", "3.1.1");

    /** The parts of a message, each with what stands around its schema. */
    enum Place {
        BODY(
                "body (application/json)",
                "{post: {requestBody: {content: {application/json: {schema: %s}}}, responses: {}}}",
                true),
        QUERY("query parameter p", "{post: {parameters: [{name: p, in: query, schema: %s}], responses: {}}}", true),
        REQUEST_HEADER(
                "header parameter p", "{post: {parameters: [{name: p, in: header, schema: %s}], responses: {}}}", true),
        ANSWER(
                "200 body (application/json)",
                "{post: {responses: {'200': {description: a, content: {application/json: {schema: %s}}}}}}",
                false),
        ANSWER_HEADER(
                "200 header p", "{post: {responses: {'200': {description: a, headers: {p: {schema: %s}}}}}}", false);

        private final String name;
        private final String around;
        private final boolean incoming;

        Place(String name, String around, boolean incoming) {
            this.name = name;
            this.around = around;
            this.incoming = incoming;
        }

        String document(String version, JsonNode schema) {
            return "openapi: " + version + "\ninfo: {title: Pets, version: 1.0.0}\npaths: {/a: "
                    + around.formatted(schema) + "}\n";
        }
    }

    private record Edit(Node written) {

        List<String> versions() {
            String only = written.text("only", "");
            return only.isEmpty() ? VERSIONS : List.of(only);
        }

        /** Values on the wire of parameters and headers are texts, of which only scalars are plain. */
        Stream<Place> places() {
            return Stream.of(Place.values())
                    .filter(place -> !written.flag("bodies") || place == Place.BODY || place == Place.ANSWER);
        }

        List<String> told(Place place, String version, Way way) {
            JsonNode old = written.member(way == Way.THERE ? "old" : "new").json();
            JsonNode fresh = written.member(way == Way.THERE ? "new" : "old").json();
            return ComparedText.found(place.document(version, old), place.document(version, fresh));
        }

        List<String> expected(Place place, Way way) {
            boolean sent = (way == Way.THERE) == place.incoming;
            List<String> lines = new ArrayList<>();
            Node words = written.member(way == Way.THERE ? "there" : "back");
            (words.isObject() ? words.member(place.incoming ? "sent" : "answered") : words)
                    .items()
                    .forEach(each -> {
                        String text = each.json().asText();
                        String level = text.matches("(breaking|compatible|undecided) .*")
                                ? ""
                                : isBreaking(sent) ? "breaking " : "compatible ";
                        String levelled = level.isEmpty() ? text.substring(0, text.indexOf(' ') + 1) : level;
                        String said = level.isEmpty() ? text.substring(text.indexOf(' ') + 1) : text;
                        String space = said.startsWith("/") ? " " : ": ";
                        lines.add(levelled + "POST /a " + place.name + space + said);
                    });
            return lines;
        }

        private boolean isBreaking(boolean sent) {
            return switch (written.text("effect", "")) {
                case "narrower" -> sent;
                case "another" -> true;
                default -> false;
            };
        }
    }

    private enum Way {
        THERE,
        BACK
    }

    static Stream<Edit> edits() {
        return Rule.tree("edits.yaml").items().stream().map(Edit::new);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void tellsTheEditByTheSameWordsInEachPlaceAndVersion(Edit edit) {
        List<String> told = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        edit.places()
                .forEach(place -> edit.versions()
                        .forEach(version -> Stream.of(Way.values()).forEach(way -> {
                            String heading = place + " " + version + " " + way;
                            told.add(heading + " " + edit.told(place, version, way));
                            expected.add(heading + " " + edit.expected(place, way));
                        })));
        assertThat(told).as(edit.written().text("edit", "")).isEqualTo(expected);
    }
}
