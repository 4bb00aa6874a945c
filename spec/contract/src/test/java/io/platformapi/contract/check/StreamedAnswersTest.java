package io.platformapi.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that are items, one after the other: each is held to its schema. */
class StreamedAnswersTest {

    private static final Contract FEED =
            new ContractReader(Access.SAME_ORIGIN).read("""
                    openapi: 3.2.0
                    info: {title: Feed, version: '1'}
                    paths:
                      /feed:
                        get:
                          operationId: watch
                          responses:
                            '200':
                              description: Items.
                              content:
                                text/event-stream: {itemSchema: {$ref: '#/components/schemas/Event'}}
                                application/jsonl: {itemSchema: {$ref: '#/components/schemas/Item'}}
                                application/json-seq: {schema: {minItems: 2}, itemSchema: {$ref: '#/components/schemas/Item'}}
                                multipart/mixed:
                                  itemSchema: {$ref: '#/components/schemas/Item'}
                                  itemEncoding: {contentType: application/json}
                    components:
                      schemas:
                        Event: {required: [event], properties: {event: {enum: [a, b]}, data: {maxLength: 3}, retry: {maximum: 9}}}
                        Item: {type: object, required: [n], properties: {n: {type: integer}}}
                    """, URI.create("file:/feed.yaml"), "feed.yaml");

    private static List<String> violations(String type, String body) {
        HttpResponse answer =
                new HttpResponse(200, Headers.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
        return new ResponseCheck(FEED.dialect().bodies(), Undocumented.ALLOWED)
                .violations(FEED.operation("watch").orElseThrow(), "GET", answer).stream()
                        .map(Violation::toString)
                        .toList();
    }

    @Test
    void areRightItemByItem() {
        assertThat(violations("text/event-stream", ": hi\nevent: a\ndata: x\ndata: y\n\nretry: 900\n\n"))
                .isEmpty();
        assertThat(violations("text/event-stream", "")).isEmpty();
        assertThat(violations("application/jsonl", "{\"n\":1}\n{\"n\":2}\n")).isEmpty();
        assertThat(violations("application/json-seq", "\u001e{\"n\":1}\n\u001e{\"n\":2}\n"))
                .isEmpty();
        assertThat(violations(
                        "multipart/mixed; boundary=b",
                        "--b\r\nContent-Type: application/json\r\n\r\n{\"n\":1}\r\n--b--"))
                .isEmpty();
    }

    @Test
    void areWrongWhereAnItemIs() {
        assertThat(violations("text/event-stream", "event: a\ndata: x\n\nevent: c\ndata: long\nretry: 10\n\ndata:\n\n"))
                .containsExactlyInAnyOrder(
                        "body /1/event: expected one of \"a\", \"b\", received \"c\"",
                        "body /1/data: expected at most 3 characters, received 4 characters",
                        "body /1/retry: expected a number not above 9, received 10",
                        "body /2/event: expected a value: it is required, received nothing");
        assertThat(violations("application/jsonl", "{\"n\":1}\n{\"n\":\"x\"}\n"))
                .containsExactly("body /1/n: expected an integer, received \"x\"");
        assertThat(violations("application/json-seq", "\u001e{\"n\":1}\n"))
                .containsExactly("body: expected at least 2 items, received 1 items");
        assertThat(violations(
                        "multipart/mixed; boundary=b",
                        "--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b\r\n\r\n2\r\n--b--"))
                .contains("body /0: expected application/json, received text/plain");
    }

    @Test
    void areNoStreamWhereTheLastEventHasNoEnd() {
        assertThat(violations("text/event-stream", "event: a\ndata: x\n"))
                .containsExactly(
                        "body: expected a body in text/event-stream, received a body that is not: line 3, column 1:"
                                + " the last event has no end: an empty line ends each");
    }
}
