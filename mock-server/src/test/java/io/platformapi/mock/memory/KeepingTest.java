package io.platformapi.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.source.UnreadableDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a memory holds at the beginning and at most, what files say of it, and that many threads may use it. */
final class KeepingTest {

    private static final Contract CUPS = RememberingMock.contract("""
            openapi: 3.1.1
            info: {title: Cups, version: '1'}
            paths:
              /cups:
                get:
                  operationId: listCups
                  responses: {'200': {description: Cups., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Cup'}}, example: [{code: a, size: 1}]}}}}
                post:
                  operationId: addCup
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Cup'}}}}
                  responses: {'201': {description: Added., content: {application/json: {schema: {$ref: '#/components/schemas/Cup'}}}}}
              /cups/{cup}:
                parameters: [{name: cup, in: path, required: true, schema: {type: string}}]
                get:
                  operationId: readCup
                  responses: {'200': {description: A cup., content: {application/json: {schema: {$ref: '#/components/schemas/Cup'}}}}}
            components:
              schemas:
                Cup: {type: object, required: [code], properties: {code: {type: string}, shelf: {type: string}, size: {type: integer}, madeAt: {type: string, format: date-time, readOnly: true}, createdAt: {type: string, format: date-time, readOnly: true}}}
            """);

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2030-01-01T12:00:00Z"));

    @TempDir
    Path folder;

    private static MemoryPlan plan() {
        return MemoryPlan.of(CUPS, Optional.empty(), Optional.empty());
    }

    private static Memory memory(MemoryRoom room) {
        return new Memory(plan(), room, NOON);
    }

    private static Recollection added(Memory memory, String cup) {
        HttpRequest request = HttpRequest.of(
                "POST", "/cups", Headers.of("Content-Type", "application/json"), cup.getBytes(StandardCharsets.UTF_8));
        Route.Found route = (Route.Found) CUPS.route(request);
        return memory.recall("addCup", route.pathValues(), CUPS.dialect().bind(route, request), request)
                .orElseThrow();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.yaml"), text);
    }

    @Test
    void writesDownWhenAThingWasMade() {
        Memory memory = memory(MemoryRoom.usual());
        added(memory, "{\"code\": \"b\"}");

        assertThat(memory.told().path("/cups").path(1).path("createdAt").asText())
                .isEqualTo("2030-01-01T12:00:00Z");
    }

    @Test
    void beginsWithTheThingsOfAFile() throws IOException {
        MemoryPlan plan =
                MemoryPlan.of(CUPS, Optional.empty(), Optional.of(file("cups: [{code: x}, {code: y, size: 2}]")));

        assertThat(new Memory(plan, MemoryRoom.usual(), NOON).told())
                .hasToString("{\"/cups\":[{\"code\":\"x\"},{\"code\":\"y\",\"size\":2}]}");
    }

    @Test
    void namesThePlaceInTheFileOfAThingThatTheDocumentDoesNotTake() throws IOException {
        Path data = file("/cups:\n  - code: x\n  - code: y\n    size: large\n");

        assertThatThrownBy(() -> MemoryPlan.of(CUPS, Optional.empty(), Optional.of(data)))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage(data + ":4 /~1cups/1/size: expected an integer, received \"large\"");
    }

    @Test
    void namesThePlaceInTheFileOfAKindThatIsNotRemembered() throws IOException {
        Path data = file("/cops: []\n");

        assertThatThrownBy(() -> MemoryPlan.of(CUPS, Optional.empty(), Optional.of(data)))
                .hasMessage(data + ":1 /~1cops: nothing is remembered at /cops; --list says where");
    }

    @Test
    void letsAFileKnowBetterWhatTellsThingsApart() throws IOException {
        Path known = file("/cups: {id: shelf, operations: {list: listCups}}\n");

        assertThat(MemoryPlan.of(CUPS, Optional.of(known), Optional.empty()).lines())
                .startsWith("/cups  id: shelf, 1 to begin with");
    }

