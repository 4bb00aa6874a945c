package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a session was told of its answers, as it is told: the other direction of {@link Arguments}. */
final class BehaviourJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ALL = 100;

    private BehaviourJson() {}

    /** The answers that stand, by the ids of their operations, and how often they still do. */
    static JsonNode answers(Session session) {
        ObjectNode answers = JSON.objectNode();
        session.answers()
                .forEach((id, answer) -> answer.preference()
                        .ifPresent(preference -> answers.set(id, answer(preference, answer.left()))));
        return answers;
    }

    private static JsonNode answer(Preference preference, Optional<Integer> left) {
        ObjectNode answer = JSON.objectNode();
        preference.code().ifPresent(code -> answer.put("code", code));
        preference.example().ifPresent(name -> answer.put("example", name));
        if (preference.dynamic()) {
            answer.put("dynamic", true);
        }
        left.ifPresent(times -> answer.put("times", times));
        return answer;
    }

    /** The faults, in their order. */
    static JsonNode faults(Session session) {
        ArrayNode faults = JSON.arrayNode();
        session.rules().forEach(rule -> faults.add(fault(rule.terms(), rule.misbehaviour())));
        return faults;
    }

    private static JsonNode fault(MisbehaviourRule.Terms terms, Misbehaviour misbehaviour) {
        ObjectNode fault = JSON.objectNode();
        terms.operation().ifPresent(id -> fault.put("operation", id));
        misbehaviour.status().ifPresent(status -> fault.put("status", status));
        misbehaviour.delay().ifPresent(delay -> fault.put("delay", delay.toString()));
        misbehaviour.name().ifPresent(name -> fault.put("answer", name));
        misbehaviour.type().ifPresent(type -> fault.put("type", type));
        putUnless(ALL, fault, "percent", terms.percent());
        putUnless(1, fault, "every", terms.every());
        putUnless(0, fault, "times", terms.times());
        return fault;
    }

    private static void putUnless(int usual, ObjectNode fault, String name, int value) {
        if (value != usual) {
            fault.put(name, value);
        }
    }
}
