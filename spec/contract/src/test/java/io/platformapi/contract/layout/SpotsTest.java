package io.platformapi.contract.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk over a document: what it finds, and what it takes for data. */
class SpotsTest {

    private static Spots spots(String text) {
        return Spots.of(Sources.of(
                "openapi: 3.1.0\n" + text, URI.create("file:///pets.yaml"), "pets.yaml", Access.SAME_ORIGIN));
    }

    @Test
    void findsBrokenReferencesBeforeTheyAreUsed() {
        assertThatThrownBy(() -> spots("""
                paths:
                  /a: {get: {responses: {default: {content: {a/b: {schema: {$ref: '#/nope'}}}}}}}
                """))
                .hasMessage("pets.yaml:3 /paths/~1a/get/responses/default/content/a~1b/schema/$ref: \"#/nope\""
                        + " leads nowhere: there is no \"nope\" in the document");
        assertThatThrownBy(() -> spots("components: {schemas: {unused: {not: {$ref: '#/components/schemas/unuse'}}}}"))
                .hasMessage("pets.yaml:2 /components/schemas/unused/not/$ref: \"#/components/schemas/unuse\" leads"
                        + " nowhere: there is no \"unuse\" in /components/schemas; did you mean \"unused\"?");
        assertThatThrownBy(() -> spots("components: {parameters: {P: {$ref: '#/components/%zz'}}}"))
                .hasMessage("pets.yaml:2 /components/parameters/P/$ref: \"#/components/%zz\" has a bad percent"
                        + " escape; write %25 for a percent sign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "headers", "links"})
    void refusesAMapThatIsAReferenceToItself(String map) {
        assertThatThrownBy(() -> spots(
                        "components: {responses: {R: {" + map + ": {$ref: '#/components/responses/R/" + map + "'}}}}"))
                .hasMessage("pets.yaml:2 /components/responses/R/" + map + "/$ref: this $ref leads back to itself;"
                        + " point it at a definition");
    }

    @Test
    void takesAReferenceInDataForText() {
        Spots spots = spots("""
                components:
                  examples: {E: {value: {$ref: '#/nope'}}}
                  schemas:
                    example: {example: {$ref: '#/nope'}, default: {$ref: '#/nope'}, const: {$ref: '#/nope'}}
                    enum: {enum: [{$ref: '#/nope'}], examples: [{$ref: '#/nope'}], x-any: {$ref: '#/nope'}}
                """);

        assertThat(spots.references()).isEmpty();
        assertThat(spots.of(Kind.SCHEMA)).hasSize(2);
    }

    @Test
    void followsReferencesIntoOtherFiles() {
        Map<URI, String> texts = Map.of(
                URI.create("file:///a/pets.yaml"),
                "openapi: 3.1.0\npaths: {/p: {$ref: 'paths.yaml#/p'}}",
                URI.create("file:///a/paths.yaml"),
                "p: {get: {parameters: [{$ref: 'more/q.yaml'}]}}\ndefs: {S: {items: {type: string}}}",
                URI.create("file:///a/more/q.yaml"),
                "name: q\nin: query\nschema: {$ref: '../paths.yaml#/defs/S'}",
                URI.create("file:///a/unread.yaml"),
                "{}");
        Node document = Sources.read("/a/pets.yaml", Access.SAME_ORIGIN, (uri, from) -> texts.get(uri));

        assertThat(Spots.of(document).of(Kind.SCHEMA))
                .extracting(Node::toString)
                .containsExactly(
                        "/a/more/q.yaml:3 /schema", "/a/paths.yaml:2 /defs/S", "/a/paths.yaml:2 /defs/S/items");
    }
}
