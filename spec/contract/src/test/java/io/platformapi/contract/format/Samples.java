package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Typing;
import io.platformapi.contract.source.Access;
import java.nio.charset.StandardCharsets;

/** What the tests of formats read and write: schemas of a small document, and values as JSON. */
final class Samples {

    static final Jsv JSV = new Jsv(Typing.JSON);

    private static final Contract CONTRACT = new ContractReader(Access.SAME_ORIGIN)
            .read("src/test/resources/io/platformapi/contract/format/contacts.yaml");

    private Samples() {}

    static Schema schema(String name) {
        return CONTRACT.schema(name).orElseThrow();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) {
        try {
            return new Json().read(bytes(text));
        } catch (MalformedBody e) {
            throw new AssertionError(e);
        }
    }

    static String written(Format format, String schema, String json) {
        return new String(format.write(json(json), schema(schema)), StandardCharsets.UTF_8);
    }

    static String read(Format format, String schema, Reading reading, String body) throws MalformedBody {
        return format.read(bytes(body), schema(schema), reading).toString();
    }
}
