package io.platformapi.verify.chains;

import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import java.util.Map;
import java.util.Optional;

/**
 * What a document offers on one kind of resource.
 *
 * @param item the path of one resource; its last segment is a variable, unless there is one alone
 * @param operations what can be done, by role
 */
public record Family(PathTemplate item, Map<Act, Operation> operations) {

    public Family {
        operations = Map.copyOf(operations);
    }

    Optional<Operation> operation(Act role) {
        return Optional.ofNullable(operations.get(role));
    }

    /** Whether there is one alone, such as {@code /me/settings}: it is replaced and read, not made. */
    boolean isSingle() {
        return item.segments().get(depth() - 1).variables().isEmpty();
    }

    /** The name of the variable that tells one resource from another; empty where there is one alone. */
    String variable() {
        return isSingle() ? "" : item.segments().get(depth() - 1).variables().get(0);
    }

    /** How many segments the path of a resource has. */
    int depth() {
        return item.segments().size();
    }
}
