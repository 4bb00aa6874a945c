package io.platformapi.compat;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Report;
import io.platformapi.report.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two folders of documents, such as one for each service: those of one name are compared, and all of them are one
 * verdict. Subjects begin with the name of the document.
 *
 * @param old what clients know
 * @param fresh what they would meet
 */
record Folders(Path old, Path fresh) {

    /** Compares two documents by their paths. */
    @FunctionalInterface
    interface Comparing {
        Report report(String name, String before, String after);
    }

    /** Whether names are two folders; one beside a document is none of both. */
    static boolean are(String before, String after) {
        boolean one = isFolder(before);
        if (one != isFolder(after)) {
            throw new IllegalArgumentException("A folder can be compared with a folder only: " + before + ", " + after);
        }
        return one;
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** One report of all documents. */
    Report compared(Comparing comparing) throws IOException {
        Set<String> names = new TreeSet<>(names(old));
        names.addAll(names(fresh));
        List<Finding> findings = new ArrayList<>();
        List<String> summary = new ArrayList<>();
        Map<String, Duration> examined = new LinkedHashMap<>();
        Map<Level, String> words = Map.of();
        List<String> others = new ArrayList<>();
        for (String name : names) {
            boolean was = isDocument(old.resolve(name));
            boolean is = isDocument(fresh.resolve(name));
            if (was && is) {
                Report report = comparing.report(
                        name, old.resolve(name).toString(), fresh.resolve(name).toString());
                words = report.words();
                report.findings().forEach(finding -> findings.add(named(name, finding)));
                report.summary().forEach(line -> summary.add(name + ": " + line));
                report.examined().forEach((subject, time) -> examined.put(name + ": " + subject, time));
            } else if (was || is) {
                findings.add(lone(name, was ? Change.DOCUMENT_REMOVED : Change.DOCUMENT_ADDED));
            } else {
                others.add(name);
            }
        }
        if (findings.isEmpty() && examined.isEmpty()) {
            throw new IllegalArgumentException("There is no OpenAPI document in " + old + " and " + fresh + ".");
        }
        if (!others.isEmpty()) {
            summary.add("Not compared by themselves, for they are no OpenAPI documents: " + String.join(", ", others)
                    + ".");
        }
        return new Report("compat", old + " → " + fresh, words(words), findings, summary).examining(examined);
    }

    private static Map<Level, String> words(Map<Level, String> known) {
        return known.isEmpty()
                ? Map.of(Level.ERROR, "breaking", Level.UNDECIDED, "undecided", Level.NOTE, "compatible")
                : known;
    }

    private Finding lone(String name, Change change) {
        boolean removed = change == Change.DOCUMENT_REMOVED;
        Path file = (removed ? old : fresh).resolve(name);
        return Finding.of(
                        change.id(),
                        removed ? Level.ERROR : Level.NOTE,
                        name,
                        removed ? "The document is gone." : "The document is new.")
                .at(List.of(new Location(removed ? "old" : "new", file.toString(), "", 1)));
    }

    private static Finding named(String name, Finding finding) {
        List<Site> sites = finding.sites().isEmpty()
                ? List.of(new Site(finding.subject(), "", List.of(), finding.message()))
                : finding.sites();
        return finding.counting(sites.stream()
                .map(site -> new Site(name + ": " + site.subject(), site.place(), site.values(), site.message()))
                .toList());
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A file that another refers to is no document itself. */
    static boolean isDocument(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        Node root = Sources.read(file.toString(), Access.SAME_ORIGIN);
        return root.member("openapi").exists() || root.member("swagger").exists();
    }
}
