package io.platformapi.contract.keyword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Schemas that name themselves by {@code $id} and {@code $anchor}: one reading, whoever reads. */
class NamedSchemasTest {

    private static final String HEAD =
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";

    private static Contract read(String schemas, String... files) {
        return readWith(HEAD, schemas, files);
    }

    private static Contract readWith(String head, String schemas, String... files) {
        Map<URI, String> texts = new HashMap<>();
        texts.put(URI.create("file:///api/s.yaml"), head + schemas.indent(4));
        for (int i = 0; i < files.length; i += 2) {
            texts.put(URI.create("file:///api/" + files[i]), files[i + 1]);
        }
        return new ContractReader(Access.SAME_ORIGIN).read("/api/s.yaml", (uri, from) -> {
            if (!texts.containsKey(uri)) {
                throw new io.platformapi.contract.source.UnreadableDocument(from, "there is no file " + uri);
            }
            return texts.get(uri);
        });
    }

    private static List<String> faults(Contract contract, String json) throws Exception {
        JsonNode value = JsonMapper.builder().build().readTree(json);
        return contract.schema("A").orElseThrow().faults(value).stream()
                .map(fault -> fault.pointer() + " " + fault.rule())
                .toList();
    }

    private static String sample(Contract contract) {
        return Sampler.ofAnswers(Whim.seeded(1))
                .sample(contract.schema("A").orElseThrow())
                .toString();
    }

    private static List<String> warnings(Contract contract) {
        return contract.warnings().stream().map(Warning::toString).toList();
    }

    @Test
    void findsSchemasByTheNamesTheyGiveThemselves() throws Exception {
        Contract contract = read("""
                A:
                  $id: /schemas/a
                  type: object
                  required: [b, c, d]
                  properties: {b: {$ref: /schemas/b}, c: {$ref: '/schemas/b#short'}, d: {$ref: '#/$defs/x'}, e: {$ref: 'b#/$defs/s'}}
                  $defs: {x: {type: string, const: dee}}
                B: {$id: /schemas/b, type: string, const: bee, $defs: {s: {$anchor: short, type: string, const: sea}}}
                """);

        assertThat(warnings(contract)).isEmpty();
        assertThat(sample(contract)).isEqualTo("{\"b\":\"bee\",\"c\":\"sea\",\"d\":\"dee\",\"e\":\"sea\"}");
        assertThat(faults(contract, "{\"b\":\"bee\",\"c\":\"sea\",\"d\":\"dee\",\"e\":\"sea\"}"))
                .isEmpty();
        assertThat(faults(contract, "{\"b\":1,\"c\":\"bee\",\"d\":\"bee\",\"e\":\"bee\"}"))
                .containsExactlyInAnyOrder("/b type", "/b const", "/c const", "/d const", "/e const");
    }

    @Test
    void findsAnAnchorOfTheDocumentItself() throws Exception {
        Contract contract = read("A: {$ref: '#text'}\nB: {properties: {c: {$anchor: text, type: string}}}");

        assertThat(faults(contract, "1")).containsExactly(" type");
        assertThat(contract.schema("A").orElseThrow().format()).isEmpty();
    }

    @Test
    void readsFilesThatNameThemselves() throws Exception {
        Contract contract = read(
                "A: {properties: {pet: {$ref: pet.json}, tag: {$ref: 'https://example.com/schemas/tag.json'}}}",
                "pet.json",
                """
                {"$schema": "https://json-schema.org/draft/2020-12/schema",
                 "$id": "https://example.com/schemas/pet.json",
                 "properties": {"owner": {"$ref": "owner.json#/$defs/name"}, "tag": {"$ref": "tag.json"}, "self": {"$ref": "#/$defs/n"}},
                 "$defs": {"n": {"type": "number"}}}
                """,
                "owner.json",
                "{\"$id\": \"https://example.com/schemas/owner.json\", \"$defs\": {\"name\": {\"type\": \"string\"}}}",
                "tag.json",
                "{\"$id\": \"https://example.com/schemas/tag.json\", \"type\": \"boolean\"}");

        assertThat(warnings(contract)).isEmpty();
        assertThat(faults(contract, "{\"pet\":{\"owner\":1,\"tag\":1,\"self\":\"x\"},\"tag\":1}"))
                .containsExactlyInAnyOrder("/pet/owner type", "/pet/tag type", "/pet/self type", "/tag type");
    }

