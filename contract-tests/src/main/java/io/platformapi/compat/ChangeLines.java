package io.platformapi.compat;

import io.platformapi.report.Finding;
import io.platformapi.report.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines of one part of a change log: what is said of several operations, or of several members, stands once. */
final class ChangeLines {

    private static final int MOST_OTHERS = 5;
    private static final String OPERATION = "The operation is ";
    private static final Pattern MEMBER = Pattern.compile("(.*: )?(`[^`]+`) ((?:is|may be) [^`]*)");

    private ChangeLines() {}

    /**
     * One line.
     *
     * @param subjects what it is about, such as {@code GET /pets}, the first of which it stands under
     * @param message what is said
     */
    record Line(List<String> subjects, String message) {

        /** Whether an operation is new or gone, and that is all there is to say. */
        boolean isOfOperation() {
            return message.startsWith(OPERATION) && subjects.size() == 1;
        }

        /** What is said of the operation, after its name. */
        String ofOperation() {
            return message.substring(OPERATION.length() - "is ".length());
        }

        String text() {
            List<String> others = subjects.subList(1, subjects.size());
            int more = others.size() - MOST_OTHERS;
            return others.isEmpty()
                    ? message
                    : message + " (also " + String.join(", ", more > 0 ? others.subList(0, MOST_OTHERS) : others)
                            + (more > 0 ? " and " + more + " more" : "") + ")";
        }
    }

    private record Members(List<String> subjects, String around, String said) {}

    /** The lines by the subject they stand under. */
    static Map<String, List<Line>> of(List<Finding> findings) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        byMessage(byMember(findings))
                .forEach(line -> lines.computeIfAbsent(line.subjects().get(0), any -> new ArrayList<>())
                        .add(line));
        return lines;
    }

    private static List<Line> byMember(List<Finding> findings) {
        Map<Members, List<String>> names = new LinkedHashMap<>();
        findings.forEach(finding -> {
            Matcher member = MEMBER.matcher(finding.message());
            boolean told = member.matches();
            String around = told && member.group(1) != null ? member.group(1) : "";
            names.computeIfAbsent(
                            new Members(subjects(finding), around, told ? member.group(3) : finding.message()),
                            any -> new ArrayList<>())
                    .add(told ? member.group(2) : "");
        });
        return names.entrySet().stream()
                .map(each -> new Line(each.getKey().subjects(), sentence(each.getKey(), each.getValue())))
                .toList();
    }

    private static List<String> subjects(Finding finding) {
        return Stream.concat(
                        Stream.of(finding.subject()), finding.sites().stream().map(Site::subject))
                .distinct()
                .toList();
    }

    /** Operations that are new or gone have a line each. */
    private static List<Line> byMessage(List<Line> lines) {
        Map<List<String>, Set<String>> subjects = new LinkedHashMap<>();
        lines.forEach(line -> subjects.computeIfAbsent(
                        List.of(line.isOfOperation() ? line.subjects().get(0) : "", line.message()),
                        any -> new LinkedHashSet<>())
                .addAll(line.subjects()));
        return subjects.entrySet().stream()
                .map(each ->
                        new Line(List.copyOf(each.getValue()), each.getKey().get(1)))
                .toList();
    }

    private static String sentence(Members members, List<String> names) {
        if (names.size() == 1 || names.get(0).isEmpty()) {
            return members.around() + (names.get(0).isEmpty() ? "" : names.get(0) + " ") + members.said();
        }
        int last = names.size() - 1;
        return members.around() + String.join(", ", names.subList(0, last)) + " and " + names.get(last) + " "
                + members.said().replaceFirst("^is ", "are ").replace(", and was ", ", and were ");
    }
}
