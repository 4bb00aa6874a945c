package io.platformapi.contract.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of styles in OpenAPI 3.1, section 4.8.12.4, and what people send besides. */
class ParameterStylesTest {

    private static final String LIST = "{type: array, items: {type: string}}";
    private static final String NUMBERS = "{type: array, items: {type: integer}}";
    private static final String RGB =
            "{type: object, properties: {R: {type: integer}, G: {type: integer}, B: {type: integer}}}";

    private static String read(String declaration, String schema, String path, HttpRequest request) {
        return bound(declaration, schema, path, request).parts().get(0).value().toString();
    }

    private static List<String> violations(String declaration, String schema, String path, HttpRequest request) {
        return bound(declaration, schema, path, request).violations().stream()
                .map(Object::toString)
                .toList();
    }

    private static BoundRequest bound(String declaration, String schema, String path, HttpRequest request) {
        Contract contract = new ContractReader(Access.SAME_ORIGIN)
                .read("""
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths:
                  %s:
                    get:
                      parameters: [{name: color, %s, schema: %s}]
                      responses: {'200': {description: ok}}
                """.formatted(path, declaration, schema), URI.create("file:///t.yaml"), "t.yaml");
        Route.Found route = (Route.Found) contract.route(request);
        return contract.dialect().bind(route, request);
    }

    private static String schema(String kind) {
        return switch (kind) {
            case "list" -> LIST;
            case "numbers" -> NUMBERS;
            case "object" -> RGB;
            case "one or many" -> "{oneOf: [{type: integer}, " + NUMBERS + "]}";
            case "text or many" -> "{anyOf: [{type: string}, " + LIST + "]}";
            case "many or null" -> "{anyOf: [" + NUMBERS + ", {type: 'null'}]}";
            case "filter" ->
                "{type: object, properties: {ids: {oneOf: [{type: integer}, " + NUMBERS + "]}, name: " + LIST + "}}";
            case "deep" -> "{type: object, properties: {a: {type: object, properties: {b: " + NUMBERS + "}}}}";
            default -> "{type: " + kind + "}";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "style: form; string; color=blue; \"blue\"",
                "style: form; string; color=; \"\"",
                "style: form; string; other=1; ``",
                "style: form; list; color=blue&color=black; [\"blue\",\"black\"]",
                "style: form; list; color=blue%2Cblack; [\"blue,black\"]",
                "style: form; numbers; color=1&color=x; [1,\"x\"]",
                "style: form; one or many; color=1; 1",
                "style: form; one or many; color=1&color=2; [1,2]",
                "style: form; one or many; color=x; [\"x\"]",
                "style: form; text or many; color=1; \"1\"",
                "style: form; many or null; color=1; [1]",
                "style: form, explode: false; one or many; color=1; 1",
                "style: form, explode: false; one or many; color=1,2; [1,2]",
                "style: form; object; R=100&G=200; {\"R\":100,\"G\":200}",
                "style: form, explode: false; list; color=blue,black; [\"blue\",\"black\"]",
                "style: form, explode: false; list; color=a%2Cb,c; [\"a,b\",\"c\"]",
                "style: form, explode: false; list; color=; []",
                "style: form, explode: false; object; color=R,100,G,200; {\"R\":100,\"G\":200}",
                "style: spaceDelimited, explode: false; list; color=blue%20black+brown; [\"blue\",\"black\",\"brown\"]",
                "style: pipeDelimited, explode: false; list; color=blue|black%7Cbrown; [\"blue\",\"black\",\"brown\"]",
                "style: deepObject; filter; color[ids]=1; {\"ids\":1}",
                "style: deepObject; filter; color[ids]=1&color[ids]=2&color[ids][]=3; {\"ids\":[1,2,3]}",
                "style: deepObject; filter; color[ids][]=1&color[name]=1; {\"ids\":[1],\"name\":[\"1\"]}",
                "style: form; filter; ids=1&name=a; {\"ids\":1,\"name\":[\"a\"]}",
                "style: form; filter; ids=1&ids=2; {\"ids\":[1,2]}",
                "style: deepObject; object; color[R]=100&color[G]=200; {\"R\":100,\"G\":200}",
                "style: deepObject; deep; color[a][b]=1&color[a][b]=2; {\"a\":{\"b\":[1,2]}}"
            })
    void readsQueries(String style, String kind, String query, String value) {
        HttpRequest request = HttpRequest.of("GET", "/c?" + query, Headers.none());

        assertThat(read("in: query, " + style, schema(kind), "/c", request)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "style: simple| string| blue| \"blue\"",
                "style: simple| integer| 7| 7",
                "style: simple| string| a%2Cb%25| \"a,b%\"",
                "style: simple| list| a%2Cb,c%2F| [\"a,b\",\"c/\"]",
                "style: simple| one or many| 7| 7",
                "style: simple| one or many| 7,8| [7,8]",
                "style: simple, explode: true| object| R=100%2C,G=200| {\"R\":\"100,\",\"G\":200}",
                "style: label, explode: true| list| .a%2Fb.c| [\"a/b\",\"c\"]",
                "style: matrix| list| ;color=a%2Cb,c| [\"a,b\",\"c\"]",
                "style: matrix, explode: true| list| ;color=a%3Bb;color=c| [\"a;b\",\"c\"]",
                "style: matrix, explode: true| object| ;R=%3B;G=200| {\"R\":\";\",\"G\":200}",
                "style: simple| list| blue,black| [\"blue\",\"black\"]",
                "style: simple| object| R,100,G,200| {\"R\":100,\"G\":200}",
                "style: simple, explode: true| object| R=100,G=200| {\"R\":100,\"G\":200}",
                "style: label| string| .blue| \"blue\"",
                "style: label| list| .blue,black| [\"blue\",\"black\"]",
                "style: label, explode: true| list| .blue.black| [\"blue\",\"black\"]",
                "style: label, explode: true| object| .R=100.G=200| {\"R\":100,\"G\":200}",
                "style: matrix| string| ;color=blue| \"blue\"",
                "style: matrix| list| ;color=blue,black| [\"blue\",\"black\"]",
                "style: matrix, explode: true| list| ;color=blue;color=black| [\"blue\",\"black\"]",
                "style: matrix, explode: true| object| ;R=100;G=200| {\"R\":100,\"G\":200}",
                "style: matrix| object| ;color=R,100,G,200| {\"R\":100,\"G\":200}"
            })
    void readsPaths(String style, String kind, String segment, String value) {
        HttpRequest request = HttpRequest.of("GET", "/c/" + segment, Headers.none());

        assertThat(read("in: path, required: true, " + style, schema(kind), "/c/{color}", request))
                .isEqualTo(value);
    }

