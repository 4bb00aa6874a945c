package io.platformapi.contract.format;

import static io.platformapi.contract.format.Samples.read;
import static io.platformapi.contract.format.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class XmlTest {

    private static final String ROLE = "5e000001-2b7f-4e19-8c64-0f9d7a3b5e18";
    private static final String SERVICE =
            "http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel";
    private static final String ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private static final String INSTANCE = " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private final Xml xml = Xml.ofDataContracts("x-datacontract");

    private static String invitation(String content) {
        return "<InviteContact" + INSTANCE + " xmlns=\"" + SERVICE + "\">" + content + "</InviteContact>";
    }

    private void refuses(Reading reading, String body, String message) {
        assertThatThrownBy(() -> read(xml, "InviteContact", reading, body))
                .isInstanceOf(MalformedBody.class)
                .hasMessage(message);
    }

    @Test
    void writesMembersInOrdinalOrderAndDeclaresANamespaceOnTheMemberThatHoldsIt() {
        assertThat(written(
                        xml,
                        "InviteContact",
                        "{\"ContactId\":\"" + ROLE + "\",\"EmailAddress\":\"<a&b>\",\"Roles\":[\"" + ROLE + "\"]}"))
                .isEqualTo(DECLARATION
                        + invitation("<ContactId>" + ROLE + "</ContactId><EmailAddress>&lt;a&amp;b&gt;</EmailAddress>"
                                + "<Roles xmlns:d2p1=\"" + ARRAYS + "\"><d2p1:guid>" + ROLE
                                + "</d2p1:guid></Roles>"));
    }

    @Test
    void declaresTheNamespaceOfWhatIsNullOrEmpty() {
        assertThat(written(
                        xml,
                        "ContactConnectedLinksResponse",
                        "{\"Roles\":[],\"EmailAddressBook\":[],\"ResponseStatus\":null}"))
                .isEqualTo(DECLARATION + "<ContactConnectedLinksResponse" + INSTANCE + " xmlns=\"" + SERVICE
                        + "\"><EmailAddressBook /><ResponseStatus xmlns:d2p1=\"http://schemas.servicestack.net/types\""
                        + " i:nil=\"true\" /><Roles /></ContactConnectedLinksResponse>");
    }

    @Test
    void neverWritesAMemberThatIsIgnored() {
        assertThat(written(xml, "ContactConnectionModel", "{\"IsConnectionRequest\":true,\"IsIncoming\":false}"))
                .endsWith("Common.WebAPIModel.Models\"><IsIncoming>false</IsIncoming></ContactConnectionModel>");
    }

    @Test
    void writesADictionaryAsKeysAndValues() {
        String error = "{\"FieldName\":null,\"Meta\":{\"a b\":\"c\"}}";

        assertThat(written(xml, "ResponseError", error))
                .endsWith("<FieldName i:nil=\"true\" /><Meta xmlns:d2p1=\"" + ARRAYS
                        + "\"><d2p1:KeyValueOfstringstring><d2p1:Key>a b</d2p1:Key><d2p1:Value>c</d2p1:Value>"
                        + "</d2p1:KeyValueOfstringstring></Meta></ResponseError>");
    }

    @Test
    void refusesToWriteWhatXmlCannotSay() {
        assertThatThrownBy(() -> written(xml, "InviteContact", "{\"EmailAddress\":\"a\\u0001b\"}"))
                .isInstanceOf(UnwritableValue.class)
                .hasMessage("XML has no way to write the character U+0001 of the text \"a?b\"; use JSON.");
    }

    @Test
    void readsRequestsInAnyOrderAndLetterCaseAndWithoutNamespaces() throws MalformedBody {
        assertThat(read(
                        xml,
                        "InviteContact",
                        Reading.REQUEST,
                        "<invitecontact><roles><guid>" + ROLE + "</guid></roles><Other><Deep/></Other>"
                                + "<emailAddress>a@example.com</emailAddress></invitecontact>"))
                .isEqualTo(
                        "{\"Roles\":[\"" + ROLE + "\"],\"Other\":{\"Deep\":\"\"},\"EmailAddress\":\"a@example.com\"}");
    }

    @Test
    void readsWhatItWrites() throws MalformedBody {
        String error =
                "{\"ErrorCode\":\"Email\",\"FieldName\":null,\"Message\":\" a\\r\\n\\tb ]]> é 😀\",\"Meta\":{\"\":\"\"}}";

        assertThat(read(xml, "ResponseError", Reading.RESPONSE, written(xml, "ResponseError", error)))
                .isEqualTo(Samples.json(error).toString());
    }

    @Test
    void readsAnswersExactly() {
        refuses(
                Reading.RESPONSE,
                invitation("<Roles/><EmailAddress>a</EmailAddress>"),
                "line 1, column 169: the member EmailAddress must stand before the member Roles");
        refuses(
                Reading.RESPONSE,
                invitation("<EmailAddress xmlns=''>a</EmailAddress>"),
                "line 1, column 161: the element EmailAddress stands here, but must be {" + SERVICE + "}EmailAddress");
        refuses(
                Reading.RESPONSE,
                "<InviteContact/>",
                "line 1, column 1: the root element is InviteContact, but must be {" + SERVICE + "}InviteContact");
    }

    @Test
    void refusesAnotherRoot() {
        refuses(
                Reading.REQUEST,
                "\n<Invite/>",
                "line 2, column 1: the root element is Invite, but must be {" + SERVICE + "}InviteContact");
    }

    @Test
    void refusesAMemberTwice() {
        refuses(
                Reading.REQUEST,
                "<InviteContact>\n <EmailAddress>a</EmailAddress>\n <emailAddress>b</emailAddress></InviteContact>",
                "line 3, column 2: the member EmailAddress stands here a second time");
    }

    @Test
    void keepsEveryElementThatNobodyDeclares() throws MalformedBody {
        assertThat(read(
                        xml,
                        "InviteContact",
                        Reading.REQUEST,
                        "<InviteContact><x>1</x><x>2</x><x>3</x></InviteContact>"))
                .isEqualTo("{\"x\":[\"1\",\"2\",\"3\"]}");
    }

    @Test
    void refusesTextBetweenElementsAndBehindTheRoot() {
        refuses(
                Reading.REQUEST,
                "<InviteContact><EmailAddress>a</EmailAddress>b</InviteContact>",
                "line 1, column 46: text stands between the elements");
        assertThatThrownBy(() -> read(xml, "InviteContact", Reading.REQUEST, "<InviteContact/><InviteContact/>"))
                .isInstanceOf(MalformedBody.class)
                .hasMessage("line 1, column 18: Illegal to have multiple roots (start tag in epilog?).");
    }

    @Test
    void refusesADocumentType() {
        refuses(
                Reading.REQUEST,
                "<!DOCTYPE a [<!ENTITY b \"c\">]><InviteContact>&b;</InviteContact>",
                "line 1, column 1: a document type declaration is not read; leave it out");
    }
}
