package io.platformapi.contract.format;

import static io.platformapi.contract.format.Samples.bytes;
import static io.platformapi.contract.format.Samples.json;
import static io.platformapi.contract.format.Samples.read;
import static io.platformapi.contract.format.Samples.schema;
import static io.platformapi.contract.format.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.schema.Schema;
import org.junit.jupiter.api.Test;

class JsonlTest {

    private final Jsonl jsonl = new Jsonl();

    @Test
    void writesAnObjectAsJsonWithoutALineEnd() {
        assertThat(written(jsonl, "ConnectionRequestResendResponse", "{\"ResponseStatus\":null}"))
                .isEqualTo("{\"ResponseStatus\":null}");
    }

    @Test
    void writesAListALineForEachItem() throws MalformedBody {
        Schema list = schema("InviteContact").properties().get("Roles");

        byte[] lines = jsonl.write(json("[\"a\",\"b\"]"), list);

        assertThat(lines).isEqualTo(bytes("\"a\"\n\"b\"\n"));
        assertThat(jsonl.read(lines, list, Reading.RESPONSE)).isEqualTo(json("[\"a\",\"b\"]"));
    }

    @Test
    void refusesASecondLine() {
        assertThatThrownBy(() -> read(jsonl, "InviteContact", Reading.REQUEST, "{}\n\n{}"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 3, column 1: a second line stands where one value is expected");
    }

    @Test
    void saysThatAValueStandsOnOneLine() {
        assertThatThrownBy(() -> read(jsonl, "InviteContact", Reading.REQUEST, "{\n\"EmailAddress\":1}"))
                .isInstanceOf(MalformedBody.class)
                .hasMessageStartingWith("line 1, column 2: Unexpected end-of-input")
                .hasMessageEndingWith("; a value must stand on one line");
    }
}
