package io.platformapi.contract.schema;

import com.networknt.schema.format.Format;
import com.networknt.schema.format.Formats;
import java.util.function.Predicate;

/** The formats that networknt's validator checks itself. */
final class Registry {

    private Registry() {}

    /** The check of a format that knows no document. */
    static Predicate<String> of(String name) {
        Format format = Formats.DEFAULT.stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return text -> format.matches(null, text);
    }
}
