package io.platformapi.contract.format;

import static io.platformapi.contract.format.Samples.read;
import static io.platformapi.contract.format.Samples.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String ROLE = "5e000001-2b7f-4e19-8c64-0f9d7a3b5e18";

    private final Csv csv = new Csv(Samples.JSV);

    @Test
    void writesARowOfNamesAndARowOfValues() {
        assertThat(written(csv, "AddContactResponse", "{\"ContactId\":\"" + ROLE + "\",\"ResponseStatus\":null}"))
                .isEqualTo("ContactId,ResponseStatus\r\n" + ROLE + ",\r\n");
    }

    @Test
    void writesAListInOneCellOfJsv() {
        assertThat(written(
                        csv,
                        "InviteContact",
                        "{\"EmailAddress\":\"a,b\",\"Roles\":[\"" + ROLE + "\",\"" + ROLE + "\"]}"))
                .isEqualTo("ContactId,ToContactId,EmailAddress,Roles\r\n,,\"a,b\",\"[" + ROLE + "," + ROLE + "]\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1@b.example",
                "=HYPERLINK(\"http://evil.example\")",
                "+61 491 570 006",
                "-2+3",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "'=1",
                "''@x",
                "'",
                "'tis",
                "it's = 1",
                "a\n=1"
            })
    void startsNoFormulaAndReadsBackWhatWasWritten(String text) throws MalformedBody {
        for (Reading reading : Reading.values()) {
            JsonNode value = JsonNodeFactory.instance.objectNode().put("EmailAddress", text);
            String written = new String(csv.write(value, Samples.schema("InviteContact")), UTF_8);

            assertThat(written.substring(written.indexOf('\n') + 1)).doesNotMatch("(?s),,\"?[=+\\-@\t\r\n＝＋－＠].*");
            assertThat(csv.read(written.getBytes(UTF_8), Samples.schema("InviteContact"), reading)
                            .path("EmailAddress")
                            .textValue())
                    .isEqualTo(text);
        }
    }

    @Test
    void marksWhatASpreadsheetWouldReckonWithAnApostrophe() {
        assertThat(written(csv, "InviteContact", "{\"EmailAddress\":\"=1+1@b.example\"}"))
                .endsWith("\r\n,,'=1+1@b.example,\r\n");
        assertThat(written(csv, "InviteContact", "{\"EmailAddress\":\"'tis@b.example\"}"))
                .endsWith("\r\n,,'tis@b.example,\r\n");
    }

    @Test
    void marksTheNamesOfMembersThatTheSchemaDoesNotKnow() throws MalformedBody {
        String written = written(csv, "ConnectionRequestResend", "{\"=cmd\":\"x\"}");

        assertThat(written).startsWith("ConnectionRequestId,ContactId,'=cmd\r\n");
        assertThat(read(csv, "ConnectionRequestResend", Reading.RESPONSE, written))
                .contains("\"=cmd\":\"x\"");
    }

    @Test
    void leavesNumbersAsTheyAre() {
        assertThat(new String(
                        csv.write(JsonNodeFactory.instance.arrayNode().add(-5).add(1), Samples.schema("Meta")), UTF_8))
                .isEqualTo("-5,1\r\n");
    }

    @Test
    void readsTheDateAloneAsMidnight() throws MalformedBody {
        assertThat(read(csv, "UserRoleModel", Reading.RESPONSE, "StartDate\r\n2026-01-31\r\n"))
                .startsWith("{\"StartDate\":\"2026-01-31T00:00:00Z\",");
    }

    @Test
    void leavesOutOfARequestWhatIsEmpty() throws MalformedBody {
        assertThat(read(csv, "InviteContact", Reading.REQUEST, "contactid,emailaddress,Roles\n,a@example.com,x\n"))
                .isEqualTo("{\"EmailAddress\":\"a@example.com\",\"Roles\":[\"x\"]}");
    }

    @Test
    void putsNullBackInAnswers() throws MalformedBody {
        assertThat(read(csv, "ConnectionRequestResendResponse", Reading.RESPONSE, "ResponseStatus\r\n\r\n"))
                .isEqualTo("{\"ResponseStatus\":null}");
    }

    @Test
    void refusesASecondRow() {
        assertThatThrownBy(() -> read(csv, "InviteContact", Reading.REQUEST, "EmailAddress,Roles\r\na,b\r\nc,d\r\n"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 3, column 1: a second row of values stands where one object is expected");
    }

    @Test
    void saysWhichCellIsNoJsv() {
        assertThatThrownBy(() -> read(csv, "InviteContact", Reading.REQUEST, "EmailAddress,Roles\r\na,\"[b\"\r\n"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 2, column 3: in this cell, line 1, column 3: ']' or a comma is expected, but the text"
                        + " ends here");
    }

    @Test
    void refusesAColumnTwice() {
        assertThatThrownBy(() -> read(csv, "InviteContact", Reading.REQUEST, "Roles,roles\r\na,b\r\n"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 1, column 7: the column Roles stands here a second time");
    }
}
