package io.platformapi.contract.format;

import static io.platformapi.contract.format.Samples.read;
import static io.platformapi.contract.format.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
