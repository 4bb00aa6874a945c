package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import java.util.List;

/** The members of an object as the fields of a form, as its encoding objects say. */
enum FormSpelling implements Spelling {
    URLENCODED("application/x-www-form-urlencoded"),
    MULTIPART("multipart/form-data");

    private static final String BOUNDARY = "boundary";

    private final MediaType type;

    FormSpelling(String type) {
        this.type = MediaType.of(type);
    }

    @Override
    public boolean knows(MediaType other) {
        return type.includes(other);
    }

    /** Whether a type says where the parts end, if it has any. */
    boolean isBounded(MediaType sent) {
        return this == URLENCODED || sent.parameters().containsKey(BOUNDARY);
    }

    @Override
    public Body read(TypedBody sent, Content content, Reading reading) throws MalformedBody {
        if (content.schema().isTextOnly()) {
            return Unstructured.PLAIN.read(sent, content, reading);
        }
        FormReader reader = new FormReader(new FormLayout(content.as(sent.type())), fields(sent), reading);
        return new Body(List.of(new Body.Value("", reader.read())), reader.faults());
    }

    private FormFields fields(TypedBody sent) throws MalformedBody {
        if (!isBounded(sent.type())) {
            throw new MalformedBody("the type " + sent.type() + " names no boundary", 1, 1);
        }
        return this == URLENCODED
                ? FormFields.urlencoded(sent.bytes())
                : FormFields.multipart(sent.bytes(), sent.type().parameters().get(BOUNDARY));
    }

    @Override
    public TypedBody write(Content content, JsonNode value) {
        FormWriter writer = new FormWriter(new FormLayout(content));
        if (this == URLENCODED) {
            return new TypedBody(content.type(), writer.urlencoded(value));
        }
        Multipart multipart = writer.multipart(value);
        String boundary = multipart.boundary();
        return new TypedBody(content.type().with(BOUNDARY, boundary), multipart.written(boundary));
    }

    @Override
    public boolean shows(String text, Content content) {
        return true;
    }

    /** The type of a body that a document shows: a multipart one begins with its boundary. */
    static MediaType shown(MediaType type, String text) {
        boolean bounded = type.type().equals("multipart") && text.startsWith("--");
        return bounded
                ? type.with(BOUNDARY, text.lines().findFirst().orElseThrow().substring(2))
                : type;
    }
}
