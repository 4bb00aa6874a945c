package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that mean something in pointers, addresses or schemas are names like any other. */
class AwkwardNamesTest {

    private static final ContractReader READER = new ContractReader(Access.SAME_ORIGIN);

    static Stream<String> names() {
        return Stream.of(
                "#",
                "a#b",
                "#/a",
                "a#/b",
                "%",
                "100%",
                "%41",
                "~",
                "~1",
                "a/b",
                "/",
                " ",
                "a b",
                "\"",
                "'",
                "",
                "+",
                "$ref",
                "properties",
                "allOf",
                "é",
                "名",
                "😀",
                "?",
                "&",
                "{",
                "\\",
                "place:/",
                "*",
                ".",
                "0",
                "-1");
    }

    @ParameterizedTest
    @MethodSource("names")
    void findsNothingBetweenTheSame(String name) {
        Contract contract = contract(name, "integer");
        assertThat(Rule.compared(contract, contract).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void findsTheOneChangeAndItsPlace(String name) {
        List<Finding> findings = Rule.compared(contract(name, "integer"), contract(name, "boolean"))
                .findings();
        String place = "/components/schemas/" + Node.escape(name) + "/properties/" + Node.escape(name);
        assertThat(findings).extracting(Finding::id).containsExactly("request-type-narrowed");
        assertThat(findings.get(0).level()).isEqualTo(Level.ERROR);
        assertThat(findings.get(0).locations())
                .extracting(Location::pointer)
                .containsExactly(place + "/type", place + "/type");
    }

    @Test
    void namesPlacesInOtherFiles(@TempDir Path folder) throws IOException {
        List<Finding> findings = Rule.compared(inTwoFiles(folder, "integer"), inTwoFiles(folder, "boolean"))
                .findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).locations())
                .allSatisfy(location -> assertThat(location.file()).endsWith("other#.json"))
                .extracting(Location::pointer)
                .containsExactly("/%/type", "/%/type");
    }

    private static Contract inTwoFiles(Path folder, String type) throws IOException {
        Path own = Files.createDirectory(folder.resolve(type));
        Files.writeString(own.resolve("other#.json"), """
                {"a#b": {"properties": {"#": {"$ref": "#/%25"}}}, "%": {"type": "TYPE"}}
                """.replace("TYPE", type));
        Path main = Files.writeString(own.resolve("main.json"), """
                {"openapi": "3.1.1", "info": {"title": "Names", "version": "1.0.0"}, "paths": {"/#": {"post": {
                  "requestBody": {"content": {"application/json": {"schema": {"$ref": "other%23.json#/a#b"}}}},
                  "responses": {"204": {"description": "Done."}}}}}}
                """);
        return READER.read(main.toString());
    }

    /** Paths, a callback's expression, a component and a member have the name; references lead through all. */
    private static Contract contract(String name, String type) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.1");
        document.putObject("info").put("title", "Names").put("version", "1.0.0");
        ObjectNode operation = document.putObject("paths")
                .putObject("/things" + bracesPaired(name))
                .putObject("post");
        operation.putObject("responses").putObject("204").put("description", "Done.");
        body(operation).put("$ref", "#/components/schemas/" + encoded(name));
        ObjectNode called = operation
                .putObject("callbacks")
                .putObject(name)
                .putObject("{$request.body#/" + name + "}")
                .putObject("post");
        called.putObject("responses").putObject("204").put("description", "Heard.");
        body(called).put("$ref", "#/components/schemas/Told");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        schemas.putObject(name).put("type", "object").putObject("properties").set(name, typed(type));
        schemas.putObject("Told").put("type", "object").putObject("properties").set(name, typed("string"));
        return READER.read(document.toString(), URI.create("file:///names.json"), "names.json");
    }

    private static String bracesPaired(String name) {
        return name.replace("{", "{}");
    }

    private static ObjectNode body(ObjectNode operation) {
        return operation
                .putObject("requestBody")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema");
    }

    private static JsonNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(Node.escape(name), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
