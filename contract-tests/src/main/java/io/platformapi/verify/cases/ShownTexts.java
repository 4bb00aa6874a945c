package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.FormatTable;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.schema.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads bodies that a document shows as a text, such as one in XML, so that their members can be broken one by one. */
final class ShownTexts {

    private final FormatTable formats;

    ShownTexts(FormatTable formats) {
        this.formats = formats;
    }

    /** The same input, its body the value that the text spells. */
    Input decoded(Input input) {
        Content content = input.content();
        boolean shown =
                content != null && input.body().isTextual() && !content.schema().is(Type.STRING);
        return shown
                ? value(content, input.body().asText()).map(input::withBody).orElse(input)
                : input;
    }

    /** What of a body is sent: a text as it stands, unless it shows members that requests do not have. */
    JsonNode sendable(Content content, JsonNode body) {
        if (!body.isTextual() || content.schema().is(Type.STRING)) {
            return ReadOnly.left(content.schema(), body);
        }
        Optional<JsonNode> whole = value(content, body.asText());
        return whole.map(value -> ReadOnly.left(content.schema(), value))
                .filter(left -> left != whole.get())
                .orElse(body);
    }

    private Optional<JsonNode> value(Content content, String text) {
        try {
            Optional<FormatTable.Entry> entry = formats.of(content.type());
            return entry.isEmpty()
                    ? Optional.empty()
                    : Optional.of(entry.get()
                            .format()
                            .read(text.getBytes(StandardCharsets.UTF_8), content.schema(), Reading.REQUEST));
        } catch (MalformedBody e) {
            return Optional.empty();
        }
    }
}
