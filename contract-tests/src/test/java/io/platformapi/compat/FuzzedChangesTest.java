package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.report.Finding;
import io.platformapi.report.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Documents that nobody chose, whose truth is known because the change was chosen: members of equal shape, some of them
 * changed, in places that share components or not. The verdict is the same in every order and beside every other pair,
 * and each changed member is named. A few pairs in every build, ten thousand with {@code -Pcompat-fuzz}.
 */
class FuzzedChangesTest {

    private static final int PAIRS = Integer.getInteger("compat.fuzz.pairs", 150);

    /** Schemas, each with one that takes in less. */
    private static final List<Map.Entry<String, String>> NARROWINGS = List.of(
            Map.entry("{type: [string, integer]}", "{type: string}"),
            Map.entry("{type: integer, maximum: 9}", "{type: integer, maximum: 5}"),
            Map.entry("{enum: [a, b, c]}", "{enum: [a, c]}"),
            Map.entry("{type: string, pattern: '^[A-Z]{2,3}$'}", "{type: string, pattern: '^[A-Z]{2}$'}"),
            Map.entry("{type: string, pattern: '^(a|ab)$'}", "{type: string, pattern: '^a$'}"),
            Map.entry("{type: string, pattern: '^x?y*$'}", "{type: string, pattern: '^y*$'}"),
            Map.entry("{type: string, maxLength: 5}", "{type: string, maxLength: 4}"),
            Map.entry(
                    "{type: array, items: {type: string}, maxItems: 3}",
                    "{type: array, items: {type: string}, maxItems: 2}"),
            Map.entry("{oneOf: [{type: string}, {type: integer}]}", "{oneOf: [{type: string}, {type: boolean}]}"));

    /** One pair: members by name, and those that changed. */
    private record Pair(
            long seed, List<String> names, Set<String> changed, int kind, boolean components, boolean answer) {

        static Pair of(long seed) {
            Random random = new Random(seed);
            List<String> names = IntStream.range(0, 2 + random.nextInt(4))
                    .mapToObj(i -> "m" + i)
                    .toList();
            Set<String> changed = names.stream()
                    .filter(name -> random.nextInt(3) == 0)
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Pair(
                    seed,
                    names,
                    changed,
                    random.nextInt(NARROWINGS.size()),
                    random.nextBoolean(),
                    random.nextBoolean());
        }

        /** Requests break when they take in less, answers when they send more. */
        private String schema(boolean after, String name) {
            Map.Entry<String, String> both = NARROWINGS.get(kind);
            boolean less = changed.contains(name) && after != answer || answer && !changed.contains(name);
            return less ? both.getValue() : both.getKey();
        }

        String document(boolean after, List<String> order) {
            Map<String, String> paths = new LinkedHashMap<>();
            StringBuilder components = new StringBuilder("components:\n  schemas:\n");
            for (String name : order) {
                String object = "{type: object, properties: {" + name + ": " + schema(after, name) + "}}";
                components
                        .append("    C")
                        .append(name)
                        .append(": ")
                        .append(object)
                        .append('\n');
                String use = components() ? "{$ref: '#/components/schemas/C" + name + "'}" : object;
                String content = "{content: {application/json: {schema: " + use + "}}";
                paths.put(
                        "/" + name,
                        answer
                                ? "{post: {responses: {'200': " + content + ", description: Ok.}}}}"
                                : "{post: {requestBody: " + content + "}, responses: {}}}");
                paths.merge("/all", name + ": " + use, (one, other) -> one + ", " + other);
            }
            String all =
                    "{content: {application/json: {schema: {type: object, properties: {" + paths.get("/all") + "}}}}";
            paths.put(
                    "/all",
                    answer
                            ? "{post: {responses: {'200': " + all + ", description: Ok.}}}}"
                            : "{post: {requestBody: " + all + "}, responses: {}}}");
            StringBuilder text = new StringBuilder();
            paths.forEach(
                    (path, item) -> text.append(path).append(": ").append(item).append('\n'));
            return ComparedText.document(text.toString()) + components;
        }

        /** Each place that must be named: the member in its own operation, and in the one that holds all. */
        Set<String> truth() {
            Set<String> places = new TreeSet<>();
            changed.forEach(name -> {
                places.add("POST /" + name + " /" + name);
                places.add("POST /all /" + name + "/" + name);
            });
            return places;
        }

        Set<String> found(List<String> order) {
            Report report = ComparedText.report(document(false, order), document(true, order));
            assertThat(report.passes())
                    .as("seed %s: %s", seed, report.findings())
                    .isEqualTo(changed.isEmpty());
            return report.findings().stream()
                    .filter(each -> each.level().fails())
                    .flatMap(Pair::places)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The member, not what is inside it: a union's branch or a list's item may be what is named. */
        private static Stream<String> places(Finding finding) {
            return finding.sites().stream()
                    .map(site -> site.subject()
                            + site.place().replaceAll(".*\\) ?", " ").replaceAll("(m\\d)/\\*.*", "$1"));
        }
    }

    @Test
    void findsEachChangedMemberInWhateverOrder() {
        for (long seed = 1; seed <= PAIRS; seed++) {
            Pair pair = Pair.of(seed);
            List<String> turned = new ArrayList<>(pair.names());
            Collections.reverse(turned);
            assertThat(pair.found(pair.names())).as("seed %s", seed).isEqualTo(pair.truth());
            assertThat(pair.found(turned)).as("seed %s, turned round", seed).isEqualTo(pair.truth());
        }
    }
}
