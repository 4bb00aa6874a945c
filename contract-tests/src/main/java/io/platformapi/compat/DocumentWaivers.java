package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Waivers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What documents waive themselves: {@code x-compat-waiver} at an operation, meant for that operation. */
final class DocumentWaivers {

    static final String FIELD = "x-compat-waiver";

    private final Map<String, Node> written = new LinkedHashMap<>();

    /**
     * Takes those of a new edition, and those of the old one at operations that are gone.
     *
     * @param prefix what subjects of the report begin with
     */
    void add(String prefix, Contract known, Contract met) {
        Stream.concat(met.operations().stream(), known.operations().stream())
                .forEach(operation -> written.putIfAbsent(prefix + operation, waiver(operation)));
    }

    private static Node waiver(Operation operation) {
        return operation.node().member(FIELD);
    }

    /** These beside others. */
    Waivers in(Waivers others) {
        Waivers all = others;
        for (Map.Entry<String, Node> each : written.entrySet()) {
            if (each.getValue().exists()) {
                all = all.and(each.getValue(), each.getKey());
            }
        }
        return all;
    }
}
