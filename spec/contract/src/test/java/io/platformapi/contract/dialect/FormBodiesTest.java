package io.platformapi.contract.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.Content;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of plain OpenAPI, urlencoded and multipart: what is written, that it is read again, and what is refused. */
class FormBodiesTest {

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private static final String MEMBERS = """
            {type: object, additionalProperties: false, properties: {
              name: {type: string}, age: {type: integer}, ok: {type: boolean},
              tags: {type: array, items: {type: string}},
              home: {type: object, properties: {city: {type: string}, zip: {type: integer}}},
              pets: {type: array, items: {type: object, properties: {id: {type: integer}}}},
              until: {anyOf: [{type: string, enum: [now]}, {type: integer}]},
              card: {anyOf: [{type: object, properties: {year: {type: integer}}}, {type: string}]},
              file: {type: string, format: binary}}}""";

    private static Contract contract(String type, String schema, String encoding) {
        return new ContractReader(Access.SAME_ORIGIN)
                .read("""
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths:
                  /f:
                    post:
                      requestBody: {required: true, content: {%s: {schema: %s, encoding: {%s}}}}
                      responses: {'200': {description: ok}}
                """.formatted(type, schema.replace("\n", " "), encoding), URI.create("file:///t.yaml"), "t.yaml");
    }

    private static TypedBody written(Contract contract, String value) throws MalformedBody {
        Content content =
                contract.operations().get(0).body().orElseThrow().contents().get(0);
        return contract.dialect().bodies().write(content, json(value));
    }

