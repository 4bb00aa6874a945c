package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Response;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.MessageFormats;
import io.platformapi.contract.format.OpenList;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.format.Xml;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Schema;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the bodies of an API are read and written, by the content that is declared for them: the one place that knows
 * what the bytes of a media type mean, for mock, server, checks and tester.
 *
 * <p>Whether a body is a request's or an answer's, its {@link Reading} tells. Immutable and thread-safe.
 */
public final class Bodies {

    private static final Set<String> STREAMS = Set.of("text/event-stream", "application/json-seq");

    private static final MediaType EVENT_STREAM = MediaType.of("text/event-stream");

    private static final MessageFormats TREES = new MessageFormats(List.of(
            MessageFormats.Entry.of(new Json(), "application/json", "*/*+json", "text/json"),
            MessageFormats.Entry.of(Xml.ofOpenApi(), "application/xml", "*/*+xml", "text/xml")));

    private static final List<MediaType> STRUCTURED = Stream.of(
                    "application/json", "application/xml", "text/csv", "multipart/form-data")
            .map(MediaType::of)
            .toList();

    /** The first that knows a type has it. */
    private final List<Spelling> spellings;

    private Bodies(List<Spelling> spellings) {
        this.spellings = List.copyOf(spellings);
    }

    /** Bodies in these formats and no others. */
    public static Bodies of(MessageFormats formats) {
        return new Bodies(formats(formats).toList());
    }

    /** Bodies in any type: those of plain OpenAPI. */
    public static Bodies ofOpenApi() {
        List<Spelling> spellings = new ArrayList<>(List.of(Lines.values()));
        formats(TREES).forEach(spellings::add);
        spellings.add(new CsvSpelling());
        spellings.addAll(List.of(FormSpelling.values()));
        spellings.addAll(List.of(new EventStream(), new PartList()));
        spellings.addAll(List.of(Unstructured.values()));
        return new Bodies(spellings);
    }

    private static Stream<Spelling> formats(MessageFormats formats) {
        return formats.entries().stream().map(FormatSpelling::new);
    }

    private Optional<Spelling> spelling(MediaType type) {
        for (Spelling spelling : spellings) {
            if (spelling.knows(type)) {
                return Optional.of(spelling);
            }
        }
        return Optional.empty();
    }

    private Spelling known(MediaType type) {
        return spelling(type).orElseThrow(() -> new IllegalArgumentException("no body is of the type " + type));
    }

    /** Whether a type is a stream of JSON values that may never end. */
    public static boolean isInLines(MediaType type) {
        return Stream.of(Lines.values()).anyMatch(lines -> lines.knows(type));
    }

    /** Whether a type is a sequence of items that may never end: events, JSON lines, JSON text sequences. */
    public static boolean isStream(MediaType type) {
        return STREAMS.contains(type.essence()) || isInLines(type);
    }

    /** What a response declares for a type, or for the type that it is another name of. */
    public Optional<Content> content(Response response, MediaType type) {
        return response.content(type)
                .or(() -> spelling(type).map(known -> known.canonical(type)).flatMap(response::content));
    }

    /** Whether any value can be written in the type of a content; otherwise only a text that a document shows. */
    public boolean spells(Content content) {
        return spelling(content.type())
                .filter(known -> known.spellsValues(content))
                .isPresent();
    }

    /** Whether objects and lists can be written in a type. */
    public boolean spellsStructure(MediaType type) {
        return spelling(type).filter(Spelling::spellsStructure).isPresent();
    }

    /** The types a range takes in that objects and lists are usually written in, the most usual first. */
    public static Stream<MediaType> structured(MediaType range) {
        return STRUCTURED.stream().filter(range::includes);
    }

    /** Whether a type says all that reading such a body takes, as the boundary of its parts. */
    public boolean isComplete(MediaType type) {
        return !FormSpelling.MULTIPART.knows(type) || FormSpelling.MULTIPART.isBounded(type);
    }

