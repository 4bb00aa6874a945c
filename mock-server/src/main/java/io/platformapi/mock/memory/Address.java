package io.platformapi.mock.memory;

import java.util.List;

/**
 * Where a thing is kept among those of its kind.
 *
 * @param scope what the variables of the collection's path are; {@link #ANY} for one that is at home everywhere
 * @param key what tells it from its like; empty for the only one of its place
 */
record Address(List<String> scope, String key) {

    /** The text of a variable that may be anything: no request can have it. */
    static final String ANY = "\0";

    Address {
        scope = List.copyOf(scope);
    }

    /** Whether it lies where the variables are these. */
    boolean isIn(List<String> place) {
        if (scope.size() != place.size()) {
            return false;
        }
        for (int i = 0; i < scope.size(); i++) {
            if (!scope.get(i).equals(ANY) && !scope.get(i).equals(place.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it lies in the paths of another. */
    boolean isBelow(Address other) {
        int depth = other.scope().size();
        return scope.size() > depth
                && scope.subList(0, depth).equals(other.scope())
                && scope.get(depth).equals(other.key());
    }
}
