package io.platformapi.mock.memory;

import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.PathTemplate.Segment;
import io.platformapi.contract.schema.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of things that a mock remembers: those of a collection such as {@code /pets}, or the only one of its place,
 * such as {@code /me}.
 *
 * @param path the path of the collection, or of the only one
 * @param variable the variable that tells one of a collection from the others; empty for the only one
 * @param id the member that holds the same; empty where none does
 * @param schema what one of them is in answers
 * @param operations what can be done with them
 */
record Holding(
        PathTemplate path,
        Optional<String> variable,
        Optional<String> id,
        Schema schema,
        Map<Deed, Operation> operations) {

    Holding {
        Map<Deed, Operation> ordered = new EnumMap<>(Deed.class);
        ordered.putAll(operations);
        operations = ordered;
    }

    /** Whether there is only one of them at a place. */
    boolean isSingle() {
        return variable.isEmpty();
    }

    /** How many variables the path has before the one that tells them apart. */
    int depth() {
        return path.variables().size();
    }

    Optional<Operation> operation(Deed deed) {
        return Optional.ofNullable(operations.get(deed));
    }

    /** Whether clients can bring one about. */
    boolean canBegin() {
        return operations.containsKey(Deed.CREATE);
    }

    /** The last literal word of the path: {@code pets}. */
    String noun() {
        return noun(path);
    }

    static String noun(PathTemplate path) {
        List<Segment> segments = path.segments();
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).variables().isEmpty() && !segments.get(i).text().isEmpty()) {
                return segments.get(i).text();
            }
        }
        return "";
    }
}