    /** Whether an answer in a type is decoded and its values are held to a schema, not its type alone looked at. */
    public boolean decodes(Content content, MediaType type) {
        return spelling(type).filter(known -> known.isDecoded(content)).isPresent();
    }

    /** What messages call a body of a type: {@code JSON}. */
    public String title(MediaType type) {
        return known(type).title(type);
    }

    /** Whether a body of no bytes is a right one: an empty text or list, or a stream in which nothing has come yet. */
    public boolean takesNothing(Content content, MediaType type) {
        if (EVENT_STREAM.includes(type)) {
            return true;
        }
        try {
            return decodes(content, type)
                    && read(content, new TypedBody(type, new byte[0]), Reading.RESPONSE).values().stream()
                            .allMatch(each ->
                                    content.schema().faults(each.value()).isEmpty());
        } catch (MalformedBody e) {
            return false;
        }
    }

    /**
     * Reads a body.
     *
     * @param content what is declared for it
     * @param sent the bytes, and the type they came with
     * @throws MalformedBody if the bytes are not of the type at all
     */
    public Body read(Content content, TypedBody sent, Reading reading) throws MalformedBody {
        return known(sent.type()).read(sent, content, reading);
    }

    /**
     * Reads a whole query (OpenAPI 3.2, section 4.12.1): a form as it is, everything else percent-encoded.
     *
     * @throws MalformedBody if it is not of the content's type at all
     */
    public Body readQuery(Content content, String query) throws MalformedBody {
        String text = FormSpelling.URLENCODED.knows(content.type())
                ? query
                : Percent.decoded(query)
                        .orElseThrow(() -> new MalformedBody("a percent sign begins no escape of UTF-8", 1, 1));
        return read(content, asItStands(content.type(), text), Reading.REQUEST);
    }

    /** Writes a whole query. */
    public String writtenQuery(Content content, JsonNode value) {
        TypedBody body = write(content, value);
        String text = new String(body.bytes(), Unstructured.charset(content.type(), StandardCharsets.UTF_8));
        return FormSpelling.URLENCODED.knows(content.type()) ? text : Percent.encoded(text);
    }

    /** Reads the body that a document shows as a text; empty where it is none. */
    public Optional<JsonNode> shown(Content content, String text) {
        TypedBody sent = asItStands(content.type(), text);
        try {
            return decodes(content, sent.type())
                    ? read(content, sent, Reading.REQUEST).only()
                    : Optional.empty();
        } catch (MalformedBody e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a value in the type of its content. A text in the place of another value is the body as the document shows
     * it, but in JSON.
     *
     * @throws io.platformapi.contract.format.UnwritableValue if the type cannot hold such a value
     */
    public TypedBody write(Content content, JsonNode value) {
        Spelling spelling = known(content.type());
        return value.isTextual() && spelling.shows(value.asText(), content)
                ? asItStands(content.type(), value.asText())
                : spelling.write(content, value);
    }

    /**
     * Writes an object in one of the formats, with the items of one of its lists apart: so a list that is too long to
     * be held is written part by part.
     *
     * @param list the name of the member that is the list
     * @throws UnwritableValue if the format cannot hold such a value
     */
    public OpenList writeOpen(Content content, JsonNode object, String list) {
        return known(content.type()).writeOpen(content, object, list);
    }

    private static TypedBody asItStands(MediaType type, String text) {
        Charset charset = Unstructured.charset(type, StandardCharsets.UTF_8);
        if (!charset.canEncode() || !charset.newEncoder().canEncode(text)) {
            throw new UnwritableValue("The text has characters that " + charset + " has not.");
        }
        byte[] bytes = text.getBytes(charset);
        return new TypedBody(Unstructured.named(FormSpelling.shown(type, text), bytes), bytes);
    }

    /** Whether a member is never written in a type, so that nobody may miss it. */
    public boolean leavesOut(MediaType type, Schema owner, String member) {
        return spelling(type).filter(known -> known.leavesOut(owner, member)).isPresent();
    }
}
