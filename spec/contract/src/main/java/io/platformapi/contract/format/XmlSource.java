package io.platformapi.contract.format;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * The events of an XML text: elements and the text in them.
 *
 * <p>A document type declaration is refused, so that there are no entities but the five of XML; so are processing
 * instructions inside the root, and other encodings than UTF-8 and UTF-16 (RFC 7303, section 3). Depth is bounded.
 */
final class XmlSource {

    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private static final int DEEPEST = 200;
    private static final Set<String> ENCODINGS = Set.of("utf-8", "utf8", "us-ascii");

    private final XMLStreamReader events;
    private int depth;

    /** The next thing in a text. */
    enum Event {
        /** An element begins. */
        START,
        /** An element ends. */
        END,
        /** Text stands here. */
        TEXT
    }

    /**
     * The parser, loaded when the first XML is read. It is asked for by the name of its package, for a class of the JDK
     * offers the same service, and the compiler warns of annotations on Woodstox's own.
     */
    private static final class Parser {

        private static final String WOODSTOX = "com.ctc.wstx.";
        private static final XMLInputFactory FACTORY = factory();

        private static XMLInputFactory factory() {
            XMLInputFactory factory =
                    ServiceLoader.load(XMLInputFactory.class, XmlSource.class.getClassLoader()).stream()
                            .filter(provider -> provider.type().getName().startsWith(WOODSTOX))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("Woodstox is missing from the class path."))
                            .get();
            factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST + 1);
            factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
            return factory;
        }
    }

    /** The events of a body, up to its root element. */
    XmlSource(byte[] body) throws MalformedBody {
        boolean wide = isWide(body);
        String text = wide ? wide(body) : Utf8.text(body);
        try {
            events = Parser.FACTORY.createXMLStreamReader(new StringReader(text));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        String encoding = events.getCharacterEncodingScheme();
        if (!wide && encoding != null && !ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw new MalformedBody("the declaration says " + encoding + ", but the body must be UTF-8", 1, 1);
        }
        next();
    }

    /** Whether it is UTF-16: with a byte order mark, or because one of the first two bytes is none of a letter. */
    private static boolean isWide(byte[] body) {
        int first = body.length < 2 ? -1 : (body[0] & 0xFF) << 8 | body[1] & 0xFF;
        return first == 0xFEFF || first == 0xFFFE || first == '<' || first == '<' << 8;
    }

    private static String wide(byte[] body) throws MalformedBody {
        boolean little = body[1] == (byte) 0xFE || body[1] == 0;
        Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedBody("the bytes are no text in UTF-16", 1, 1);
        }
    }

    /** Goes to the next event inside the root element, or to the root element itself. */
    Event next() throws MalformedBody {
        try {
            while (true) {
                switch (events.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        return start();
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (depth > 0) {
                            return Event.TEXT;
                        }
                    }
                    case XMLStreamConstants.DTD ->
                        throw malformed("a document type declaration is not read; leave it out");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                        if (depth > 0) {
                            throw malformed("a processing instruction is not read here; leave it out");
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private Event start() throws MalformedBody {
        if (++depth > DEEPEST) {
            throw malformed("the value is nested deeper than " + DEEPEST + " levels");
        }
        return Event.START;
    }

    /** Reads what stands behind the root element: comments and blanks. */
    void end() throws MalformedBody {
        try {
            while (events.hasNext()) {
                events.next();
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** The name of the element, for messages. */
    XmlName name() {
        return new XmlName(namespace(), local());
    }

    String local() {
        return events.getLocalName();
    }

    String namespace() {
        String namespace = events.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    String text() {
        return events.getText();
    }

    int attributes() {
        return events.getAttributeCount();
    }

    String attributeName(int index) {
        return events.getAttributeLocalName(index);
    }

    String attributeNamespace(int index) {
        String namespace = events.getAttributeNamespace(index);
        return namespace == null ? "" : namespace;
    }

    String attributeValue(int index) {
        return events.getAttributeValue(index);
    }

    /** Whether the element that begins here says that it is null. */
    boolean isNil() {
        String nil = attributes() == 0 ? null : events.getAttributeValue(INSTANCE, "nil");
        return nil != null && (nil.strip().equals("true") || nil.strip().equals("1"));
    }

    /** The place of the event, for a refusal that is only known later. */
    Location place() {
        return events.getLocation();
    }

    MalformedBody malformed(String problem) {
        return malformed(problem, events.getLocation());
    }

    static MalformedBody malformed(String problem, Location place) {
        return new MalformedBody(problem, Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()));
    }

    private static MalformedBody malformed(XMLStreamException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        String problem = message.lines().findFirst().orElse("not XML");
        Location place = e.getLocation();
        return place == null ? new MalformedBody(problem, 1, 1) : malformed(problem, place);
    }
}
