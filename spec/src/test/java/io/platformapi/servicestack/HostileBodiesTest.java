package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.format.Form;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.format.Xml;
import io.platformapi.contract.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that somebody sends to do harm: each is malformed, and the message says where. */
class HostileBodiesTest {

    private static final Negotiation NEGOTIATION = new Negotiation();
    private static final Schema INVITATION = io.platformapi.servicestack.ShippedContract.read()
            .schema("InviteContact")
            .orElseThrow();
    private static final int DEEP = 10_000;

    private static Format format(String name) {
        return name.equals("form")
                ? new Form(PlatformText.JSV)
                : NEGOTIATION.formats().named(name).orElseThrow().format();
    }

    private static void refuses(Format format, byte[] body, String message) {
        for (Reading reading : Reading.values()) {
            assertThatThrownBy(() -> format.read(body, INVITATION, reading))
                    .isInstanceOf(MalformedBody.class)
                    .hasMessageContaining(message);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void readsNoEntities(Reading reading) {
        String laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><InviteContact>&c;</InviteContact>";
        String file = "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><InviteContact>&a;</InviteContact>";
        String document = "<!DOCTYPE InviteContact SYSTEM \"http://127.0.0.1:1/a.dtd\"><InviteContact/>";
        String parameter = "<!DOCTYPE a [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/a\"> %a;]><InviteContact/>";

        for (Xml xml : new Xml[] {Xml.ofDataContracts("x-datacontract"), Xml.ofOpenApi()}) {
            for (String body : new String[] {laughs, file, document, parameter}) {
                assertThatThrownBy(() -> xml.read(bytes(body), INVITATION, reading))
                        .isInstanceOf(MalformedBody.class)
                        .hasMessage("line 1, column 1: a document type declaration is not read; leave it out");
            }
            assertThatThrownBy(() -> xml.read(bytes("<InviteContact>&a;</InviteContact>"), INVITATION, reading))
                    .isInstanceOf(MalformedBody.class)
                    .hasMessageStartingWith("line 1, column ");
        }
    }

    static Stream<Arguments> deepBodies() {
        String inner = "[".repeat(DEEP);
        return Stream.of(
                Arguments.of("json", "{\"x\":".repeat(DEEP)),
                Arguments.of("json", inner),
                Arguments.of("jsonl", "{\"x\":".repeat(DEEP)),
                Arguments.of("jsv", "{x:".repeat(DEEP)),
                Arguments.of("jsv", "{x:" + inner),
                Arguments.of("csv", "Roles\r\n\"" + inner + "\"\r\n"),
                Arguments.of("xml", "<InviteContact>" + "<x>".repeat(DEEP)));
    }

    @ParameterizedTest
    @MethodSource("deepBodies")
    void refusesWhatIsNestedTooDeep(String format, String body) {
        refuses(format(format), bytes(body), "line ");
    }

    @Test
    void takesADeepFieldOfAFormAsText() throws MalformedBody {
        String deep = "{x:".repeat(DEEP);

        assertThat(format("form")
                        .read(bytes("Roles=" + deep), INVITATION, Reading.REQUEST)
                        .path("Roles")
                        .isTextual())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("truncatedBodies")
    void refusesWhatIsCutOff(String format, String body) {
        refuses(format(format), bytes(body), "line 1, column ");
    }

    static Stream<Arguments> truncatedBodies() {
        return Stream.of(
                Arguments.of("json", "{\"EmailAddress\":\"a"),
                Arguments.of("jsonl", "{\"EmailAddress\":\"a\""),
                Arguments.of("jsv", "{EmailAddress:\"a"),
                Arguments.of("csv", "\"EmailAddress"),
                Arguments.of("xml", "<InviteContact xmlns='urn:a'><EmailAddr"),
                Arguments.of("xml", "<Invi"),
                Arguments.of("xml", ""));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refusesBytesThatAreNotUtf8(String format) {
        byte[] body = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};

        refuses(format(format), body, format.equals("form") ? "not UTF-8" : "line 1, column ");
    }

    static Stream<String> formats() {
        return Stream.of("json", "xml", "jsv", "jsonl", "csv", "form");
    }

    @ParameterizedTest
    @MethodSource("bodiesWithAMemberTwice")
    void refusesAMemberTwice(String format, String body, String message) {
        refuses(format(format), bytes(body), message);
    }

    static Stream<Arguments> bodiesWithAMemberTwice() {
        String twice = "EmailAddress stands here a second time";
        return Stream.of(
                Arguments.of(
                        "json", "{\"EmailAddress\":\"a\",\"EmailAddress\":\"b\"}", "Duplicate field 'EmailAddress'"),
                Arguments.of(
                        "jsonl", "{\"EmailAddress\":\"a\",\"EmailAddress\":\"b\"}", "Duplicate field 'EmailAddress'"),
                Arguments.of("jsv", "{EmailAddress:a,EmailAddress:b}", twice),
                Arguments.of("csv", "EmailAddress,EmailAddress\r\na,b\r\n", twice),
                Arguments.of("form", "EmailAddress=a&EmailAddress=b", "the field EmailAddress stands here twice"),
                Arguments.of(
                        "xml",
                        "<InviteContact xmlns='http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel."
                                + "ServiceModel'><EmailAddress>a</EmailAddress><EmailAddress>b</EmailAddress></InviteContact>",
                        twice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "[1e-999999999]", "11e99962658787"})
    void refusesNumbersThatFillTheMemory(String body) {
        refuses(format("json"), bytes(body), ": a number has an exponent beyond 9999");
        refuses(format("jsonl"), bytes("[" + body + "]"), ": a number has an exponent beyond 9999");
    }

    /** A message may quote a name, which may be the whole body. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "jsv", "jsonl", "csv", "form"})
    void quotesNoWholeBody(String format) {
        String name = "a".repeat(100_000);
        List<String> bodies =
                List.of(name, "<" + name, "<" + name + "></b>", name + "=%", "{" + name, "{\"" + name + "\"");

        for (String body : bodies) {
            try {
                format(format).read(bytes(body), INVITATION, Reading.RESPONSE);
            } catch (MalformedBody e) {
                assertThat(e.getMessage()).hasSizeLessThan(600);
                assertThat(e.problem()).hasSizeLessThan(600);
            }
        }
    }

    @Test
    void boundsTheAttributesOfAnElement() {
        StringBuilder body = new StringBuilder("<InviteContact");
        for (int i = 0; i < DEEP; i++) {
            body.append(" a").append(i).append("=''");
        }
        refuses(format("xml"), bytes(body + "/>"), "line 1, column ");
    }
}
