package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Release;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Lazy;
import io.platformapi.mock.journal.HttpArchive;
import io.platformapi.mock.journal.Journal;
import io.platformapi.mock.journal.JournalEntry;
import io.platformapi.mock.journal.JournalJson;
import io.platformapi.mock.journal.Redaction;
import io.platformapi.mock.journal.RequestPattern;
import io.platformapi.mock.memory.MemoryPlan;
import io.platformapi.mock.stub.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What each operation of the administration does. Its arguments have been checked by the document. */
final class AdminCalls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BODY = "";

    private final Sessions sessions;
    private final Contract contract;
    private final long seed;
    private final Supplier<Optional<MemoryPlan>> plan;
    private final Lazy<OperationsJson> operations;
    private final CallRequests calls;

    /**
     * @param contract the document that is mocked
     * @param seed what chance follows from
     * @param plan what sessions remember
     * @param caller sends what the API sends by itself
     */
    AdminCalls(Sessions sessions, Contract contract, long seed, Supplier<Optional<MemoryPlan>> plan, ApiCaller caller) {
        this.plan = plan;
        this.sessions = sessions;
        this.contract = contract;
        this.seed = seed;
        this.operations = new Lazy<>(() -> new OperationsJson(contract));
        this.calls = new CallRequests(caller, this::session);
    }

    /** Each by the id of its operation. */
    Map<String, Function<JsonNode, Answer<JsonNode>>> byOperationId() {
        Map<String, Function<JsonNode, Answer<JsonNode>>> all = new HashMap<>(calls.byOperationId());
        all.putAll(ofSessions());
        return all;
    }

    private Map<String, Function<JsonNode, Answer<JsonNode>>> ofSessions() {
        return Map.ofEntries(
                Map.entry("listSessions", this::listSessions),
                Map.entry("reset", this::reset),
                Map.entry("listOperations", this::listOperations),
                Map.entry("listSamples", this::listSamples),
                Map.entry("readAnswers", asked -> Answer.of(BehaviourJson.answers(session(asked)))),
                Map.entry("readFaults", asked -> Answer.of(BehaviourJson.faults(session(asked)))),
                Map.entry("readEntry", this::readEntry),
                Map.entry("streamJournal", asked -> Answer.of((JsonNode) JSON.arrayNode())),
                Map.entry("readJournal", this::readJournal),
                Map.entry("clearJournal", this::clearJournal),
                Map.entry("readArchive", this::readArchive),
                Map.entry("verify", this::verify),
                Map.entry("answerFromNowOn", this::answerFromNowOn),
                Map.entry("answerAsUsual", this::answerAsUsual),
                Map.entry("misbehave", this::misbehave),
                Map.entry("behave", this::behave),
                Map.entry("readState", this::readState),
                Map.entry("writeState", this::writeState));
    }

    private Session session(JsonNode asked) {
        return sessions.of(asked.path(Asked.SESSION).asText(Sessions.COMMON));
    }

    private static Answer<JsonNode> done() {
        return Answer.of(204, JSON.nullNode());
    }

    private Answer<JsonNode> listSessions(JsonNode asked) {
        ArrayNode list = JSON.arrayNode();
        sessions.named()
                .forEach((name, session) -> list.add(JSON.objectNode()
                        .put("name", name)
                        .put("requests", session.journal().total())));
        return Answer.of(list);
    }

    private Answer<JsonNode> listOperations(JsonNode asked) {
        return Answer.of(operations.get().all(plan.get()));
    }

    private Answer<JsonNode> listSamples(JsonNode asked) {
        String id = asked.path("operationId").asText();
        return contract.operation(id)
                .map(operation -> Answer.of(operations.get().samples(operation, MockSite.ANY)))
                .orElseGet(() -> noOperation(id));
    }

    private Answer<JsonNode> readEntry(JsonNode asked) {
        long number = asked.path("number").asLong();
        return session(asked)
                .journal()
                .entry(number)
                .map(entry -> Answer.of((JsonNode) new JournalJson(Redaction.of(contract)).entry(entry)))
                .orElseGet(() -> problem(
                        404, "No such request", "The journal has no request " + number + ", or has it no more."));
    }

    /** A session's journal as it goes on. */
    JournalStream stream(String name, long after) {
        return new JournalStream(() -> sessions.of(name).journal(), new JournalJson(Redaction.of(contract)), after);
    }

    private Answer<JsonNode> reset(JsonNode asked) {
        if (asked.path("all").asBoolean()) {
            sessions.endAll();
        } else {
            session(asked).reset();
        }
        return done();
    }

    private Answer<JsonNode> readJournal(JsonNode asked) {
        Journal journal = session(asked).journal();
        RequestPattern wanted = Arguments.pattern(asked);
        long after = asked.path("after").asLong();
        List<JournalEntry> meant = journal.entries().stream()
                .filter(entry -> entry.number() > after)
                .filter(entry -> wanted.misses(entry).isEmpty())
                .toList();
        int most = asked.path("limit").asInt(Journal.MOST);
        JournalJson json = new JournalJson(Redaction.of(contract));
        ObjectNode told = JSON.objectNode().put("total", journal.total());
        ArrayNode entries = told.putArray("entries");
        meant.subList(Math.max(0, meant.size() - most), meant.size()).forEach(entry -> entries.add(json.entry(entry)));
        return Answer.of(told);
    }

    private Answer<JsonNode> clearJournal(JsonNode asked) {
        session(asked).journal().clear();
        return done();
    }

    private Answer<JsonNode> readArchive(JsonNode asked) {
        HttpArchive archive = new HttpArchive(Redaction.of(contract));
        return Answer.of(archive.of(session(asked).journal().entries(), Release.version()));
    }

    private Answer<JsonNode> verify(JsonNode asked) {
        JsonNode expected = asked.path(BODY);
        RequestPattern pattern = Arguments.expected(expected);
        Redaction redaction = Redaction.of(contract);
        return Answer.of(new ExpectedRequests(pattern, Arguments.count(expected))
                .verdict(session(asked).journal().entries(), redaction));
    }

    private Answer<JsonNode> answerFromNowOn(JsonNode asked) {
        String id = asked.path("operationId").asText();
        JsonNode body = asked.path(BODY);
        Preference preference = Arguments.preference(body);
        return contract.operation(id)
                .map(operation -> Choices.problem(operation, preference)
                        .map(problem -> problem(409, "No such answer", problem))
                        .orElseGet(() -> {
                            session(asked)
                                    .answerFromNowOn(
                                            id,
                                            new StandingAnswer(
                                                    preference,
                                                    body.path("times").asInt()));
                            return done();
                        }))
                .orElseGet(() -> noOperation(id));
    }

    private Answer<JsonNode> answerAsUsual(JsonNode asked) {
        String id = asked.path("operationId").asText();
        if (contract.operation(id).isEmpty()) {
            return noOperation(id);
        }
        session(asked).answerAsUsual(id);
        return done();
    }

    private Answer<JsonNode> misbehave(JsonNode asked) {
        List<Arguments.Fault> faults = Arguments.faults(asked.path(BODY));
        Optional<String> unknown = faults.stream()
                .flatMap(fault -> fault.terms().operation().stream())
                .filter(id -> contract.operation(id).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            return noOperation(unknown.get());
        }
        session(asked)
                .misbehave(faults.stream()
                        .map(fault -> new MisbehaviourRule(fault.terms(), fault.misbehaviour(), seed))
                        .toList());
        return done();
    }

    private Answer<JsonNode> behave(JsonNode asked) {
        session(asked).misbehave(List.of());
        return done();
    }

    private Answer<JsonNode> readState(JsonNode asked) {
        return plan.get()
                .map(remembered ->
                        Answer.of((JsonNode) session(asked).memory(remembered).told()))
                .orElseGet(AdminCalls::noMemory);
    }

    private Answer<JsonNode> writeState(JsonNode asked) {
        return plan.get()
                .map(remembered -> session(asked)
                        .memory(remembered)
                        .become((ObjectNode) asked.path(BODY))
                        .map(problem -> problem(422, "No such state", problem))
                        .orElseGet(AdminCalls::done))
                .orElseGet(AdminCalls::noMemory);
    }

    private static Answer<JsonNode> noMemory() {
        return problem(409, "No memory", "The mock remembers nothing; start it with --remember.");
    }

    private static Answer<JsonNode> noOperation(String id) {
        return problem(404, "No such operation", "The document has no operation '" + id + "'; --list shows its ids.");
    }

    static Answer<JsonNode> problem(int status, String title, String detail) {
        return Answer.of(
                status,
                JSON.objectNode().put("status", status).put("title", title).put("detail", detail));
    }
}