    @Test
    void takesNoListForExplodedThatIsNot() {
        HttpRequest request = HttpRequest.of("GET", "/c/;color=1;color=2", Headers.none());

        assertThat(read("in: path, required: true, style: matrix", schema("numbers"), "/c/{color}", request))
                .isEqualTo("[\"1;2\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "style: label| string| blue| text that begins with '.'",
                "style: label, explode: true| list| 1.2| text that begins with '.'",
                "style: matrix| integer| 5| text that begins with ';color'",
                "style: matrix| integer| ;other=5| text that begins with ';color'",
                "style: matrix, explode: true| object| R=1| text that begins with ';'"
            })
    void refusesPathsThatDoNotBeginAsTheirStyle(String style, String kind, String segment, String expected) {
        HttpRequest request = HttpRequest.of("GET", "/c/" + segment, Headers.none());

        assertThat(violations("in: path, required: true, " + style, schema(kind), "/c/{color}", request))
                .containsExactly("path color: expected " + expected + ", received " + segment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "list| blue, black| [\"blue\",\"black\"]",
                "integer| 7| 7",
                "object| R,100,G,200| {\"R\":100,\"G\":200}"
            })
    void readsHeaders(String kind, String field, String value) {
        HttpRequest request = HttpRequest.of("GET", "/c", Headers.of("COLOR", field));

        assertThat(read("in: header", schema(kind), "/c", request)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"integer| a=1; color=7| 7", "list| color=blue,black| [\"blue\",\"black\"]"})
    void readsCookies(String kind, String field, String value) {
        HttpRequest request = HttpRequest.of("GET", "/c", Headers.of("Cookie", field));

        assertThat(read("in: cookie, explode: false", schema(kind), "/c", request))
                .isEqualTo(value);
    }
}
