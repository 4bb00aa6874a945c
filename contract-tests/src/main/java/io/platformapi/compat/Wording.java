package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.Gap;
import io.platformapi.contract.source.Node;
import java.util.Locale;
import java.util.Map;

/** How a gap between two schemas is told to people. */
final class Wording {

    private static final int LONGEST = 80;
    private static final Map<String, String> ADVICE = Map.of(
            "required", "keep the member optional, and give the server a default for it",
            "enum", "keep the old values beside the new ones, or put the new ones into a new member",
            "const", "keep the old value beside the new one",
            "type", "add a member of the new type beside the old one, and deprecate the old one",
            "additionalProperties", "keep accepting members that are not declared");

    private final Flow flow;
    private final Gap gap;

    Wording(Flow flow, Gap gap) {
        this.flow = flow;
        this.gap = gap;
    }

    /** Stable: direction, keyword, effect. */
    String id() {
        String keyword = gap.keyword().isEmpty() ? "schema" : gap.keyword().replace("$", "");
        String kebab = keyword.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return flow.message() + "-" + kebab + "-" + flow.change();
    }

    /** What follows the name of the part: the place in the value, and what changed there. */
    String message(Node sent, Node read) {
        String place = gap.path().isEmpty() ? "" : " " + gap.path();
        if (gap.keyword().equals("required")) {
            return place + ": `" + gap.subject() + "` "
                    + (flow == Flow.INCOMING ? "is now required." : "is no longer always there.");
        }
        if (gap.keyword().isEmpty()) {
            return place + ": the schema is another one.";
        }
        String before = shown(flow == Flow.INCOMING ? beside(sent) : read.json());
        String after = shown(flow == Flow.INCOMING ? read.json() : beside(sent));
        return place + ": `" + gap.keyword() + "` was " + before + " and is " + after + ".";
    }

    private JsonNode beside(Node schema) {
        Node found = schema.isReference() ? schema.resolved() : schema;
        return found.member(gap.keyword()).json();
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "not given";
        }
        String text = value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** How to get there without breaking anybody. */
    String advice() {
        return ADVICE.getOrDefault(
                gap.keyword(),
                flow == Flow.INCOMING
                        ? "keep accepting what was accepted; ask for more in a new operation"
                        : "keep sending what was promised; send more in a new member or operation");
    }
}
