package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.Gap;
import io.platformapi.contract.source.Node;

/** How a gap between two schemas is told to people. */
final class Wording {

    private static final int LONGEST = 80;

    private final Flow flow;
    private final Gap gap;

    Wording(Flow flow, Gap gap) {
        this.flow = flow;
        this.gap = gap;
    }

    /** Stable: direction, keyword, effect. */
    String id() {
        return Catalogue.ofSchema(flow, gap.keyword());
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
        return Catalogue.advice(flow, gap.keyword());
    }
}
