package io.platformapi.mock.memory;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;

/** A file with what a mock remembers from the beginning. */
final class ThingsFile {

    private ThingsFile() {}

    /**
     * The state that it gives.
     *
     * @throws io.platformapi.contract.source.UnreadableDocument if it is not there, or holds what does not go with the
     *     document
     */
    static State read(String file, MemoryPlan plan) {
        Node root = Sources.read(file, Access.SAME_ORIGIN);
        if (!root.isObject()) {
            throw root.unreadable("data is written as /pets: [{id: 1, name: Rex}]");
        }
        DataText.Read read = DataText.read(root.json(), plan);
        read.problems().stream().findFirst().ifPresent(problem -> {
            throw root.at(problem.pointer()).unreadable(problem.text());
        });
        return read.state();
    }
}