    @Test
    void letsAFileSayWhatIsNotRemembered() throws IOException {
        Path known = file("/cups: {remember: false}\n");

        assertThat(MemoryPlan.of(CUPS, Optional.of(known), Optional.empty()).lines())
                .containsExactly(
                        "not remembered, answered as documented:",
                        "    GET /cups",
                        "    POST /cups",
                        "    GET /cups/{cup}");
    }

    @Test
    void namesThePlaceOfWhatAFileKnowsWrongly() throws IOException {
        assertThat(problem("/cops: {id: code}\n")).isEqualTo(":1 /~1cops: the document has no path /cops");
        assertThat(problem("/cups: {idd: code}\n"))
                .isEqualTo(":1 /~1cups/idd: \"idd\" is none of id, remember, operations");
        assertThat(problem("/cups:\n  id: [code]\n")).isEqualTo(":2 /~1cups/id: id is the name of a member");
        assertThat(problem("/cups: {id: colour}\n")).isEqualTo(":1 /~1cups/id: things there have no member \"colour\"");
        assertThat(problem("/cups:\n  operations: {lst: listCups}\n"))
                .isEqualTo(":2 /~1cups/operations/lst: \"lst\" is none of list, create, read, replace, change, remove");
        assertThat(problem("/cups: {operations: {list: listCup}}\n"))
                .startsWith(":1 /~1cups/operations/list: the document has no operation 'listCup'");
    }

    private String problem(String text) throws IOException {
        Path known = file(text);
        try {
            MemoryPlan.of(CUPS, Optional.of(known), Optional.empty());
            return "none";
        } catch (UnreadableDocument e) {
            return e.getMessage().replace(known.toString(), "");
        }
    }

    @Test
    void takesNoMoreThanItMay() {
        MemoryRoom room = new MemoryRoom(1 << 20, 1 << 20, 3);
        Memory memory = memory(room);

        assertThat(added(memory, "{\"code\": \"b\"}")).isInstanceOf(Recollection.Kept.class);
        assertThat(added(memory, "{\"code\": \"c\"}")).isInstanceOf(Recollection.Kept.class);
        assertThat(added(memory, "{\"code\": \"d\"}"))
                .isEqualTo(new Recollection.Denied(List.of(507, 413, 429), "The mock remembers as much as it may."));
        memory.forget();
        assertThat(added(memory, "{\"code\": \"d\"}")).isInstanceOf(Recollection.Kept.class);
    }

    @Test
    void allMemoriesTogetherTakeNoMoreThanTheyMay() {
        MemoryRoom room = new MemoryRoom(1000, 1 << 20, 100);
        Memory one = memory(room);
        Memory other = memory(room);

        assertThat(added(one, "{\"code\": \"" + "b".repeat(300) + "\"}")).isInstanceOf(Recollection.Kept.class);
        assertThat(added(other, "{\"code\": \"" + "b".repeat(300) + "\"}")).isInstanceOf(Recollection.Denied.class);
        one.forget();
        assertThat(added(other, "{\"code\": \"" + "b".repeat(300) + "\"}")).isInstanceOf(Recollection.Kept.class);
    }

    @Test
    void isToldAndTakesWhatItTold() {
        Memory memory = memory(MemoryRoom.usual());
        added(memory, "{\"code\": \"b\", \"size\": 4}");
        ObjectNode told = memory.told();
        memory.forget();

        assertThat(memory.become(told)).isEmpty();
        assertThat(memory.told()).isEqualTo(told);
        assertThat(memory.become((ObjectNode) RememberingMock.json("{\"/cups\": [{\"size\": 1}]}")))
                .contains("/~1cups/0/code: expected a value: it is required, received nothing");
        assertThat(memory.told()).isEqualTo(told);
    }

    @Test
    void losesNothingThatThreadsAddAtOnce() {
        Memory memory = memory(MemoryRoom.usual());
        IntStream.range(0, 200).parallel().forEach(i -> added(memory, "{\"code\": \"n" + i + "\"}"));

        assertThat(memory.told().path("/cups")).hasSize(201);
    }
}
