package io.platformapi.contract.format;

import static io.platformapi.contract.format.Samples.read;
import static io.platformapi.contract.format.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormTest {

    private final Form form = new Form(Samples.JSV);

    @Test
    void joinsTheItemsOfAList() throws MalformedBody {
        assertThat(read(
                        form,
                        "InviteContact",
                        Reading.REQUEST,
                        "roles=a,b&emailAddress=a%40b&Roles=%5Bc%5D&ContactId="))
                .isEqualTo("{\"Roles\":[\"a\",\"b\",\"c\"],\"EmailAddress\":\"a@b\"}");
    }

    @Test
    void writesAListAsOneField() {
        assertThat(written(form, "InviteContact", "{\"EmailAddress\":\"a@b c\",\"Roles\":[\"a\",\"b\"]}"))
                .isEqualTo("EmailAddress=a%40b%20c&Roles=%5Ba%2Cb%5D");
    }

    @Test
    void namesTheFieldAndThePlaceOfABadEscape() {
        assertThatThrownBy(() -> read(form, "InviteContact", Reading.REQUEST, "Roles=a&EmailAddress=%zz"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 1, column 22: the field EmailAddress has a '%' that escapes nothing");
    }

    @Test
    void refusesAFieldTwiceThatIsNoList() {
        assertThatThrownBy(() -> read(form, "InviteContact", Reading.REQUEST, "EmailAddress=a&emailaddress=b"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("the field EmailAddress stands here twice");
    }
}
