package io.platformapi.lint;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.FindingKind;
import io.platformapi.report.FindingKinds;
import io.platformapi.report.RuleSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much each kind of findings counts: as its table says, but for what a file of settings says otherwise.
 *
 * @param from the file; "" where there is none
 * @param weights by the id of the kind
 * @param off the ids that the file turns off
 */
record LintSettings(String from, Map<String, Weight> weights, List<String> off) {

    /** The file that is read where no other is named. */
    static final String USUAL = ".lint.yaml";

    /** As the table says. */
    static LintSettings usual() {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (FindingKind kind : FindingKinds.of("lint").all()) {
            weights.put(kind.id(), kind.level().equals("advice") ? Weight.ADVICE : Weight.FAULT);
        }
        return new LintSettings("", weights, List.of());
    }

    /** Those of a file; without a name those of the usual file, where it is there. */
    static LintSettings of(@Nullable String file) {
        return file != null ? read(file) : Files.isRegularFile(Path.of(USUAL)) ? read(USUAL) : usual();
    }

    /**
     * Those of a file such as {@code rules: {operation-id-case: off, tag-declared: fault}}.
     *
     * @throws UnreadableDocument if it is not there, or says something else
     */
    static LintSettings read(String file) {
        Node root = Sources.read(file, Access.SAME_ORIGIN);
        Map<String, Weight> weights = new LinkedHashMap<>(usual().weights());
        RuleSettings.refuseUnknown(root, List.of("rules"));
        if (!root.member("rules").isObject()) {
            throw root.unreadable("settings are written as rules: {tag-declared: fault, operation-id-case: off}");
        }
        weights.putAll(RuleSettings.read(root.member("rules"), weights.keySet(), Weight::of));
        List<String> off = weights.keySet().stream()
                .filter(id -> weights.get(id) == Weight.OFF)
                .toList();
        return new LintSettings(file, weights, off);
    }

    Weight weight(String id) {
        return weights.getOrDefault(id, Weight.FAULT);
    }

    /** What is not looked at by these settings, as a line of a report; none where everything is. */
    List<String> told() {
        return off.isEmpty() ? List.of() : List.of("Off by " + from + ": " + String.join(", ", off) + ".");
    }
}
