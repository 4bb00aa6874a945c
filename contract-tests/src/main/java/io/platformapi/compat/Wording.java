package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.compat.schema.Gap;
import io.platformapi.contract.source.Excerpt;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a gap between two schemas is told to people.
 *
 * @param sent the sender's schema that says, or should say, the same
 * @param read the reader's keyword
 * @param isSaidBeside whether a part of the sender's schema says it, though not at the place itself
 */
record Wording(Flow flow, Gap gap, Node sent, Node read, boolean isSaidBeside) {

    private static final int LONGEST = 80;
    private static final List<String> LISTS = List.of("enum", "const", "x-extensible-enum");

    String id() {
        return KeywordChange.of(gap.keyword()).id(flow);
    }

    /** What follows the name of the part: the place in the value, and what changed there. */
    String message() {
        String place = gap.path().isEmpty() ? "" : " " + gap.path();
        if (gap.keyword().equals("required")) {
            return place + ": `" + gap.subject() + "` "
                    + (flow == Flow.INCOMING ? "is now required." : "is no longer always there.");
        }
        if (gap.keyword().isEmpty()) {
            return place + ": the schema is another one.";
        }
        MappingWords variants = new MappingWords(old(), fresh());
        if (gap.keyword().equals("discriminator") && variants.tellsVariants()) {
            return place + ": `discriminator` " + variants.sentence();
        }
        if (!unknown().isEmpty()) {
            return place + ": `" + gap.keyword() + "` " + (flow == Flow.INCOMING ? "lost " : "gained ")
                    + unknown().stream().map(JsonNode::toString).collect(Collectors.joining(", ")) + ".";
        }
        if (!isToldByItself()) {
            return place + ": `" + gap.keyword() + "` "
                    + (flow == Flow.INCOMING
                            ? "refuses some of what was right."
                            : "refused some of what is sent today.");
        }
        boolean byNull = isByNull();
        String keyword = byNull ? "nullable" : gap.keyword();
        return place + ": `" + keyword + "` was " + (byNull ? shown(old().member(keyword)) : shown(before()))
                + " and is " + (byNull ? shown(fresh().member(keyword)) : shown(after())) + ".";
    }

    /**
     * What exactly is found, each as JSON: the values that an enumeration lost or gained, or what the keyword says now.
     */
    List<String> values() {
        if (!unknown().isEmpty()) {
            return unknown().stream().map(JsonNode::toString).toList();
        }
        if (isByNull()) {
            return List.of("null");
        }
        boolean plain = after().json().isValueNode() || gap.keyword().equals("type");
        return plain && after().exists() && !gap.keyword().equals("required")
                ? List.of(after().json().toString())
                : List.of();
    }

    /** Whether the keyword's own words differ, so that both together say what changed. */
    private boolean isToldByItself() {
        return isByNull()
                        && !old().member("nullable")
                                .json()
                                .equals(fresh().member("nullable").json())
                || said().exists() && !before().json().equals(after().json())
                || !said().exists() && !isSaidBeside;
    }

    /** Whether 3.0's {@code nullable} makes the difference, while the types are the same. */
    private boolean isByNull() {
        return gap.keyword().equals("type") && before().json().equals(after().json());
    }

    /** The sender's listed values that the reader does not list; none where one of them lists none. */
    private List<JsonNode> unknown() {
        if (!LISTS.contains(gap.keyword())) {
            return List.of();
        }
        List<JsonNode> known = listed(schema(read, gap.keyword()));
        List<JsonNode> unknown = new ArrayList<>(listed(sent));
        unknown.removeIf(value -> known.contains(value));
        return known.isEmpty() ? List.of() : unknown;
    }

    private static List<JsonNode> listed(Node schema) {
        List<JsonNode> values = new ArrayList<>();
        Node constant = target(schema).member("const");
        if (constant.exists()) {
            values.add(constant.json());
        }
        target(schema).member("enum").items().forEach(item -> values.add(item.json()));
        return values;
    }

    /** The schema around a keyword. */
    private static Node schema(Node keyword, String name) {
        String pointer = keyword.pointer();
        return keyword.root().at(pointer.substring(0, pointer.length() - name.length() - 1));
    }

    private static Node target(Node schema) {
        return schema.isReference() ? schema.resolved() : schema;
    }

    /** The sender's keyword. */
    private Node said() {
        if (sent.parent().name().equals(gap.keyword())) { // a branch of the union that is said
            return sent.parent();
        }
        Node keyword = target(sent).member(gap.keyword());
        boolean several = !read.name().equals(gap.keyword()) && keyword.isObject();
        return several ? keyword.member(read.name()) : keyword;
    }

    /** The sender's place, as near as it can be told. */
    Node place() {
        return said().exists() && !gap.keyword().isEmpty() ? said() : sent;
    }

    private Node before() {
        return flow == Flow.INCOMING ? said() : read;
    }

    private Node after() {
        return flow == Flow.INCOMING ? read : said();
    }

    private Node old() {
        return flow == Flow.INCOMING ? target(sent) : schema(read, gap.keyword());
    }

    private Node fresh() {
        return flow == Flow.INCOMING ? schema(read, gap.keyword()) : target(sent);
    }

    private static String shown(Node node) {
        JsonNode value = node.exists() ? node.json() : MissingNode.getInstance();
        if (value.isMissingNode()) {
            return "not given";
        }
        String text = value.toString();
        return Excerpt.of(text, LONGEST);
    }
}
