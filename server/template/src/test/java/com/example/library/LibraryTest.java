package com.example.library;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.jaxrs.ContractServer;
import io.platformapi.restassured.ResponseCheckFilter;
import io.platformapi.verify.junit.Verify;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class LibraryTest {

    private static final String MIDDLEMARCH =
            """
            {"title": "Middlemarch", "author": "George Eliot", "isbn": "9780141439549", "published": "2003-01-30"}""";

    private ContractServer server;

    @BeforeEach
    void start() throws IOException {
        server = Main.start(0);
        RestAssured.baseURI = server.uri().toString();
        RestAssured.replaceFiltersWith(new ResponseCheckFilter(
                new ContractReader(Access.SAME_ORIGIN).read("openapi.yaml"), Undocumented.REFUSED));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsABookThatWasAdded() {
        int id = given().contentType("application/json")
                .body(MIDDLEMARCH)
                .post("/books")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        given().get("/books/{id}", id)
                .then()
                .statusCode(200)
                .body("title", equalTo("Middlemarch"))
                .body("published", equalTo("2003-01-30"));
    }

    @Test
    void hasOneBookOfAnIsbn() {
        given().contentType("application/json").body(MIDDLEMARCH).post("/books").then().statusCode(201);

        given().contentType("application/json")
                .body(MIDDLEMARCH)
                .post("/books")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Book 1 has the ISBN 9780141439549."));
    }

    @Test
    void refusesWhatTheDocumentDoesNotAllow() {
        given().contentType("application/json")
                .body("{\"title\": \"\", \"author\": \"George Eliot\"}")
                .post("/books")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/title", "/isbn")));
    }

    @TestFactory
    Stream<DynamicNode> keepsItsContract() {
        return Verify.spec("openapi.yaml").url(server.uri()).tests();
    }
}
