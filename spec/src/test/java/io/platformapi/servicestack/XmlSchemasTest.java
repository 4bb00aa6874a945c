package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** The published XML Schemas, and XML answers held against them by the validator of the JDK. */
class XmlSchemasTest {

    private static final Contract CONTRACT = ShippedContract.read();
    private static final MediaType JSON = MediaType.of("application/json");

    private static Validator validator;

    @BeforeAll
    static void readTheSchemas(@TempDir Path folder) throws IOException, SAXException {
        for (Map.Entry<String, String> schema : Editions.xmlSchemas(CONTRACT).entrySet()) {
            Files.writeString(folder.resolve(schema.getKey()), schema.getValue());
        }
        Source[] sources = Editions.xmlSchemas(CONTRACT).keySet().stream()
                .map(file -> new StreamSource(folder.resolve(file).toFile()))
                .toArray(Source[]::new);
        validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(sources)
                .newValidator();
    }

    private static String xml(Example example, Schema schema) {
        return new String(PlatformText.XML.write(example.value(), schema), StandardCharsets.UTF_8);
    }

    private static void validate(String xml) throws IOException, SAXException {
        validator.validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void publishesOneSchemaForEachNamespace() {
        assertThat(Editions.xmlSchemas(CONTRACT))
                .containsOnlyKeys(
                        "Eros.Saguna.Common.WebAPIModel.Models.xsd",
                        "Eros.Subtle.Canvara.WebAPIModel.ServiceModel.xsd",
                        "Arrays.xsd",
                        "types.xsd");
    }

    @Test
    void describesEveryAnswerOfTheExamples() throws IOException, SAXException {
        int answers = 0;
        for (Content content : (Iterable<Content>) contents()::iterator) {
            for (Example example : content.examples().values()) {
                validate(xml(example, content.schema()));
                answers++;
            }
        }
        assertThat(answers).isGreaterThan(100);
    }

    private static Stream<Content> contents() {
        return CONTRACT.operations().stream()
                .flatMap(operation -> operation.responses().values().stream())
                .flatMap(response -> response.content(JSON).stream());
    }

    @Test
    void holdsMembersToTheirOrder() {
        Content links = CONTRACT.operation("listContactLinks")
                .orElseThrow()
                .responses()
                .get("200")
                .content(JSON)
                .orElseThrow();
        String xml = xml(links.examples().values().iterator().next(), links.schema());
        String swapped =
                xml.replaceFirst("<ResponseStatus [^>]*/>", "").replace("</Roles>", "</Roles><ResponseStatus/>");

        assertThatThrownBy(() -> validate(swapped))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("ResponseStatus");
    }

    @Test
    void leavesOutWhatXmlNeverHas() {
        assertThat(Editions.xmlSchemas(CONTRACT).get("Eros.Saguna.Common.WebAPIModel.Models.xsd"))
                .contains("name=\"IsIncoming\"")
                .doesNotContain("IsConnectionRequest");
    }
}
