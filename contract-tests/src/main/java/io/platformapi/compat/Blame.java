package io.platformapi.compat;

import io.platformapi.compat.change.SchemaChange;
import io.platformapi.compat.change.SchemaChange.Kind;
import io.platformapi.compat.schema.Gap;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds which of the changes of a part make a gap: the one of the keyword that fails, else those further inside that
 * fail by themselves.
 */
final class Blame {

    private static final int MOST_TRIED = 40;

    /** Keywords that stand for each other, by the version of OpenAPI or by what they list. */
    private static final Map<String, String> KIN = Map.of(
            "nullable", "type",
            "const", "enum",
            "exclusiveMinimum", "minimum",
            "exclusiveMaximum", "maximum",
            "unevaluatedProperties", "additionalProperties",
            "minContains", "contains",
            "maxContains", "contains");

    /** Keywords that may hold {@code false}, which refuses whatever they are about. */
    private static final Set<String> CLOSING =
            Set.of("additionalProperties", "unevaluatedProperties", "items", "additionalItems", "unevaluatedItems");

    /** Keywords that may refuse null. */
    private static final Set<String> OF_VALUES = Set.of("type", "enum", "const");

    private static final Set<String> UNIONS = Set.of("oneOf", "anyOf");

    private final Flow flow;
    private final Edition sender;
    private final Edition reader;
    private final List<SchemaChange> changes;
    private final Function<SchemaChange, List<Gap>> inside;
    private final Map<String, List<SchemaChange>> bySchema;
    private final Map<String, List<SchemaChange>> members;

    /**
     * Looks for blame in one part.
     *
     * @param changes all that is written differently in the part
     * @param inside the gaps between a pair of schemas further inside
     */
    Blame(
            Flow flow,
            Edition sender,
            Edition reader,
            List<SchemaChange> changes,
            Function<SchemaChange, List<Gap>> inside) {
        this.flow = flow;
        this.sender = sender;
        this.reader = reader;
        this.changes = changes;
        this.inside = inside;
        this.bySchema = changes.stream()
                .filter(each -> each.within().isEmpty() && hurts(each.kind()))
                .collect(Collectors.groupingBy(each -> schema(read(each), each.keyword())));
        this.members = changes.stream()
                .filter(each -> each.keyword().equals("properties") && hurts(each.kind()))
                .collect(Collectors.groupingBy(each -> place(
                        flow == Flow.OUTGOING
                                ? each.schemas().before()
                                : each.schemas().after())));
    }

    /** The changes to blame; none where nothing that is written differently explains the gap. */
    List<SchemaChange> of(Gap gap) {
        List<SchemaChange> blamed = new ArrayList<>();
        if (gap.keyword().endsWith("Properties")) {
            blamed.addAll(members.getOrDefault(schema(gap), List.of()));
        }
        blamed.addAll(own(gap));
        if (blamed.isEmpty()) {
            blamed.addAll(ofNull(gap));
        }
        if (blamed.isEmpty()) {
            blamed.addAll(deeper(gap));
        }
        if (blamed.isEmpty()) {
            blamed.addAll(branches(gap));
        }
        return blamed.isEmpty() && UNIONS.contains(gap.keyword()) ? only(gap) : blamed;
    }

    /** The changes of the one schema that changed at the union or inside, if there is no other. */
    private List<SchemaChange> only(Gap gap) {
        List<SchemaChange> here = changes.stream()
                .filter(each -> each.kind() != Kind.DESCRIBED && each.path().startsWith(gap.path()))
                .filter(each -> !each.within().isEmpty() || hurts(each.kind()))
                .toList();
        long schemas = here.stream().map(SchemaChange::schemas).distinct().count();
        return schemas == 1 ? here : List.of();
    }

    /** 3.0's {@code nullable} may stand beside a part of {@code allOf} that says which values there are. */
    private List<SchemaChange> ofNull(Gap gap) {
        return changes.stream()
                .filter(each -> each.keyword().equals("nullable")
                        && each.within().isEmpty()
                        && each.path().equals(gap.path())
                        && OF_VALUES.contains(gap.keyword()))
                .toList();
    }

