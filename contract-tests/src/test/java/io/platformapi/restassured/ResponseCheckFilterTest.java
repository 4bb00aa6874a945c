package io.platformapi.restassured;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.LocalServer;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.servicestack.ShippedContract;
import io.platformapi.verify.checks.Target;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The filter as backend teams use it: against servers that tell the truth, and against those that do not. */
final class ResponseCheckFilterTest {

    private static final String DOCUMENT = "src/test/resources/io/platformapi/verify/pets.yaml";
    private static final Contract PETS = new ContractReader(Access.SAME_ORIGIN).read(DOCUMENT);
    private static final String TOM = "{\"id\":3,\"name\":\"Tom\",\"kind\":\"cat\"}";

    private LocalServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private RequestSpecification asking(Target target) throws IOException {
        server = LocalServer.start(target);
        return given().baseUri(server.address().toString())
                .filter(new ResponseCheckFilter(PETS, Undocumented.REFUSED))
                .contentType("application/json");
    }

    private static Target answering(int status, String type, String body) {
        return request -> HttpResponse.of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void letsAnswersPassThatAreAsDocumented() throws IOException {
        String name = asking(answering(201, "application/json", TOM))
                .body(TOM)
                .post("/pets")
                .then()
                .statusCode(201)
                .extract()
                .path("name");

        assertThat(name).isEqualTo("Tom");
    }

    @Test
    void failsTheTestWithEverythingThatIsWrong() throws IOException {
        RequestSpecification lied =
                asking(answering(201, "application/json", "{\"id\":\"three\",\"kind\":\"cat\",\"age\":4}"));

        assertThatThrownBy(() -> lied.body(TOM).post("/pets"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        POST %s/pets is not answered as documented at %s:27 /paths/~1pets/post
                          body /id: expected an integer, received "three"
                          body /name: expected a value: it is required, received nothing
                          body /age: expected no such member, received 4
                          in 201 application/json {"id":"three","kind":"cat","age":4}""".formatted(server.address(), DOCUMENT));
    }

    @Test
    void failsTheTestForAStatusThatIsNotDocumented() throws IOException {
        RequestSpecification lied = asking(answering(202, "application/json", TOM));

        assertThatThrownBy(() -> lied.body(TOM).post("/pets"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected one of the documented 201, 400, 401, 409, 415, 422, received 202");
    }

    @Test
    void wantsWhatIsNotInTheContractRefused() throws IOException {
        RequestSpecification lied = asking(answering(200, "application/json", TOM));

        assertThatThrownBy(() -> lied.delete("/pets"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        DELETE %s/pets is not in the contract, so expected a refusal (4xx)
                          received 200 application/json %s""".formatted(server.address(), TOM));
    }

    @Test
    void findsTheOperationBelowABasePath() throws IOException {
        RequestSpecification lied = asking(answering(202, "application/json", TOM));

        assertThatThrownBy(() -> lied.basePath("/v1").body(TOM).post("/pets"))
                .hasMessageContaining("/v1/pets is not answered as documented");
    }

    @Test
    void holdsXmlToTheSchemasOfTheContract() throws IOException {
        Contract platform = ShippedContract.read();
        String other = "<ErrorResponse xmlns=\"urn:other\"/>";
        server = LocalServer.start(answering(400, "application/xml", other));

        assertThatThrownBy(() -> given().baseUri(server.address().toString())
                        .filter(new ResponseCheckFilter(platform, Undocumented.REFUSED))
                        .post("/api/contacts/6f9619ff-8b86-4d11-b42d-00c04fc964ff/invite/contact"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "\n  body: expected XML that is valid by the XML Schemas of the contract, received line 1, column 35:"
                                + " cvc-elt.1.a: Cannot find the declaration of element 'ErrorResponse'.");
    }
}
