package io.platformapi.report;

import io.platformapi.contract.source.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A kind of findings, as one of the tables describes it. Texts that say nothing are "".
 *
 * @param id kebab-case; never changes its meaning
 * @param level the tool's word for how it counts
 * @param means one sentence: what is wrong
 * @param hurts who is hurt, and how
 * @param proof what a report shows, or why nothing can be shown
 * @param example what it looks like
 * @param instead what would be right
 * @param facts what else is said of it, for its tool alone
 */
public record FindingKind(
        String id,
        String level,
        String means,
        String hurts,
        String proof,
        String example,
        String instead,
        Map<String, String> facts) {

    private static final Set<String> TEXTS = Set.of("level", "means", "hurts", "proof", "example", "instead");

    public FindingKind {
        facts = Map.copyOf(facts);
    }

    static FindingKind of(String id, Node written) {
        return new FindingKind(
                id,
                written.text("level", ""),
                written.text("means", ""),
                written.text("hurts", ""),
                written.text("proof", ""),
                written.text("example", ""),
                written.text("instead", ""),
                facts(written));
    }

    private static Map<String, String> facts(Node written) {
        Map<String, String> facts = new LinkedHashMap<>();
        written.members().forEach((name, value) -> {
            if (!TEXTS.contains(name)) {
                facts.put(name, value.json().asText());
            }
        });
        return facts;
    }

    /** A fact of a name; "" where the table says none. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** What people are told who ask for it. */
    String explanation() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("means", means);
        texts.put("hurts", hurts);
        texts.put("proof", proof);
        texts.put("example", example);
        texts.put("instead", instead);
        StringBuilder lines = new StringBuilder(id + " (" + level + ")\n");
        texts.forEach((name, text) -> lines.append(text.isEmpty() ? "" : String.format("  %-8s %s%n", name, text)));
        return lines.toString();
    }
}
