package io.platformapi.contract;

import io.platformapi.contract.http.Percent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation for a method and a path.
 *
 * <p>A trie over path segments: the cost of a look-up grows with the length of the path, not with the number of routes.
 * At each segment a literal goes before a mix of text and variables, and that before a lone variable (OpenAPI 3.1,
 * section 4.8.8.2). Segments are percent-decoded one by one, so that an encoded slash stays inside its segment.
 * Immutable once built; thread-safe.
 */
public final class Router {

    private final PathMatching matching;
    private final Branch root = new Branch();

    /** The variables of each operation's path, by identity. */
    private final Map<Operation, List<String>> variables = new IdentityHashMap<>();

    /** A router over operations; of two operations with the same method and shape of path the first counts. */
    public Router(List<Operation> operations, PathMatching matching) {
        this.matching = matching;
        operations.forEach(this::add);
    }

    private void add(Operation operation) {
        Branch branch = root;
        for (PathTemplate.Segment segment : operation.path().segments()) {
            if (matching == PathMatching.EXACT || !segment.text().isEmpty()) {
                branch = branch.grow(segment, literal(segment.text()));
            }
        }
        branch.operations.putIfAbsent(operation.method(), operation);
        variables.put(operation, operation.path().variables());
    }

    /** The route of a request for a path as sent, still percent-encoded. */
    public Route route(String method, String path) {
        List<String> segments = segments(path);
        List<String> values = new ArrayList<>();
        Branch end = find(root, segments, 0, values);
        if (end == null) {
            return new Route.NotFound();
        }
        Operation operation = end.operations.get(method);
        if (operation == null) {
            return new Route.MethodNotAllowed(new TreeSet<>(end.operations.keySet()));
        }
        List<String> names = variables.getOrDefault(operation, List.of());
        List<String> texts = values.stream().map(Router::decoded).toList();
        return new Route.Found(operation, end.operations, named(names, texts), named(names, values), "");
    }

    private List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int end;
        for (int start = path.startsWith("/") ? 1 : 0; start <= path.length(); start = end + 1) {
            int slash = path.indexOf('/', start);
            end = slash < 0 ? path.length() : slash;
            if (end > start || matching == PathMatching.EXACT) {
                segments.add(path.substring(start, end));
            }
        }
        return segments;
    }

    private static String decoded(String segment) {
        return Percent.decoded(segment).orElse(segment);
    }

    private String literal(String text) {
        return matching == PathMatching.LENIENT ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** The end of a path of encoded segments, with the encoded values of its variables. */
    private @Nullable Branch find(Branch branch, List<String> segments, int at, List<String> values) {
        if (at == segments.size()) {
            return branch.operations.isEmpty() ? null : branch;
        }
        Branch literal = branch.literals.get(literal(decoded(segments.get(at))));
        Branch end = literal == null ? null : find(literal, segments, at + 1, values);
        if (end == null) {
            end = findMixed(branch, segments, at, values);
        }
        if (end == null && branch.variable != null) {
            values.add(segments.get(at));
            end = find(branch.variable, segments, at + 1, values);
            if (end == null) {
                values.remove(values.size() - 1);
            }
        }
        return end;
    }

    private @Nullable Branch findMixed(Branch branch, List<String> segments, int at, List<String> values) {
        int before = values.size();
        for (Mixed mixed : branch.mixed.values()) {
            Matcher matcher = mixed.pattern().matcher(decoded(segments.get(at)));
            if (matcher.matches()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    values.add(matcher.group(group).replace("%", "%25"));
                }
                Branch end = find(mixed.branch(), segments, at + 1, values);
                if (end != null) {
                    return end;
                }
                values.subList(before, values.size()).clear();
            }
        }
        return null;
    }

    private static Map<String, String> named(List<String> names, List<String> values) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), values.get(i));
        }
        return named;
    }

    private record Mixed(Pattern pattern, Branch branch) {}

    private static final class Branch {

        private final Map<String, Branch> literals = new LinkedHashMap<>();
        private final Map<String, Mixed> mixed = new LinkedHashMap<>();
        private final Map<String, Operation> operations = new LinkedHashMap<>();
        private @Nullable Branch variable;

        Branch grow(PathTemplate.Segment segment, String literal) {
            if (segment.isLiteral()) {
                String decoded = Percent.decoded(literal).orElse(literal);
                return literals.computeIfAbsent(decoded, text -> new Branch());
            }
            if (!segment.isVariable()) {
                String shape = segment.pattern().pattern();
                return mixed.computeIfAbsent(shape, text -> new Mixed(segment.pattern(), new Branch()))
                        .branch();
            }
            Branch next = variable == null ? new Branch() : variable;
            variable = next;
            return next;
        }
    }
}