    private static JsonNode json(String text) throws MalformedBody {
        return new Json().read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void quotesNoWholeFormThatIsNone() {
        Contract contract = contract(URLENCODED, MEMBERS, "");
        HttpRequest request = HttpRequest.of("POST", "/f", Headers.none())
                .with(new TypedBody(
                        MediaType.of(URLENCODED), "a".repeat(100_000).getBytes(StandardCharsets.UTF_8)));

        assertThat(RequestCheck.violations(contract.dialect().bind((Route.Found) contract.route(request), request)))
                .isNotEmpty()
                .allMatch(violation -> violation.received().length() < 1100);
    }

    /** What a pattern would descend into, a level a character. */
    @Test
    void readsAFieldWhoseNameIsOfAnyLength() {
        Contract contract = contract(MULTIPART, "{type: object}", "");
        String name = "a".repeat(100_000);
        String body = "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\nx\r\n--b--\r\n";
        MediaType type = MediaType.of(MULTIPART + "; boundary=b");

        JsonNode read = read(contract, new TypedBody(type, body.getBytes(StandardCharsets.UTF_8)));

        assertThat(read.path(name).asText()).isEqualTo("x");
    }

    private static JsonNode read(Contract contract, TypedBody body) {
        HttpRequest request = HttpRequest.of("POST", "/f", Headers.none()).with(body);
        Route.Found route = (Route.Found) contract.route(request);
        return contract.dialect().bind(route, request).parts().get(0).value();
    }

    private static List<String> violations(String type, String encoding, byte[] body) {
        Contract contract = contract(type.split(";")[0], MEMBERS, encoding);
        HttpRequest request = HttpRequest.of("POST", "/f", Headers.of("Content-Type", type), body);
        Route.Found route = (Route.Found) contract.route(request);
        return RequestCheck.violations(contract.dialect().bind(route, request)).stream()
                .map(Violation::toString)
                .toList();
    }

    private static List<String> violations(String form) {
        return violations(URLENCODED, "", form.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<String> ofMultipart(String encoding, String body) {
        return violations(
                MULTIPART + "; boundary=b", encoding, body.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; {'name':'a b&c=d+é','age':7,'ok':true}; name=a%20b%26c%3Dd%2B%C3%A9&age=7&ok=true",
                "``; {'tags':['a,b','c']}; tags=a%2Cb&tags=c",
                "tags: {explode: false}; {'tags':['a,b','c']}; tags=a%2Cb,c",
                "tags: {style: pipeDelimited}; {'tags':['a','c']}; tags=a%7Cc",
                "``; {'home':{'city':'Rome','zip':1}}; home=%7B%22city%22%3A%22Rome%22%2C%22zip%22%3A1%7D",
                "home: {style: deepObject}; {'home':{'city':'Rome','zip':1}}; home%5Bcity%5D=Rome&home%5Bzip%5D=1",
                "home: {style: form}; {'home':{'city':'Rome','zip':1}}; city=Rome&zip=1",
                "``; {'pets':[{'id':1},{'id':2}]}; pets=%5B%7B%22id%22%3A1%7D%2C%7B%22id%22%3A2%7D%5D",
                "pets: {style: deepObject}; {'pets':[{'id':1},{'id':2}]}; pets%5B0%5D%5Bid%5D=1&pets%5B1%5D%5Bid%5D=2",
                "tags: {style: deepObject}; {'tags':['a','c']}; tags%5B%5D=a&tags%5B%5D=c",
                "until: {style: deepObject}; {'until':44}; until=44",
                "card: {style: deepObject}; {'card':{'year':18}}; card%5Byear%5D=18",
                "card: {style: deepObject}; {'card':'tok'}; card=tok",
                "tags: {contentType: application/json}; {'tags':['a','c']}; tags=%5B%22a%22%2C%22c%22%5D",
                "home: {contentType: application/xml}; {'home':{'city':'Rome'}};"
                        + " home=%3C%3Fxml%20version%3D%221.0%22%20encoding%3D%22utf-8%22%3F%3E%3Cxml%3E%3Ccity%3ERome%3C%2Fcity%3E%3C%2Fxml%3E"
            })
    void readsTheFieldsItWrites(String encoding, String value, String form) throws MalformedBody {
        Contract contract =
                contract(URLENCODED, encoding.startsWith("home: {style: form}") ? open() : MEMBERS, encoding);
        TypedBody written = written(contract, value);

        assertThat(new String(written.bytes(), StandardCharsets.US_ASCII)).isEqualTo(form);
        assertThat(read(contract, written)).isEqualTo(json(value));
    }

    /** Members that are fields of their own cannot be told from members that are not declared. */
    private static String open() {
        return "{type: object, properties: {home: {type: object, properties: {city: {type: string}, zip: {type: integer}}}}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; {'name':'a%+','age':7}; `--part|Content-Disposition: form-data, name=\"name\"||a%+|"
                        + "--part|Content-Disposition: form-data, name=\"age\"||7|--part--|`",
                "``; {'tags':['--part','c']}; `--part-1|Content-Disposition: form-data, name=\"tags\"||--part|"
                        + "--part-1|Content-Disposition: form-data, name=\"tags\"||c|--part-1--|`",
                "``; {'pets':[{'id':1},{'id':2}]};"
                        + " `--part|Content-Disposition: form-data, name=\"pets\"|Content-Type: application/json||{\"id\":1}|"
                        + "--part|Content-Disposition: form-data, name=\"pets\"|Content-Type: application/json||{\"id\":2}|--part--|`",
                "``; {'file':'é'}; `--part|Content-Disposition: form-data, name=\"file\", filename=\"file\"|"
                        + "Content-Type: application/octet-stream||é|--part--|`",
                "`file: {contentType: 'image/png, image/jpeg'}`; {'file':'x'};"
                        + " `--part|Content-Disposition: form-data, name=\"file\", filename=\"file\"|Content-Type: image/png||x|--part--|`",
                "tags: {style: deepObject}; {'tags':['a=b']}; `--part|Content-Disposition: form-data, name=\"tags[]\"||a=b|--part--|`",
                "home: {contentType: application/xml}; {'home':{'city':'Rome'}};"
                        + " `--part|Content-Disposition: form-data, name=\"home\"|Content-Type: application/xml||"
                        + "<?xml version=\"1.0\" encoding=\"utf-8\"?><xml><city>Rome</city></xml>|--part--|`"
            })
    void readsThePartsItWrites(String encoding, String value, String body) throws MalformedBody {
        Contract contract = contract(MULTIPART, MEMBERS, encoding);
        TypedBody written = written(contract, value);

        assertThat(new String(written.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(body.replace("|", "\r\n").replace(", name", "; name").replace(", filename", "; filename"));
        assertThat(read(contract, written)).isEqualTo(json(value));
    }

    @Test
    void readsBytesOfAFileAsTheyAre() {
        assertThat(ofMultipart("", "--b\nContent-Disposition: form-data; name=\"file\"\n\n\u0089PNG\u00ff\n--b--\n"))
                .isEmpty();
    }

    @Test
    void namesTheFieldAndThePlaceOfABadEscape() {
        assertThat(violations("name=a&age=%zz"))
                .containsExactly(
                        "body: expected application/x-www-form-urlencoded that can be read, received line 1, column 12: the field age has a '%' that escapes nothing");
        assertThat(violations("name=%FF"))
                .containsExactly(
                        "body: expected application/x-www-form-urlencoded that can be read, received line 1, column 1: the escapes of the field name are not UTF-8");
    }

    @Test
    void namesThePlaceOfBytesThatAreNotUtf8() {
        assertThat(violations("age=1&name=\u00ff"))
                .containsExactly(
                        "body: expected application/x-www-form-urlencoded that can be read, received line 1, column 12: the byte 0xFF is not UTF-8");
        assertThat(ofMultipart("", "--b\nContent-Disposition: form-data; name=\"name\"\n\n\u00ff\n--b--\n"))
                .containsExactly("body /name: expected text in UTF-8, received bytes that are not");
    }

    @Test
    void refusesAFieldTwiceThatIsNoList() {
        assertThat(violations("age=1&tags=a&tags=b&age=2"))
                .containsExactly("body /age: expected one value, received 2 fields of this name");
        assertThat(violations("home={}&home={}"))
                .containsExactly("body /home: expected one value, received 2 fields of this name");
    }

    @Test
    void refusesAnObjectThatIsNoJson() {
        assertThat(violations("home=Rome")).containsExactly("body /home: expected an object, received \"Rome\"");
    }

    @Test
    void namesTheLineWhereAMultipartBodyBreaks() {
        String part = "--b\nContent-Disposition: form-data; name=\"age\"\n\n1\n";

        assertThat(ofMultipart("", part + part.replace("age", "name")))
                .containsExactly(
                        "body: expected multipart/form-data that can be read, received line 5, column 1: the part that begins here has no end: there is no line --b--");
        assertThat(ofMultipart("", part.replace("--b", "--c")))
                .containsExactly(
                        "body: expected multipart/form-data that can be read, received line 1, column 1: there is no line --b");
        assertThat(ofMultipart("", part + "--b\nContent-Type: text/plain\n\n1\n--b--\n"))
                .containsExactly(
                        "body: expected multipart/form-data that can be read, received line 5, column 1: a part has no Content-Disposition: form-data; name=\"…\"");
    }

    @Test
    void refusesReservedCharactersOnlyWhereTheDocumentDoes() {
        byte[] form = "name=a:b".getBytes(StandardCharsets.US_ASCII);

        assertThat(violations(URLENCODED, "name: {allowReserved: false}", form))
                .containsExactly("body /name: expected reserved characters percent-encoded, received \"a:b\"");
        assertThat(violations(URLENCODED, "name: {contentType: text/plain}", form))
                .isEmpty();
    }

    @Test
    void refusesAPartThatSaysItIsOfAnotherTypeThanThoseDeclared() {
        String encoding = "file: {contentType: 'application/pdf, image/*'}";

        assertThat(ofMultipart(encoding, file("Content-Type: text/plain\n")))
                .containsExactly("body /file: expected application/pdf, image/*, received text/plain");
        assertThat(ofMultipart(encoding, file("Content-Type: image/png\n"))).isEmpty();
        assertThat(ofMultipart(encoding, file(""))).isEmpty();
        assertThat(ofMultipart("", file("Content-Type: text/plain\n"))).isEmpty();
    }

    private static String file(String type) {
        return "--b\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\n" + type + "\n1\n--b--\n";
    }

    @Test
    void writesNoTypeOfAPartWhereOnlyARangeIsDeclared() throws MalformedBody {
        assertThat(written(contract(MULTIPART, MEMBERS, "file: {contentType: 'image/*'}"), "{'file':'x'}")
                        .bytes())
                .asString(StandardCharsets.UTF_8)
                .contains("name=\"file\"")
                .doesNotContain("Content-Type");
    }

    @Test
    void leavesOutWhatIsNull() {
        Contract contract = contract(URLENCODED, MEMBERS, "");
        Content content =
                contract.operations().get(0).body().orElseThrow().contents().get(0);

        assertThat(contract.dialect()
                        .bodies()
                        .write(content, JsonNodeFactory.instance.objectNode().putNull("name"))
                        .bytes())
                .isEmpty();
    }
}