    /** A document's own name holds for the files beside it, by which they may be referred to. */
    @Test
    void readsFilesByTheNameThatTheDocumentGivesItself() throws Exception {
        Contract contract = readWith(
                HEAD.replace("openapi: 3.1.0", "openapi: 3.2.0\n$self: https://example.com/shop/s.yaml"),
                """
                A: {properties: {a: {$ref: 'https://example.com/shop/schemas/a.json'}, b: {$ref: b.json}}}
                C: {type: integer}
                """,
                "schemas/a.json",
                """
                {"$id": "https://example.com/shop/schemas/a.json",
                 "properties": {"c": {"$ref": "../s.yaml#/components/schemas/C"}}}
                """,
                "b.json",
                "{\"properties\": {\"d\": {\"$ref\": \"https://example.com/shop/schemas/d.json\"}}}",
                "schemas/d.json",
                "{\"type\": \"boolean\"}");

        assertThat(warnings(contract)).isEmpty();
        assertThat(faults(contract, "{\"b\":{\"d\":1},\"a\":{\"c\":\"x\"}}"))
                .containsExactlyInAnyOrder("/b/d type", "/a/c type");
    }

    @Test
    void saysWhereANameLeadsNowhereAndReadsByTheFile() throws Exception {
        Contract contract = read(
                "A: {$ref: pet.json}\nB: {type: integer}",
                "pet.json",
                "{\"$id\": \"https://example.com/pet.json\",\n \"items\": {\"$ref\": \"tag.json\"}}",
                "tag.json",
                "{\"type\": \"boolean\"}");

        assertThat(warnings(contract))
                .containsExactly(
                        "/api/pet.json:2 /items/$ref: by the $id around it this $ref leads to where nothing of the"
                                + " document is; it is read by the address of the file instead; leave the $id out, or give it to"
                                + " the target as well");
        assertThat(faults(contract, "[1]")).containsExactly("/0 type");
        assertThat(contract.schema("A").orElseThrow().items().types()).hasToString("[BOOLEAN]");
    }

    @Test
    void refusesANameThatNobodyHas() {
        assertThatThrownBy(() -> read("A: {$ref: '#nobody'}"))
                .hasMessage("/api/s.yaml:6 /components/schemas/A/$ref: \"#nobody\" names an anchor that no schema has;"
                        + " point it at a definition, as in #/components/schemas/Pet");
        assertThatThrownBy(() -> read("A: {$id: 'https://example.com/a', items: {$ref: 'b'}}"))
                .hasMessage("/api/s.yaml:6 /components/schemas/A/items/$ref: there is no file file:/api/b");
    }

    @Test
    void findsAnchorsInOtherFiles() throws Exception {
        Contract contract =
                read("A: {$ref: 'defs.yaml#word'}", "defs.yaml", "$defs:\n  w: {$anchor: word, type: string}\n");

        assertThat(faults(contract, "1")).containsExactly(" type");
    }

    @Test
    void readsADynamicReferenceAsThePlaceItLeadsTo() throws Exception {
        Contract contract = read("""
                A: {type: object, properties: {kids: {type: array, items: {$dynamicRef: '#node'}}}, $dynamicAnchor: node}
                """);

        assertThat(faults(contract, "{\"kids\":[{\"kids\":[1]}]}")).containsExactly("/kids/0/kids/0 type");
        Schema items =
                contract.schema("A").orElseThrow().properties().get("kids").items();
        assertThat(items.name()).contains("A");
    }

