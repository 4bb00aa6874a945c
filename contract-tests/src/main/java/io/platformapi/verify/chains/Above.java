package io.platformapi.verify.chains;

import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What the resources of a scene are part of. */
final class Above {

    private Above() {}

    /** Asks for what the first resource is part of, by the path that it was made or listed at. */
    static Optional<Exchange> read(Scene scene, Family above) throws IOException {
        Optional<Operation> read = above.operation(Act.READ);
        Optional<Case> valid = read.flatMap(one -> scene.world().cases().valid(one, 1));
        if (valid.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> known =
                scene.world().known(read.get(), above.depth()).ids();
        return known.containsKey(above.item().shape())
                ? scene.send(new KnownIds(known).placed(read.get(), valid.get()))
                : Optional.empty();
    }
}
