package io.platformapi.mock.recording;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a client has used of an API.
 *
 * @param operations by path, as the contract writes it, and method
 */
record UsedApi(SortedMap<Call, UsedOperation> operations) {

    /** Where a request goes. */
    record Call(String path, String method) implements Comparable<Call> {

        @Override
        public int compareTo(Call other) {
            int byPath = path.compareTo(other.path);
            return byPath == 0 ? method.compareTo(other.method) : byPath;
        }
    }

    /** Nothing so far. */
    static final UsedApi NOTHING = new UsedApi(new TreeMap<>());

    /** The same with one more use of an operation. */
    UsedApi with(Call call, UsedOperation use) {
        SortedMap<Call, UsedOperation> all = new TreeMap<>(operations);
        all.merge(call, use, UsedOperation::with);
        return new UsedApi(all);
    }

    UsedApi with(UsedApi other) {
        SortedMap<Call, UsedOperation> all = new TreeMap<>(operations);
        other.operations.forEach((call, use) -> all.merge(call, use, UsedOperation::with));
        return new UsedApi(all);
    }
}
