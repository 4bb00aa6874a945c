package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.journal.JournalEntry;
import io.platformapi.mock.journal.Validity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a body in a type whose syntax nobody knows here, nobody says that it is right. */
final class ForeignBodiesTest {

    private static final Contract TABLES =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Tables, version: '1'}
            paths:
              /tables:
                post:
                  parameters: [{name: n, in: query, schema: {type: integer}}]
                  requestBody:
                    content:
                      application/vnd.table: {schema: {type: object, properties: {rows: {type: integer}}}}
                      application/vnd.bytes: {schema: {type: string, format: binary}}
                      application/json: {schema: {type: object}}
                  responses: {'204': {description: Taken.}}
            """, URI.create("file:///tables.yaml"), "tables.yaml");

    private final Sessions sessions = new Sessions(Map::of, InstantSource.system());
    private final MockedApi mock = MockedApi.of(TABLES, MockOptions.usual(), sessions);

    private Validity sent(String query, String type, String body) {
        mock.apply(HttpRequest.of(
                "POST",
                "/tables" + query,
                Headers.of("Content-Type", type, "X-Mock-Session", "one"),
                body.getBytes(StandardCharsets.UTF_8)));
        List<JournalEntry> entries = sessions.of("one").journal().entries();
        return entries.get(entries.size() - 1).validity();
    }

    @Test
    void itIsUndecided() {
        assertThat(sent("", "application/vnd.table", "rows=1")).isEqualTo(Validity.UNDECIDED);
        assertThat(sent("?n=x", "application/vnd.table", "rows=1")).isEqualTo(Validity.INVALID);
    }

    @Test
    void whatIsReadIsDecided() {
        assertThat(sent("", "application/vnd.bytes", "\u0000\u0001")).isEqualTo(Validity.VALID);
        assertThat(sent("", "application/json", "{}")).isEqualTo(Validity.VALID);
        assertThat(sent("", "application/json", "")).isEqualTo(Validity.VALID);
    }
}