    /** A list of anything, and two that say of what: each leads to the same place. */
    private static final String GENERIC = """
            A: {properties: {numbers: {$ref: numbers}, texts: {$ref: texts}, any: {$ref: list}}, required: [numbers, texts]}
            List: {$id: list, type: array, minItems: 1, items: {$dynamicRef: '#item'}, $defs: {any: {$dynamicAnchor: item}}}
            Numbers: {$id: numbers, $ref: list, $defs: {number: {$dynamicAnchor: item, const: 7}}}
            Texts:
              $id: texts
              $ref: list
              $defs: {text: {$dynamicAnchor: item, const: t}}
            """;

    @Test
    void readsADynamicReferenceByTheWayOnWhichOneComesToIt() throws Exception {
        Contract contract = read(GENERIC);

        assertThat(warnings(contract)).isEmpty();
        assertThat(faults(contract, "{\"numbers\":[\"t\"],\"texts\":[7],\"any\":[null]}"))
                .containsExactlyInAnyOrder("/numbers/0 const", "/texts/0 const");
        assertThat(sample(contract)).contains("\"numbers\":[7").contains("\"texts\":[\"t\"");
    }

    @Test
    void keepsTheLinesOfWhatIsReadMoreThanOnce() throws Exception {
        Schema texts = read(GENERIC).schema("A").orElseThrow().properties().get("texts");

        assertThat(texts.items().node().place()).hasToString("/api/s.yaml:12 /components/schemas/Texts/$defs/text");
        assertThat(texts.node().place()).hasToString("/api/s.yaml:7 /components/schemas/List");
    }

    @Test
    void readsADynamicReferenceOfAnotherFile() throws Exception {
        Contract contract = read(
                "A: {$id: 'https://example.com/a', $ref: 'https://example.com/tree', $dynamicAnchor: node, required: [n]}\nB: {$ref: tree.json}",
                "tree.json",
                "{\"$id\": \"https://example.com/tree\", \"$dynamicAnchor\": \"node\","
                        + " \"properties\": {\"kids\": {\"items\": {\"$dynamicRef\": \"#node\"}}, \"n\": {\"$ref\": \"#/$defs/n\"}},"
                        + " \"$defs\": {\"n\": {\"type\": \"integer\"}}}");

        assertThat(faults(contract, "{\"n\":1,\"kids\":[{},{\"n\":\"x\"}]}"))
                .containsExactlyInAnyOrder("/kids/0/n required", "/kids/1/n type");
        assertThat(contract.schema("B")
                        .orElseThrow()
                        .faults(JsonMapper.builder().build().readTree("{\"kids\":[{}]}")))
                .isEmpty();
    }

    @Test
    void followsThreeZeroWhichKnowsNoNames() {
        String text = HEAD.replace("3.1.0", "3.0.3")
                + "    A: {$id: /schemas/a, items: {$ref: '#/components/schemas/B'}}\n    B: {type: string}\n";
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(text, URI.create("file:///s.yaml"), "s.yaml");

        assertThat(contract.schema("A").orElseThrow().items().name()).contains("B");
    }

    @Test
    void keepsTheLinesOfWhatItRewrites() {
        Contract contract = read("A:\n  $id: /a\n  items: {$ref: '/b'}\nB:\n  $id: /b\n  type: string\n  minLength: 3");

        assertThat(contract.schema("A")
                        .orElseThrow()
                        .items()
                        .node()
                        .member("minLength")
                        .place())
                .hasToString("/api/s.yaml:12 /components/schemas/B/minLength");
        assertThat(contract.schema("A")
                        .orElseThrow()
                        .faults(JsonMapper.builder().build().createArrayNode().add("x")))
                .extracting(Fault::rule)
                .containsExactly("minLength");
    }

    @Test
    void refusesAnAnchorInAFileThatIsNoObject() {
        assertThatThrownBy(() -> read("A: {$ref: 'list.yaml#first'}", "list.yaml", "[1]"))
                .hasMessage("/api/s.yaml:6 /components/schemas/A/$ref: \"list.yaml#first\" names an anchor that no"
                        + " schema has; point it at a definition, as in #/components/schemas/Pet");
    }
}
