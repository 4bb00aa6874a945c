package io.platformapi.contract.schema;

import com.networknt.schema.Error;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;

/**
 * A list of errors that takes no more than is of use. A union puts the errors of all its branches to those around it at
 * once: of unions in unions, as a schema has them that comes back to itself, they would double with each level of a
 * value, and fill the memory.
 */
final class KeptErrors extends AbstractList<Error> {

    /** Of many branches, so that the closest is among them. */
    static final int MOST = 4_000;

    private final List<Error> errors;

    KeptErrors(List<Error> errors) {
        this.errors = errors;
    }

    @Override
    public boolean addAll(Collection<? extends Error> more) {
        int room = MOST - errors.size();
        return room > 0
                && errors.addAll(
                        more.size() <= room ? more : more.stream().limit(room).toList());
    }

    @Override
    public void add(int index, Error error) {
        errors.add(index, error);
    }

    @Override
    public Error get(int index) {
        return errors.get(index);
    }

    @Override
    public Error remove(int index) {
        return errors.remove(index);
    }

    @Override
    public int size() {
        return errors.size();
    }
}
