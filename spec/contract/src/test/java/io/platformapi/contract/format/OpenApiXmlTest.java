package io.platformapi.contract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** XML as {@code xml} objects name it. */
class OpenApiXmlTest {

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read("""
                    openapi: 3.1.1
                    info: { title: People, version: "1" }
                    paths: {}
                    components:
                      schemas:
                        Person:
                          type: object
                          required: [aliases]
                          properties:
                            id: { type: integer, xml: { attribute: true } }
                            name: { type: string, xml: { namespace: "urn:names", prefix: s } }
                            born: { type: [string, "null"] }
                            aliases: { type: array, items: { type: string, xml: { name: alias } } }
                            animals:
                              type: array
                              xml: { wrapped: true, name: zoo }
                              items: { type: string, xml: { name: animal } }
                        People: { type: array, items: { $ref: "#/components/schemas/Person" } }
                    """, URI.create("file:/people.yaml"), "people.yaml");
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final Xml xml = Xml.ofOpenApi();

    private static Schema schema(String name) {
        return CONTRACT.schema(name).orElseThrow();
    }

    private String written(String type, String json) {
        return new String(xml.write(Samples.json(json), schema(type)), StandardCharsets.UTF_8);
    }

    private String read(String type, String body) throws MalformedBody {
        return xml.read(Samples.bytes(body), schema(type), Reading.REQUEST).toString();
    }

    @Test
    void writesAttributesPrefixesAndNames() {
        assertThat(written(
                        "Person",
                        "{\"id\":1,\"name\":\"Zoë\",\"born\":null,\"aliases\":[\"a\",\"b\"],\"animals\":[\"c\"]}"))
                .isEqualTo(DECLARATION + "<Person id=\"1\"><s:name xmlns:s=\"urn:names\">Zoë</s:name><born xmlns:xsi=\""
                        + INSTANCE + "\" xsi:nil=\"true\" /><alias>a</alias><alias>b</alias>"
                        + "<zoo><animal>c</animal></zoo></Person>");
    }

    @Test
    void writesAListAsTheRootByTheNameOfItsItems() {
        assertThat(written("People", "[{\"id\":1}]")).isEqualTo(DECLARATION + "<People><Person id=\"1\" /></People>");
    }

    @Test
    void readsMembersInAnyOrderAndListsWithoutAnElementAroundThem() throws MalformedBody {
        assertThat(read(
                        "Person",
                        "<Person id='1'><zoo/><alias>a</alias><n:name xmlns:n='urn:names'>Zoë</n:name>"
                                + "<alias>b</alias></Person>"))
                .isEqualTo("{\"id\":1,\"animals\":[],\"aliases\":[\"a\",\"b\"],\"name\":\"Zoë\"}");
    }

    @Test
    void takesARequiredListWithoutElementsAsEmpty() throws MalformedBody {
        assertThat(read("Person", "<Person/>")).isEqualTo("{\"aliases\":[]}");
    }

    @Test
    void keepsWhatIsNotDeclaredForTheCheck() throws MalformedBody {
        assertThat(read("Person", "<Person><alias>a</alias><x>1</x><y><z/></y><x>2</x></Person>"))
                .isEqualTo("{\"aliases\":[\"a\"],\"x\":[\"1\",\"2\"],\"y\":{\"z\":\"\"}}");
    }

    @Test
    void refusesAMemberInAnotherNamespace() {
        assertThatThrownBy(() -> read("Person", "<Person>\n<name>Zoë</name></Person>"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 2, column 1: the element name stands here, but must be {urn:names}name");
    }

    /** Such an element is no member: the document calls the member's element by another name. */
    @Test
    void refusesAMemberThatAnUndeclaredElementHasTakenTheNameOf() {
        assertThatThrownBy(() -> read("Person", "<Person><animals>x</animals><zoo/></Person>"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 1, column 29: the member animals stands here a second time");
    }
}
