package io.platformapi.contract.check;

import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.stream.Stream;

/**
 * A member at any depth of a value.
 *
 * @param path the names and indexes that lead to it, from the outside
 */
record Member(List<String> path) {

    /** The member at a JSON pointer. */
    static Member at(String pointer) {
        return new Member(Node.tokens(pointer));
    }

    /** What the schema of the whole value says of the member. */
    Applied applied(Schema whole) {
        Applied at = Applied.of(whole);
        for (String name : path) {
            at = at.below(name);
        }
        return at;
    }

    /** What the schema of the whole value says of the object that has the member; nothing for the value itself. */
    Stream<Schema> owners(Schema whole) {
        return path.isEmpty()
                ? Stream.empty()
                : new Member(path.subList(0, path.size() - 1)).applied(whole).schemas().stream();
    }

    String name() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }
}
