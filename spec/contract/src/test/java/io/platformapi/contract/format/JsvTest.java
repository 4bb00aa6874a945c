package io.platformapi.contract.format;

import static io.platformapi.contract.format.Samples.JSV;
import static io.platformapi.contract.format.Samples.read;
import static io.platformapi.contract.format.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsvTest {

    private static final String ROLE = "5e000001-2b7f-4e19-8c64-0f9d7a3b5e18";

    @Test
    void quotesOnlyWhatHasASpecialCharacter() {
        assertThat(
                        written(
                                JSV,
                                "ResponseError",
                                "{\"ErrorCode\":\"Email\",\"FieldName\":\" a b\",\"Message\":\"say \\\"a:b\\\"\",\"Meta\":{\"a,b\":\"\"}}"))
                .isEqualTo("{ErrorCode:Email,FieldName: a b,Message:\"say \"\"a:b\"\"\",Meta:{\"a,b\":\"\"}}");
    }

    @Test
    void leavesNullsOutAndQuotesNoMoment() {
        assertThat(written(
                        JSV,
                        "UserRoleModel",
                        "{\"RoleName\":null,\"StartDate\":\"2026-01-31T09:30:00Z\",\"EndDate\":null}"))
                .isEqualTo("{StartDate:2026-01-31T09:30:00Z}");
    }

    @Test
    void writesMidnightAsItsDateAndReadsItBack() throws MalformedBody {
        String midnight = "{\"StartDate\":\"2026-01-31T00:00:00Z\"}";

        assertThat(written(JSV, "UserRoleModel", midnight)).isEqualTo("{StartDate:2026-01-31}");
        assertThat(read(JSV, "UserRoleModel", Reading.RESPONSE, "{StartDate:2026-01-31}"))
                .startsWith("{\"StartDate\":\"2026-01-31T00:00:00Z\",");
    }

    @Test
    void readsTheIndentedSampleOfThePages() throws MalformedBody {
        String sample =
                "{\n\tEmailAddress: amelia@example.com,\n\tRoles: \n\t[\n\t\t" + ROLE + ",\n\t\t" + ROLE + "\n\t]\n}";

        assertThat(read(JSV, "InviteContact", Reading.REQUEST, sample))
                .isEqualTo("{\"EmailAddress\":\"amelia@example.com\",\"Roles\":[\"" + ROLE + "\",\"" + ROLE + "\"]}");
    }

    @Test
    void readsRequestsInAnyLetterCaseAndListsWithoutBrackets() throws MalformedBody {
        assertThat(read(JSV, "InviteContact", Reading.REQUEST, "{ emailaddress:a@example.com,ROLES:" + ROLE + "}\n"))
                .isEqualTo("{\"EmailAddress\":\"a@example.com\",\"Roles\":[\"" + ROLE + "\"]}");
    }

    @Test
    void putsNullBackInAnswers() throws MalformedBody {
        assertThat(read(JSV, "AddContactResponse", Reading.RESPONSE, "{ContactId:" + ROLE + "}"))
                .isEqualTo("{\"ContactId\":\"" + ROLE + "\",\"ResponseStatus\":null}");
    }

    @Test
    void readsAnswersExactly() {
        assertThatThrownBy(() -> read(JSV, "AddContactResponse", Reading.RESPONSE, "{ContactId:{" + ROLE + "}}"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 1, column 12: this text must be quoted");
    }

    @Test
    void refusesAMemberTwice() {
        assertThatThrownBy(() -> read(JSV, "InviteContact", Reading.REQUEST, "{EmailAddress:a,\nemailAddress:b}"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 2, column 1: the member EmailAddress stands here a second time");
    }

    @Test
    void refusesTextBehindTheValue() {
        assertThatThrownBy(() -> read(JSV, "InviteContact", Reading.REQUEST, "{EmailAddress:a}{}"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 1, column 17: text stands behind the value");
    }

    @Test
    void saysWhereATextWasCutOff() {
        assertThatThrownBy(() -> read(JSV, "InviteContact", Reading.REQUEST, "{EmailAddress:a"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 1, column 16: '}' or a comma is expected, but the text ends here");
    }
}
