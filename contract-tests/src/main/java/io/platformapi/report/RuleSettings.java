package io.platformapi.report;

import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a file of settings says about kinds of findings by their ids, read alike for every tool. */
public final class RuleSettings {

    private RuleSettings() {}

    /**
     * Refuses what is no setting.
     *
     * @throws UnreadableDocument at the first member that is none of these
     */
    public static void refuseUnknown(Node settings, List<String> known) {
        settings.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                String are = known.size() == 1
                        ? "\"" + known.get(0) + "\" is"
                        : "\"" + String.join("\", \"", known) + "\" are";
                throw value.unreadable("\"" + name + "\" is no setting; " + are);
            }
        });
    }

    /**
     * What is written about each id.
     *
     * @param rules the ids with what is written about them
     * @param known the ids that there are
     * @param reading reads what is written
     * @throws UnreadableDocument where an id is unknown, or what is written about it cannot be read
     */
    public static <W> Map<String, W> read(Node rules, Collection<String> known, Function<Node, W> reading) {
        Map<String, W> read = new LinkedHashMap<>();
        rules.members().forEach((id, written) -> {
            W weight = reading.apply(written);
            if (!known.contains(id)) {
                throw written.unreadable("there is no rule " + id + Suggestion.of(id, known));
            }
            read.put(id, weight);
        });
        return read;
    }
}
