package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.check.XmlSchemaCheck;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XML responses of the platform as the validator of the JDK sees them. */
class XmlSchemaCheckTest {

    private static final Contract CONTRACT = ShippedContract.read();
    private static final Operation LINKS =
            CONTRACT.operation("listContactLinks").orElseThrow();
    private static final XmlSchemaCheck CHECK = new XmlSchemaCheck(
            CONTRACT.dialect().xmlSchemas(CONTRACT), CONTRACT.dialect().bodies(), Undocumented.REFUSED);

    private static String links() {
        MediaType xml = MediaType.of("application/xml");
        Content content = LINKS.responses()
                .get("200")
                .content(MediaType.of("application/json"))
                .orElseThrow();
        TypedBody written = CONTRACT.dialect()
                .bodies()
                .write(
                        content.as(xml),
                        content.examples().values().iterator().next().value());
        return new String(written.bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> faults(XmlSchemaCheck check, String xml) {
        return check
                .violations(LINKS, HttpResponse.of(200, "application/xml", xml.getBytes(StandardCharsets.UTF_8)))
                .stream()
                .map(Violation::toString)
                .toList();
    }

    @Test
    void findsNothingWrongWithADocumentedAnswer() {
        assertThat(faults(CHECK, links())).isEmpty();
    }

    @Test
    void namesTheMemberThatIsOutOfOrder() {
        String swapped = links().replaceFirst("<ResponseStatus [^>]*/>", "")
                .replace(
                        "</Roles>",
                        "</Roles><ResponseStatus xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>");

        assertThat(faults(CHECK, swapped))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "body: expected XML that is valid by the XML Schemas of the contract, received line 1, column ")
                .contains("cvc-complex-type.2.4.a: Invalid content was found starting with element")
                .contains("ResponseStatus");
    }

    @Test
    void knowsTheNamespaces() {
        String root = links().replaceFirst("(?s).*?<(\\w+).*", "$1");

        assertThat(faults(CHECK, "<" + root + " xmlns=\"urn:other\"/>"))
                .containsExactly(
                        "body: expected XML that is valid by the XML Schemas of the contract, received line 1, column "
                                + (("<" + root + " xmlns=\"urn:other\"/>").length() + 1)
                                + ": cvc-elt.1.a: Cannot find the declaration of element '" + root + "'.");
    }

    @Test
    void readsNoDocumentTypeDeclaration() {
        assertThat(faults(CHECK, "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>"))
                .containsExactly(
                        "body: expected XML that is valid by the XML Schemas of the contract, received line 1, column 10: DOCTYPE is disallowed when the feature \"http://apache.org/xml/features/disallow-doctype-decl\" set to true.");
    }

    @Test
    void passesOverMembersOfALaterVersionWhereTheyAreAllowed() {
        String later = links().replaceFirst("</(\\w+)>$", "<Zebra>1</Zebra></$1>");

        assertThat(faults(CHECK, later)).isNotEmpty();
        assertThat(faults(
                        new XmlSchemaCheck(
                                CONTRACT.dialect().xmlSchemas(CONTRACT),
                                CONTRACT.dialect().bodies(),
                                Undocumented.ALLOWED),
                        later))
                .isEmpty();
    }

    @Test
    void looksAtXmlOnly() {
        HttpResponse json = HttpResponse.of(200, "application/json", "{".getBytes(StandardCharsets.UTF_8));

        assertThat(CHECK.violations(LINKS, json)).isEmpty();
    }
}
