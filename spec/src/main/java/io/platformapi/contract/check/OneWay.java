package io.platformapi.contract.check;

import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import java.util.List;
import java.util.stream.Stream;

/**
 * Members that travel one way only: {@code required} counts for a {@code readOnly} member in responses alone, and for a
 * {@code writeOnly} one in requests alone (OpenAPI 3.0, section 4.7.24.2).
 */
public enum OneWay {

    /** Members that only responses have. */
    READ_ONLY("readOnly"),
    /** Members that only requests have. */
    WRITE_ONLY("writeOnly");

    private final String keyword;

    OneWay(String keyword) {
        this.keyword = keyword;
    }

    /** The faults without those of required members that do not travel this way. */
    public List<Fault> spared(Schema schema, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> !fault.rule().equals("required") || !marks(schema, fault.pointer()))
                .toList();
    }

    /** Whether the member at a place of a value is marked by the keyword. */
    boolean marks(Schema schema, String pointer) {
        Stream<Schema> at = Stream.of(schema);
        for (String token :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            at = at.flatMap(owner -> below(owner, name));
        }
        return at.anyMatch(member -> member.keyword(keyword).asBoolean(false));
    }

    private static Stream<Schema> below(Schema owner, String name) {
        if (name.matches("\\d+") && !owner.properties().containsKey(name)) {
            return Stream.of(owner.items());
        }
        Stream<Schema> variants = owner.parts().stream().flatMap(part -> part.variants().stream());
        return Stream.concat(Stream.of(owner), variants)
                .map(Schema::properties)
                .filter(members -> members.containsKey(name))
                .map(members -> members.get(name));
    }
}
