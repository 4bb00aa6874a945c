package io.platformapi.contract.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Compiled XML Schemas. Nothing outside them is ever read, and a document type declaration is a fault. Thread-safe. */
final class XmlValidation {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    private final Schema schema;

    private XmlValidation(Schema schema) {
        this.schema = schema;
    }

    /** The schemas by the file names they import each other by. */
    static XmlValidation of(Map<String, String> schemas) {
        Source[] sources = schemas.entrySet().stream()
                .map(file -> new StreamSource(new StringReader(file.getValue()), file.getKey()))
                .toArray(Source[]::new);
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setResourceResolver(resolver(schemas));
            return new XmlValidation(factory.newSchema(sources));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the XML Schemas of the contract cannot be compiled", e);
        }
    }

    private static LSResourceResolver resolver(Map<String, String> schemas) throws ParserConfigurationException {
        DOMImplementationLS inputs = (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .getDOMImplementation()
                .getFeature("LS", "3.0");
        return (type, namespace, publicId, file, base) -> {
            LSInput input = inputs.createLSInput();
            input.setSystemId(file);
            input.setStringData(schemas.getOrDefault(file, ""));
            return input;
        };
    }

    /** What is wrong with a document, each with line and column; empty if nothing is. */
    List<Violation.Xsd> faults(byte[] document) {
        Faults faults = new Faults();
        try {
            Validator validator = schema.newValidator();
            validator.setProperty(LOCALE, Locale.ENGLISH);
            validator.setErrorHandler(faults);
            validator.validate(source(document));
        } catch (SAXParseException e) {
            faults.error(e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("the validator of the JDK cannot be used", e);
        }
        return List.copyOf(faults.found);
    }

    private static Source source(byte[] document) throws SAXException, ParserConfigurationException {
        SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
        parsers.setFeature(NO_DOCTYPE, true);
        return new SAXSource(
                parsers.newSAXParser().getXMLReader(), new InputSource(new ByteArrayInputStream(document)));
    }

    /** Takes each fault once: the one that ends the reading is also thrown. */
    private static final class Faults implements ErrorHandler {

        private final Set<Violation.Xsd> found = new LinkedHashSet<>();

        @Override
        public void warning(SAXParseException warning) {
            // A warning is no fault.
        }

        @Override
        public void error(SAXParseException fault) {
            String where = "line " + fault.getLineNumber() + ", column " + fault.getColumnNumber() + ": ";
            found.add(new Violation.Xsd(constraint(fault.getMessage()), where + fault.getMessage()));
        }

        /**
         * The JDK tells of the constraint in front of its sentence, and nowhere else; a fault of syntax breaks none.
         */
        private static String constraint(String message) {
            int colon = message.startsWith("cvc-") ? message.indexOf(": ") : -1;
            return colon < 0 ? message : message.substring(0, colon);
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
