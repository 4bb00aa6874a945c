package io.platformapi.contract.check;

import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import java.util.List;

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
        return Member.at(pointer)
                .schemas(schema)
                .anyMatch(member -> member.keyword(keyword).asBoolean(false));
    }
}
