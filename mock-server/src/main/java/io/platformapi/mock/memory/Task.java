package io.platformapi.mock.memory;

import io.platformapi.contract.Operation;
import java.util.List;
import java.util.Map;

/**
 * What an operation is to the memory.
 *
 * @param operation the operation
 * @param deed what it does
 * @param holding what it does that to; for {@link Deed#ACT} what it concerns
 * @param ancestors the collections in whose things its path lies, the outermost first
 * @param bonds the members that hold what its path says, by the position of the path's variable: of things that have a
 *     path of their own as well, it shows only those
 */
record Task(Operation operation, Deed deed, Holding holding, List<Holding> ancestors, Map<Integer, String> bonds) {

    /** Whether it shows a part of what has a path of its own. */
    boolean isView() {
        return !bonds.isEmpty();
    }
}
