package io.platformapi.contract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Schemas;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XML by the types of its nodes (OpenAPI 3.2), written and read back. */
class XmlNodeTypesTest {

    private static Schema schema(String properties) {
        Node document = Sources.of(
                "openapi: 3.2.0\ncomponents: {schemas: {note: {type: object, properties: {" + properties + "}}}}",
                URI.create("file:///notes.yaml"),
                "notes.yaml",
                Access.SAME_ORIGIN);
        return new Schemas(document).of(document.at("/components/schemas/note"));
    }

    private static String written(String value, Schema schema) throws Exception {
        String xml =
                new String(Xml.ofOpenApi().write(new ObjectMapper().readTree(value), schema), StandardCharsets.UTF_8);
        return xml.substring(xml.indexOf("?>") + 2);
    }

    private static String read(String xml, Schema schema) throws Exception {
        return Xml.ofOpenApi()
                .read(xml.getBytes(StandardCharsets.UTF_8), schema, Reading.RESPONSE)
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            l: {type: string, xml: {nodeType: attribute}}, t: {type: string, xml: {nodeType: text}} | {"l":"en","t":"a < b"} | <note l="en">a &lt; b</note>
            t: {type: string, xml: {nodeType: text}}                       | {"t":"a"}                | <note>a</note>
            t: {type: integer, xml: {nodeType: text}}, n: {type: string}   | {"n":"b","t":7}          | <note>7<n>b</n></note>
            t: {type: string, xml: {nodeType: cdata}}                      | {"t":"a < ]]> b"}        | <note><![CDATA[a < ]]]]><![CDATA[> b]]></note>
            l: {type: array, items: {type: string}, xml: {nodeType: element}} | {"l":["a","b"]}       | <note><l><l>a</l><l>b</l></l></note>
            l: {type: array, items: {type: string}, xml: {nodeType: none}} | {"l":["a","b"]}          | <note><l>a</l><l>b</l></note>
            l: {type: array, items: {type: string, xml: {name: i}}, xml: {nodeType: element}} | {"l":["a"]} | <note><l><i>a</i></l></note>
            n: {type: string, xml: {nodeType: element, name: m}}           | {"n":"a"}                | <note><m>a</m></note>
            """)
    void writesAndReadsEachType(String properties, String value, String xml) throws Exception {
        Schema schema = schema(properties);
        assertThat(written(value, schema)).isEqualTo(xml);
        assertThat(read(xml, schema)).isEqualTo(value);
    }

    @Test
    void takesNoWhiteSpaceBetweenElementsForText() throws Exception {
        Schema schema = schema("t: {type: string, xml: {nodeType: text}}, n: {type: string}");
        assertThat(read("<note>\n  <n>b</n>\n</note>", schema)).isEqualTo("{\"n\":\"b\"}");
    }

    @Test
    void refusesAListAsText() {
        Schema schema = schema("t: {type: array, items: {type: string}, xml: {nodeType: text}}");
        assertThatThrownBy(() -> written("{\"t\":[\"a\"]}", schema))
                .isInstanceOf(UnwritableValue.class)
                .hasMessage("A list or object cannot be the text of an element; document the member t as an element.");
    }
}
