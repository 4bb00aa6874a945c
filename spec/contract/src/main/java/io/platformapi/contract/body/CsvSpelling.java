package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.PlainCsv;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;

/** Tables as CSV, with a row of names unless the type says {@code header=absent} (RFC 4180, section 3). */
final class CsvSpelling implements Spelling {

    private static final MediaType TYPE = MediaType.of("text/csv");

    @Override
    public boolean knows(MediaType type) {
        return TYPE.includes(type);
    }

    /** Without a schema nobody knows of what dialect of CSV a table is. */
    @Override
    public boolean isDecoded(Content content) {
        return !content.schema().types().isEmpty();
    }

    @Override
    public Body read(TypedBody sent, Content content, Reading reading) throws MalformedBody {
        return Body.of(csv(sent.type()).read(sent.bytes(), content.schema(), reading));
    }

    @Override
    public TypedBody write(Content content, JsonNode value) {
        return new TypedBody(content.type(), csv(content.type()).write(value, content.schema()));
    }

    @Override
    public boolean shows(String text, Content content) {
        return true;
    }

    private static PlainCsv csv(MediaType type) {
        return "absent".equalsIgnoreCase(type.parameters().get("header"))
                ? new PlainCsv(PlainCsv.Heading.ABSENT)
                : new PlainCsv(PlainCsv.Heading.PRESENT);
    }
}
