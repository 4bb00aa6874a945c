package io.platformapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.model.ConnectionRequestResend;
import io.platformapi.model.ConnectionStatusUpdate;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ErrorCode;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.InviteContact;
import io.platformapi.model.WireMapper;
import io.platformapi.wire.RefusedAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The document's examples, played against the rules on the world that they tell of: same request, same answer. */
final class ExampleWorldTest {

    private static final JsonMapper MAPPER = WireMapper.create();
    private static final Caller CALLER = ExampleWorld.CALLER_ACTS_FOR::contains;
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    /** Codes of faults that are found before the rules are asked. */
    private static final Set<ErrorCode> CONTRACT_CODES = EnumSet.of(
            ErrorCode.MISMATCH,
            ErrorCode.NOT_EMPTY,
            ErrorCode.EMAIL,
            ErrorCode.MAXIMUM_LENGTH,
            ErrorCode.SERIALIZATION_EXCEPTION);

    private static final Map<String, BiFunction<Platform, JsonNode, Object>> OPERATIONS = Map.of(
            "resendConnectionRequest",
            (rules, body) -> rules.resendConnectionRequest(CALLER, read(body, ConnectionRequestResend.class)),
            "cancelConnection",
            (rules, body) -> rules.cancelConnection(CALLER, read(body, ConnectionStatusUpdate.class)),
            "removeConnection",
            (rules, body) -> rules.removeConnection(CALLER, read(body, ConnectionStatusUpdate.class)),
            "inviteContact",
            (rules, body) -> rules.inviteContact(CALLER, read(body, InviteContact.class)),
            "inviteVirtualContact",
            (rules, body) -> rules.inviteVirtualContact(CALLER, read(body, InviteContact.class)),
            "listReceivedConnectionRequests",
            (rules, body) -> rules.listReceivedConnectionRequests(CALLER, read(body, GetConnectionRequests.class)),
            "listSentConnectionRequests",
            (rules, body) -> rules.listSentConnectionRequests(CALLER, read(body, GetConnectionRequests.class)),
            "listContactLinks",
            (rules, body) -> rules.listContactLinks(CALLER, read(body, ContactConnectedLinks.class)));

    private final JsonNode document = document();

    @TestFactory
    Stream<DynamicTest> everyDocumentedRequestHasItsDocumentedAnswer() {
        List<DynamicTest> tests = children(document.path("paths"))
                .map(path -> path.path("post"))
                .flatMap(this::testsOf)
                .toList();
        assertThat(tests).hasSizeGreaterThan(50);
        return tests.stream();
    }

    private Stream<DynamicTest> testsOf(JsonNode operation) {
        String id = operation.path("operationId").textValue();
        return named(operation.at("/requestBody/content/application~1json/examples"))
                .filter(example -> isForTheRules(answer(operation, example.getKey())))
                .map(example -> DynamicTest.dynamicTest(
                        id + " " + example.getKey(),
                        () -> assertThat(answerOf(id, request(operation, example)))
                                .isEqualTo(answer(operation, example.getKey()))));
    }

    private static JsonNode answerOf(String operationId, JsonNode request) {
        var store = new MemoryStore();
        ExampleWorld.enter(store);
        Iterator<UUID> ids = Stream.concat(Stream.of(ExampleWorld.contactId(10)), Stream.generate(UUID::randomUUID))
                .iterator();
        var rules = new Platform(store, () -> NOW, ids::next);
        try {
            return MAPPER.valueToTree(OPERATIONS.get(operationId).apply(rules, request));
        } catch (Refused refusal) {
            return MAPPER.valueToTree(RefusedAnswer.of(refusal).body());
        }
    }

    private JsonNode request(JsonNode operation, Map.Entry<String, JsonNode> example) {
        ObjectNode request = resolved(example.getValue()).path("value").deepCopy();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode value = parameter.path("examples").path(example.getKey()).path("value");
            request.set(parameter.path("name").textValue(), value);
        }
        return request;
    }

    private JsonNode answer(JsonNode operation, String name) {
        return children(operation.path("responses"))
                .map(this::resolved)
                .map(response ->
                        response.at("/content/application~1json/examples").path(name))
                .filter(JsonNode::isObject)
                .map(example -> resolved(example).path("value"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answer is called " + name));
    }

    private static boolean isForTheRules(JsonNode answer) {
        JsonNode code = answer.path("ResponseStatus").path("ErrorCode");
        return code.isMissingNode() || !CONTRACT_CODES.contains(read(code, ErrorCode.class));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").textValue().substring(1)) : node;
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return named(node).map(Map.Entry::getValue);
    }

    private static Stream<Map.Entry<String, JsonNode>> named(JsonNode node) {
        return node.properties().stream();
    }

    private static <T> T read(JsonNode tree, Class<T> type) {
        return MAPPER.convertValue(tree, type);
    }

    private static JsonNode document() {
        try {
            String text = Files.readString(Path.of("openapi.yaml"));
            return MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
