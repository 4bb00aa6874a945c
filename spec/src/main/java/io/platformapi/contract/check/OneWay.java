package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** What is wrong with a value that travels the other way; what is marked is not missed in it. */
    public List<Fault> faults(Schema schema, JsonNode value) {
        return schema.faults(value).isEmpty()
                ? List.of()
                : schema.unasking(keyword).faults(value).stream()
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
