package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.schema.Type;
import java.util.Optional;

/** Reads bodies that a document shows as a text, such as one in XML, so that their members can be broken one by one. */
final class ShownTexts {

    private final Bodies bodies;

    ShownTexts(Bodies bodies) {
        this.bodies = bodies;
    }

    /** The same input, its body the value that the text spells. */
    RequestValues decoded(RequestValues input) {
        Content content = input.content();
        if (content == null || !input.body().isTextual() || content.schema().is(Type.STRING)) {
            return input;
        }
        return bodies.shown(content, input.body().asText()).map(input::withBody).orElse(input);
    }

    /** What of a body is sent: a text as it stands, unless it shows members that requests do not have. */
    JsonNode sendable(Content content, JsonNode body) {
        if (!body.isTextual() || content.schema().is(Type.STRING)) {
            return ReadOnly.left(content.schema(), body);
        }
        Optional<JsonNode> whole = bodies.shown(content, body.asText());
        return whole.map(value -> ReadOnly.left(content.schema(), value))
                .filter(left -> left != whole.get())
                .orElse(body);
    }
}
