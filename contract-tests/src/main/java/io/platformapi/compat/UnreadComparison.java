package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.keyword.Illegible;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.reader.Inside;
import io.platformapi.contract.reader.Unread;
import io.platformapi.contract.source.Excerpt;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what nothing else looks at: members that our reader does not know, and those it reads for other tools.
 * Whether such a change breaks anybody is undecided. Both editions are walked side by side; what only one of them has
 * is judged elsewhere.
 */
final class UnreadComparison {

    /** What the reader knows, and no comparison. */
    private static final Map<Kind, List<String>> UNCOMPARED = Map.of(
            Kind.MEDIA_TYPE, List.of("encoding", "prefixEncoding", "itemEncoding"),
            Kind.DISCRIMINATOR, List.of("defaultMapping"));

    /** Steps to what is said of the same value or request, so that it counts though only one edition says it. */
    private static final Pattern SAID_OF_THE_SAME =
            Pattern.compile("\\w+ parameter |(allOf|anyOf|oneOf|not|if|then|else)(/|$)");

    private static final String ABSENT = "not given";

    private final Comparison comparison;
    private final Set<XmlFacts.Pair> alike = new HashSet<>();

    UnreadComparison(Comparison comparison) {
        this.comparison = comparison;
    }

    private record Step(String path, Kind kind, XmlFacts.Pair pair) {}

    private record Difference(String name, Node was, Node is, String because) {}

    /** Compares two objects of a kind and what is inside them. */
    void compare(String subject, Kind kind, Node before, Node after) {
        if (isAllRead() && comparison.isUnchanged(before, after)) {
            return;
        }
        Set<XmlFacts.Pair> passed = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>(List.of(new Step("", kind, new XmlFacts.Pair(before, after))));
        boolean differ = false;
        while (!open.isEmpty()) {
            Step step = open.poll();
            if (!alike.contains(step.pair()) && passed.add(step.pair())) {
                differ |= differ(subject, step);
                open.addAll(inside(step));
            }
        }
        if (!differ) {
            alike.addAll(passed);
        }
    }

    /** Whether nothing was left out of either edition, which could have been written otherwise. */
    private boolean isAllRead() {
        return comparison.old().contract().illegible().isEmpty()
                && comparison.fresh().contract().illegible().isEmpty();
    }

    private static List<Step> inside(Step step) {
        Map<String, Inside> olds = byStep(step.kind(), step.pair().was());
        Map<String, Inside> freshes =
                AlignedBranches.of(olds, byStep(step.kind(), step.pair().is()));
        Map<String, Inside> all = new LinkedHashMap<>(freshes);
        all.putAll(olds);
        List<Step> inside = new ArrayList<>();
        all.forEach((name, any) -> {
            boolean both = olds.containsKey(name) && freshes.containsKey(name);
            if (both || SAID_OF_THE_SAME.matcher(name).lookingAt()) {
                inside.add(new Step(
                        step.path() + " " + name,
                        any.kind(),
                        new XmlFacts.Pair(
                                node(olds.get(name), step.pair().was()),
                                node(freshes.get(name), step.pair().is()))));
            }
        });
        return inside;
    }

    private static Map<String, Inside> byStep(Kind kind, Node object) {
        Map<String, Inside> steps = new LinkedHashMap<>();
        Inside.of(kind, object).stream()
                .filter(each -> UNCOMPARED.getOrDefault(kind, List.of()).stream()
                        .noneMatch(
                                name -> each.step().equals(name) || each.step().startsWith(name + "/")))
                .forEach(each -> steps.put(each.step(), each));
        return steps;
    }

    private static Node node(@Nullable Inside inside, Node around) {
        return inside == null ? around.member("no such member") : inside.node();
    }

    private boolean differ(String subject, Step step) {
        Node was = step.pair().was();
        Node is = step.pair().is();
        Set<String> names = new LinkedHashSet<>(UNCOMPARED.getOrDefault(step.kind(), List.of()));
        Unread.members(step.kind(), was).forEach(each -> names.add(each.name()));
        Unread.members(step.kind(), is).forEach(each -> names.add(each.name()));
        List<Difference> differences = new ArrayList<>();
        names.forEach(name -> differences.add(
                new Difference(name, was.member(name), is.member(name), "nothing here looks at `" + name + "`")));
        differences.addAll(illegible(step.kind(), was, is));
        differences.removeIf(each -> meant(each.was()).equals(meant(each.is())) || saysNothing(each));
        differences.forEach(each -> report(subject, step, each));
        return !differences.isEmpty();
    }

    /** What is written; of how the members of a form are written, what {@link EncodingComparison} leaves. */
    private static JsonNode meant(Node node) {
        if (!node.name().equals("encoding") || node.exists() && !node.isObject()) {
            return node.json();
        }
        ObjectNode meant = JsonNodeFactory.instance.objectNode();
        node.members().forEach((name, each) -> meant.set(name, each.json().deepCopy()));
        meant.properties().stream()
                .map(Map.Entry::getValue)
                .filter(JsonNode::isObject)
                .forEach(each ->
                        ((ObjectNode) each).remove(List.of("contentType", "style", "explode", "allowReserved")));
        meant.removeIf(JsonNode::isEmpty);
        return meant;
    }

    /** Whether an object that our reader knows is empty in one of them, and not given in the other. */
    private static boolean saysNothing(Difference found) {
        return UNCOMPARED.values().stream().anyMatch(names -> names.contains(found.name()))
                && Stream.of(found.was(), found.is())
                        .allMatch(each -> !each.exists()
                                || each.isObject() && each.members().isEmpty());
    }

    /** What could not be read in one of them, or both: it was left out before anything was compared. */
    private List<Difference> illegible(Kind kind, Node was, Node is) {
        Map<String, Illegible> olds = comparison.old().leftOut().of(kind, was);
        Map<String, Illegible> freshes = comparison.fresh().leftOut().of(kind, is);
        Set<String> names = new LinkedHashSet<>(olds.keySet());
        names.addAll(freshes.keySet());
        return names.stream()
                .map(name -> new Difference(
                        name,
                        olds.containsKey(name) ? olds.get(name).node() : was.at("/" + name),
                        freshes.containsKey(name) ? freshes.get(name).node() : is.at("/" + name),
                        "`" + name + "` cannot be read as it is written and is left out"))
                .toList();
    }

    private void report(String subject, Step step, Difference found) {
        Node was = step.pair().was();
        Node is = step.pair().is();
        String place = (step.path() + " " + found.name()).strip();
        Finding finding = Finding.of(
                        Change.OPERATION_UNREAD_CHANGED.id(),
                        Level.UNDECIDED,
                        subject,
                        place + ": `" + found.name() + "` was " + shown(found.was()) + " and is " + shown(found.is())
                                + ".")
                .provedBy(List.of(new Evidence("undecided because", found.because())));
        String key = "unread " + was.file().uri() + was.pointer() + " "
                + is.file().uri() + is.pointer() + " " + found.name();
        comparison.reportShared(
                key,
                finding,
                place,
                List.of(found.was().exists() ? found.was() : was, found.is().exists() ? found.is() : is));
    }

    /** Whether a finding is about what only the newer edition says. */
    static boolean isNew(Finding finding) {
        return finding.id().equals(Change.OPERATION_UNREAD_CHANGED.id())
                && finding.message().contains("` was " + ABSENT + " and is ");
    }

    private static String shown(Node node) {
        String text = node.exists() ? node.json().toString() : ABSENT;
        return Excerpt.of(text, 80);
    }
}
