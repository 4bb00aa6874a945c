package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.MessageFormats;
import io.platformapi.contract.format.OpenList;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Schema;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bodies that are one value in a format. */
record FormatSpelling(MessageFormats.Entry entry) implements Spelling {

    @Override
    public String title(MediaType type) {
        return entry.format().name().toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean knows(MediaType type) {
        return entry.knows(type);
    }

    @Override
    public MediaType canonical(MediaType type) {
        return entry.type();
    }

    @Override
    public Body read(TypedBody sent, Content content, Reading reading) throws MalformedBody {
        boolean xml = entry.format().name().equals("xml");
        return Body.of(entry.format().read(xml ? marked(sent) : sent.bytes(), content.schema(), reading));
    }

    /** XML in the character set that its type names, which counts for more than what it says itself (RFC 7303). */
    private static byte[] marked(TypedBody sent) throws MalformedBody {
        Charset charset = Unstructured.charset(sent.type(), StandardCharsets.UTF_8);
        boolean said = charset.name().startsWith("UTF-") || charset.equals(StandardCharsets.US_ASCII);
        return said ? sent.bytes() : Unstructured.text(charset, sent.bytes()).getBytes(StandardCharsets.UTF_16);
    }

    @Override
    public TypedBody write(Content content, JsonNode value) {
        return new TypedBody(content.type(), entry.format().write(value, content.schema()));
    }

    @Override
    public OpenList writeOpen(Content content, JsonNode object, String list) {
        return entry.format().writeOpen(object, list, content.schema());
    }

    @Override
    public boolean shows(String text, Content content) {
        return entry.format().shows(text, content.schema());
    }

    @Override
    public boolean leavesOut(Schema owner, String member) {
        return entry.format().leavesOut(owner, member);
    }
}