    /** The branches that are gone where what is left of the union fails. */
    private List<SchemaChange> branches(Gap gap) {
        return changes.stream()
                .filter(each ->
                        isBranch(each) && hurts(each.kind()) && each.path().equals(gap.path()))
                .filter(each -> !inside.apply(each).isEmpty())
                .toList();
    }

    private List<SchemaChange> own(Gap gap) {
        List<SchemaChange> kin = bySchema.getOrDefault(schema(gap), List.of()).stream()
                .filter(each -> isKin(each, gap))
                .toList();
        List<SchemaChange> same = kin.stream()
                .filter(each -> each.keyword().equals(gap.keyword()))
                .toList();
        return same.isEmpty() ? kin : same;
    }

    private List<SchemaChange> deeper(Gap gap) {
        return changes.stream()
                .filter(each -> each.kind() != Kind.DESCRIBED && each.path().startsWith(gap.path()))
                .limit(MOST_TRIED)
                .filter(each -> each.within().isEmpty()
                        ? inside.apply(each).stream().anyMatch(found -> isOwn(each, found))
                        : each.within().equals(gap.keyword()) && hurtsWithin(each.kind()))
                .toList();
    }

    /** Whether a change hurts where more inside is less outside. */
    private boolean hurtsWithin(Kind kind) {
        return kind == Kind.CHANGED || !hurts(kind) && !kind.isOfMembers();
    }

    private boolean isOwn(SchemaChange change, Gap gap) {
        return isKin(change, gap)
                && bySchema.getOrDefault(schema(gap), List.of()).contains(change);
    }

    /** Whether a change of the schema that a gap is in is about the same keyword. */
    private boolean isKin(SchemaChange change, Gap gap) {
        boolean same = kin(change.keyword()).equals(kin(keyword(gap)))
                && (change.subject().equals(gap.subject()) || !gap.keyword().equals("required"));
        return same && (!isBranch(change) || isMeant(change, gap));
    }

    /** The place of the schema that fails. */
    private String schema(Gap gap) {
        return schema(reader.node(gap.read()), keyword(gap));
    }

    /** The keyword that fails; where a schema is {@code false}, the one that holds it. */
    private String keyword(Gap gap) {
        Node read = reader.node(gap.read());
        boolean closes = gap.keyword().isEmpty() && read.json().isBoolean() && CLOSING.contains(read.name());
        return closes ? read.name() : gap.keyword();
    }

    private static boolean isBranch(SchemaChange change) {
        return change.kind() == Kind.BRANCH_ADDED || change.kind() == Kind.BRANCH_REMOVED;
    }

    /** Whether the branch that is not understood is the one that was added or removed. */
    private boolean isMeant(SchemaChange change, Gap gap) {
        Node sent = sender.node(gap.sent());
        Node branch = flow == Flow.INCOMING ? change.before() : change.after();
        return !UNIONS.contains(sent.parent().name()) && !isWithin(sent)
                || place(end(branch)).equals(place(end(sent)));
    }

    private static boolean isWithin(Node sent) {
        return UNIONS.contains(sent.name());
    }

    private static Node end(Node schema) {
        return schema.isReference() ? schema.resolved() : schema;
    }

    private boolean hurts(Kind kind) {
        return switch (kind) {
            case VALUES_REMOVED, BRANCH_REMOVED, MEMBER_REMOVED, REQUIRED -> flow == Flow.INCOMING;
            case VALUES_ADDED, BRANCH_ADDED, MEMBER_ADDED, OPTIONAL -> flow == Flow.OUTGOING;
            case CHANGED, MEMBER_RENAMED -> true;
            case DESCRIBED -> false;
        };
    }

    private Node read(SchemaChange change) {
        return flow == Flow.INCOMING ? change.after() : change.before();
    }

    private static String kin(String keyword) {
        return KIN.getOrDefault(keyword, keyword);
    }

    /** The place of the schema that a keyword is in, or should be in. */
    private static String schema(Node node, String keyword) {
        for (Node at = node; at != at.parent(); at = at.parent()) {
            if (kin(at.name()).equals(kin(keyword)) && !keyword.isEmpty()) {
                return place(at.parent());
            }
        }
        return place(node);
    }

    private static String place(Node node) {
        return node.file().uri() + "#" + node.pointer();
    }
}
