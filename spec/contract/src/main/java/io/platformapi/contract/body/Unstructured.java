package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.format.Text;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies that are one text or one run of bytes, without any syntax that we know. */
enum Unstructured implements Spelling {
    /** A text, number or boolean as it stands. */
    PLAIN("text/plain", StandardCharsets.UTF_8),
    /** Any bytes. */
    BYTES("application/octet-stream", StandardCharsets.ISO_8859_1),
    /** Some text, such as HTML. */
    TEXT("text/*", StandardCharsets.UTF_8),
    /** Whatever it is, such as an image. */
    OTHER("*/*", StandardCharsets.ISO_8859_1);

    private final MediaType range;
    private final Charset usual;

    Unstructured(String range, Charset usual) {
        this.range = MediaType.of(range);
        this.usual = usual;
    }

    @Override
    public boolean knows(MediaType type) {
        return range.includes(type);
    }

    @Override
    public boolean spellsValues(Content content) {
        return this == PLAIN || this == BYTES;
    }

    @Override
    public boolean spellsStructure() {
        return false;
    }

    @Override
    public boolean isDecoded(Content content) {
        return this == PLAIN && !content.schema().types().isEmpty()
                || this == TEXT && content.schema().isTextOnly();
    }

    /** Nothing is read where the document names a type of its own and wants what only that type's syntax could tell. */
    @Override
    public Body read(TypedBody sent, Content content, Reading reading) throws MalformedBody {
        Schema schema = content.schema();
        boolean unknown = !spellsValues(content)
                && !content.type().isRange()
                && !schema.types().isEmpty()
                && !schema.is(Type.STRING);
        if (unknown) {
            return new Body(List.of(), List.of());
        }
        Charset charset = charset(sent.type(), usual);
        if (sent.type().parameters().containsKey("charset")) {
            text(charset, sent.bytes());
        }
        return Body.of(text(charset).read(sent.bytes(), schema, reading));
    }

    /** Whoever names a character set writes in it; where none is named, nobody knows which it is. */
    static String text(Charset charset, byte[] text) throws MalformedBody {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedBody("the bytes are no text in " + charset, 0, 0);
        }
    }

    @Override
    public TypedBody write(Content content, JsonNode value) {
        byte[] written = text(charset(content.type(), StandardCharsets.UTF_8)).write(value, content.schema());
        return new TypedBody(named(content.type(), written), written);
    }

    /**
     * The type of a text in UTF-8, which says so where it says nothing else and any of the letters is not in ASCII:
     * clients may take it for something else (RFC 9110, section 8.3.2). Events and CSV are UTF-8 by themselves.
     */
    static MediaType named(MediaType type, byte[] text) {
        boolean open = type.type().equals("text") && !type.parameters().containsKey("charset");
        boolean said = type.subtype().equals("event-stream")
                || type.subtype().equals("csv")
                || type.syntax().equals("xml");
        if (!open || said || isAscii(text)) {
            return type;
        }
        return type.with("charset", "utf-8");
    }

    private static boolean isAscii(byte[] text) {
        for (byte letter : text) {
            if (letter < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean shows(String text, Content content) {
        return true;
    }

    /** The character set that a type names, if it names one that is known here. */
    static Charset charset(MediaType type, Charset otherwise) {
        String named = type.parameters().getOrDefault("charset", "");
        try {
            return named.isEmpty() ? otherwise : Charset.forName(named);
        } catch (IllegalArgumentException unknown) {
            return otherwise;
        }
    }

    private static Text text(Charset charset) {
        return new Text("text", charset);
    }
}
