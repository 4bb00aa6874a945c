package io.platformapi.compat;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the ids of findings mean: those about schemas by their keyword, the others by an entry in a file. */
final class Catalogue {

    private static final Map<String, Node> ENTRIES = entries();
    private static final Map<String, String> TO_READERS = Map.of(
            "required", "keep the member optional, and give the server a default for it",
            "enum", "keep accepting the old values beside the new ones",
            "const", "keep accepting the old value beside the new one",
            "type", "keep accepting the old type beside the new one, or add a member of the new type",
            "additionalProperties", "keep accepting members that are not declared",
            "discriminator", "keep accepting the old names beside the new ones");
    private static final Map<String, String> TO_SENDERS = Map.of(
            "required", "keep sending the member always",
            "enum", "keep sending the old values only; put the new ones into a new member",
            "const", "keep sending the old value; put the new one into a new member",
            "type", "add a member of the new type beside the old one, and deprecate the old one",
            "nullable", "keep sending a value; say in a new member that there is none",
            "additionalProperties", "keep to the members that were promised",
            "discriminator", "keep sending the old names");
    private static final String ANY_KEYWORD = "keyword";

    private Catalogue() {}

    private static Map<String, Node> entries() {
        URI uri = URI.create("file:///findings.yaml");
        try (InputStream stream = Objects.requireNonNull(Catalogue.class.getResourceAsStream("findings.yaml"))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Sources.of(text, uri, "findings.yaml", Access.SAME_ORIGIN).members();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All ids; {@code keyword} stands for any keyword of schemas. */
    static List<String> ids() {
        Stream<String> fixed = ENTRIES.keySet().stream()
                .flatMap(key -> isOfOperations(key)
                        ? Stream.of(key)
                        : Stream.of(Flow.values()).map(flow -> flow.message() + "-" + key));
        Stream<String> schemas = Stream.of(Flow.values()).map(flow -> ofSchema(flow, ANY_KEYWORD));
        return Stream.concat(fixed, schemas).toList();
    }

    private static boolean isOfOperations(String key) {
        return Stream.of("operation-", "webhook-", "callback-", "sunset-", "stability-", "server-")
                .anyMatch(key::startsWith);
    }

    /** The id of a finding about a keyword: direction, keyword, effect. */
    static String ofSchema(Flow flow, String keyword) {
        String name = keyword.isEmpty() ? "schema" : keyword.replace("$", "");
        String kebab = name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return flow.message() + "-" + kebab + "-" + flow.change();
    }

    /** How to change a keyword without breaking anybody. */
    static String advice(Flow flow, String keyword) {
        return flow == Flow.INCOMING
                ? TO_READERS.getOrDefault(keyword, "keep accepting what was accepted; ask for more in a new operation")
                : TO_SENDERS.getOrDefault(
                        keyword, "keep sending what was promised; send more in a new member or operation");
    }

    /** The finding with what the catalogue says of its kind, where the finding itself does not say it. */
    static Finding told(Finding finding) {
        Node entry = entry(finding.id()).orElseThrow(() -> new IllegalArgumentException(finding.id()));
        Finding told = finding;
        String hurts = hurts(finding.id(), entry);
        if (told.consequence() == null && !hurts.isEmpty()) {
            told = told.hurting(hurts);
        }
        if (told.advice() == null && entry.member("instead").exists()) {
            told = told.advising(entry.text("instead", ""));
        }
        return told.evidence().isEmpty() && told.level().fails()
                ? told.provedBy(List.of(new Evidence("no witness", entry.text("proof", ""))))
                : told;
    }

    private static String hurts(String id, Node entry) {
        String silent = entry.member("instead").exists()
                ? flow(id).map(Flow::consequence).orElse("")
                : "";
        return entry.text("hurts", silent);
    }

    private static Optional<Node> entry(String id) {
        Node exact = ENTRIES.get(id);
        return exact != null
                ? Optional.of(exact)
                : flow(id).map(flow -> ENTRIES.get(id.substring(flow.message().length() + 1)));
    }

    private static Optional<Flow> flow(String id) {
        return Stream.of(Flow.values())
                .filter(flow -> id.startsWith(flow.message() + "-"))
                .findFirst();
    }

    /** What people are told who ask for an id; empty if there is none. */
    static Optional<String> explanation(String id) {
        Optional<String> written = entry(id)
                .map(entry -> lines(
                        id,
                        entry.text("means", ""),
                        hurts(id, entry),
                        entry.text("proof", ""),
                        entry.text("instead", "")));
        return written.or(
                () -> flow(id).filter(flow -> id.endsWith("-" + flow.change())).map(flow -> ofKeyword(flow, id)));
    }

    private static String ofKeyword(Flow flow, String id) {
        String kebab = id.substring(
                flow.message().length() + 1, id.length() - flow.change().length() - 1);
        String keyword = Stream.of(kebab.split("-"))
                .reduce((one, next) -> one + next.substring(0, 1).toUpperCase(Locale.ROOT) + next.substring(1))
                .orElse(kebab);
        String means = flow == Flow.INCOMING
                ? "A request can be right by the old contract and wrong by `" + keyword + "` of the new one."
                : "An answer can be right by the new contract and wrong by `" + keyword + "` of the old one.";
        return lines(
                id,
                means,
                flow.consequence(),
                "A witness: a value that a validator accepts by the one contract and refuses by the other.",
                advice(flow, keyword));
    }

    private static String lines(String id, String means, String hurts, String proof, String instead) {
        StringBuilder lines = new StringBuilder(id + (instead.isEmpty() ? " (compatible)" : " (breaking)") + "\n");
        line(lines, "means", means);
        line(lines, "hurts", hurts);
        line(lines, "proof", proof);
        line(lines, "instead", instead);
        return lines.toString();
    }

    private static void line(StringBuilder lines, String name, String text) {
        if (!text.isEmpty()) {
            lines.append(String.format("  %-8s %s%n", name, text));
        }
    }
}
