package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.change.SchemaChange;
import io.platformapi.compat.schema.language.Formats;
import io.platformapi.contract.source.Excerpt;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a change of a schema is told to people.
 *
 * @param changes all changes of the part, because a member that is new and required is told once
 */
record ChangeWords(Flow flow, SchemaChange change, List<SchemaChange> changes) {

    private static final int LONGEST = 80;
    private static final Set<String> CONDITIONS = Set.of("propertyNames", "not", "if", "then", "else", "contains");
    private static final Set<String> NAMES =
            Set.of("properties", "patternProperties", "$defs", "definitions", "schemas");

    /** Whether a finding tells of a member that no schema describes any more by its name, without harm to most. */
    static boolean tellsOfLoss(Finding finding) {
        return Stream.of(Flow.INCOMING, Flow.OUTGOING)
                .anyMatch(flow -> finding.id().equals(Change.MEMBER_REMOVED.id(flow)));
    }

    /** What follows the name of the part: the place in the value, and what changed there. */
    String message() {
        return (change.path().isEmpty() ? "" : " " + change.path()) + condition() + ": " + sentence();
    }

    /**
     * The keyword inside which it is, where what is said there is not said of the value itself, such as {@code not}.
     */
    private String condition() {
        Node schema = change.schemas().after();
        for (Node at = schema; at != at.parent(); at = at.parent()) {
            if (CONDITIONS.contains(at.name()) && !NAMES.contains(at.parent().name())) {
                return " in `" + at.name() + "`";
            }
        }
        return "";
    }

    private String sentence() {
        String member = "`" + change.subject() + "`";
        String keyword = "`" + change.keyword() + "`";
        return switch (change.kind()) {
            case CHANGED -> changed(keyword);
            case VALUES_ADDED, BRANCH_ADDED -> keyword + " gained " + listed() + ".";
            case VALUES_REMOVED, BRANCH_REMOVED -> keyword + " lost " + listed() + ".";
            case REQUIRED -> member + flow.presence(true);
            case OPTIONAL -> member + optional();
            case MEMBER_ADDED -> member + " is new" + elsewhere() + ".";
            case MEMBER_REMOVED -> member + " is gone" + elsewhere() + ".";
            case MEMBER_RENAMED -> member + " is now called `" + change.values().get(0) + "`.";
            case DESCRIBED -> described(keyword);
        };
    }

    private String changed(String keyword) {
        if (change.keyword().isEmpty()) {
            return "the schema was " + schema(change.before()) + " and is " + schema(change.after()) + ".";
        }
        if (isRemark()) {
            return keyword + " " + Contrast.of(change.before(), change.after()).remark();
        }
        BoundWords bounds = new BoundWords(change.before(), change.after());
        if (bounds.isOfTwoKeywords()) {
            return bounds.sentence();
        }
        return keyword + " "
                + (change.keyword().equals("discriminator")
                        ? MappingWords.of(change.before(), change.after()).sentence()
                        : Contrast.of(change.before(), change.after()).sentence());
    }

    private String optional() {
        if (flow == Flow.INCOMING) {
            return " may be left out.";
        }
        return changes.stream().anyMatch(this::isRemoval)
                ? " is gone, and was always there."
                : " is no longer always there.";
    }

    /** Where a member is, if not in these messages. */
    private String elsewhere() {
        return !isOfOtherMessages() ? "" : flow == Flow.INCOMING ? ", in answers only" : ", in requests only";
    }

    /** Whether it is about a member that messages going the other way have: one that is read, or written, only. */
    boolean isOfOtherMessages() {
        Node schema = change.kind() == SchemaChange.Kind.MEMBER_ADDED ? change.after() : change.before();
        Node member = schema.isReference() ? schema.resolved() : schema;
        return change.kind().isOfMembers() && member.flag(flow == Flow.INCOMING ? "readOnly" : "writeOnly");
    }

    /** Whether another change of the same member says it all. */
    boolean isToldWithAnother() {
        boolean added = change.kind() == SchemaChange.Kind.MEMBER_ADDED && flow == Flow.INCOMING;
        boolean removed = change.kind() == SchemaChange.Kind.MEMBER_REMOVED && flow == Flow.OUTGOING;
        boolean optional = change.kind() == SchemaChange.Kind.OPTIONAL && flow == Flow.INCOMING;
        boolean required = change.kind() == SchemaChange.Kind.REQUIRED && flow == Flow.OUTGOING;
        return added && another(SchemaChange.Kind.REQUIRED)
                || removed && another(SchemaChange.Kind.OPTIONAL)
                || optional && another(SchemaChange.Kind.MEMBER_REMOVED)
                || required && another(SchemaChange.Kind.MEMBER_ADDED);
    }

    boolean isRemark() {
        return isRemark(change);
    }

    /** Whether it is about a format that takes every value, by both editions. */
    static boolean isRemark(SchemaChange change) {
        return change.keyword().equals("format")
                && Stream.of(change.before(), change.after())
                        .allMatch(each -> Formats.isRemark(each.json().asText()));
    }

    boolean isDeprecation() {
        return change.keyword().equals("deprecated");
    }

    private boolean another(SchemaChange.Kind kind) {
        return changes.stream()
                .anyMatch(each -> each.kind() == kind && each.place().equals(change.place()));
    }

    /** What to look out for, though nothing breaks by the contract. */
    Optional<String> advice() {
        boolean gone =
                change.kind() == SchemaChange.Kind.MEMBER_REMOVED || change.kind() == SchemaChange.Kind.MEMBER_RENAMED;
        return !gone
                ? Optional.empty()
                : Optional.of(
                        flow == Flow.INCOMING
                                ? "tell clients that still send it: the server takes no notice of it any more"
                                : "tell clients that still look for it: it was never sure to be there, and never is now");
    }

    private boolean isRemoval(SchemaChange other) {
        return (other.kind() == SchemaChange.Kind.MEMBER_REMOVED || other.kind() == SchemaChange.Kind.MEMBER_RENAMED)
                && other.place().equals(change.place());
    }

    private String described(String keyword) {
        if (isDeprecation()) {
            return change.after().json().asBoolean(false) ? "it is now deprecated." : "it is no longer deprecated.";
        }
        return keyword + " " + Contrast.of(change.before(), change.after()).sentence();
    }

    private String listed() {
        return String.join(", ", change.values());
    }

    private static String schema(Node node) {
        return node.exists() ? shown(node) : "not given";
    }

    static String shown(Node node) {
        JsonNode value = node.json();
        return node.exists() ? Excerpt.of(value.toString(), LONGEST) : "not given";
    }

    /** What exactly is found, each as JSON: the values of a list, or what the keyword says now. */
    List<String> values() {
        if (!change.values().isEmpty()) {
            return change.values();
        }
        if (change.keyword().equals("nullable")) {
            return List.of("null");
        }
        Node is = change.after();
        boolean plain = change.kind() == SchemaChange.Kind.CHANGED
                && is.exists()
                && (is.json().isValueNode() || change.keyword().equals("type"));
        return plain ? List.of(is.json().toString()) : List.of();
    }
}
