package io.platformapi.compat.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.search.Effort;
import io.platformapi.compat.schema.search.StepBudget;
import org.junit.jupiter.api.Test;

/** No pair of documents runs away: its questions end, and all of them together do. Counted are steps, not time. */
class EffortTest {

    private static final int PIGEONS = 9;

    private final Effort effort = new Effort();

    @Test
    void allQuestionsTogetherTakeNoMoreThanThereIsForAPairOfDocuments() {
        for (int i = 0; i < 100_000; i++) {
            StepBudget budget = effort.next();
            assertThat(budget.left()).isNotNegative();
            budget.steps(budget.left());
            effort.spend(budget);
        }
        assertThat(effort.spent()).isLessThanOrEqualTo(effort.most());
    }

    @Test
    void whatIsOnlyToldBesideTheVerdictTakesATenth() {
        assertThat(Effort.aside().most()).isEqualTo(effort.most() / 10);
        assertThat(Effort.aside().next().left()).isEqualTo(effort.next().left() / 10);
    }

    @Test
    void hardQuestionsAreUndecidedAndEasyOnesStillAnswered() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 20; i++) {
            document.set("hard" + i, pigeons("h" + i));
        }
        document.putObject("easy").put("type", "string").put("maxLength", 3);
        document.putObject("wider").put("type", "string").put("maxLength", 4);
        document.put("none", false);
        Subsumption subsumption = subsumption(document);
        for (int i = 0; i < 20; i++) {
            assertThat(subsumption.subset(located(document, "hard" + i), located(document, "none")))
                    .isInstanceOfSatisfying(
                            Verdict.Undecided.class,
                            verdict -> assertThat(verdict.isGivenUp())
                                    .as(verdict.reason())
                                    .isTrue());
        }
        assertThat(effort.spent()).isGreaterThan(effort.most() / 2).isLessThanOrEqualTo(effort.most());
        assertThat(subsumption.subset(located(document, "easy"), located(document, "wider")))
                .isEqualTo(new Verdict.Yes());
        assertThat(subsumption.subset(located(document, "wider"), located(document, "easy")))
                .isInstanceOf(Verdict.No.class);
    }

    @Test
    void oneOperationLeavesEnoughForTheOthers() {
        long question = effort.next().left();
        effort.share();
        for (int i = 0; i < 100; i++) {
            StepBudget budget = effort.next();
            budget.steps(budget.left());
            effort.spend(budget);
        }
        assertThat(effort.spent()).isLessThan(effort.most() / 2);
        effort.share();
        assertThat(effort.next().left()).isEqualTo(question);
    }

    /** Many messages lead to it, each by a schema of its own. */
    @Test
    void aHardSchemaIsTriedOnceWhateverLeadsToIt() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("hard", pigeons("h"));
        document.put("none", false);
        for (int i = 0; i < 20; i++) {
            ObjectNode own = document.putObject("own" + i).put("type", "object");
            own.putArray("required").add("part").add("own" + i);
            own.putObject("properties").putObject("part").put("$ref", "#/hard");
        }
        Subsumption subsumption = subsumption(document);
        for (int i = 0; i < 20; i++) {
            assertThat(subsumption.subset(located(document, "own" + i), located(document, "none")))
                    .isEqualTo(new Verdict.Undecided(
                            "the comparison was given up after 3000000 steps, most of them at /hard"));
        }
        assertThat(effort.spent()).isLessThan(3_100_000);
    }

    @Test
    void whatIsGivenUpBeforeAValidatorSawItIsUndecided() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("one").put("type", "string");
        document.putObject("other").put("type", "null");
        assertThat(effort.affords(effort.most() - 1_900)).isTrue();
        assertThat(subsumption(document).subset(located(document, "one"), located(document, "other")))
                .isEqualTo(new Verdict.Undecided(
                        "the comparison was given up before a validator looked at the value found, \"a\""));
    }

    private Subsumption subsumption(ObjectNode document) {
        Subsumption.Document within =
                new Subsumption.Document(References.within(document), SchemaReading.Dialect.JSON_SCHEMA_2020_12);
        return new Subsumption(within, within, SchemaReading.Direction.REQUEST, SchemaReading.Profile.LITERAL, effort);
    }

    private static References.Located located(ObjectNode document, String name) {
        return new References.Located(document.get(name), "/" + name);
    }

    /** Each pigeon has a hole, and no two of them the same, of which there is one less: no value, and a long proof. */
    private static ObjectNode pigeons(String prefix) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ArrayNode all = schema.putArray("allOf");
        for (int pigeon = 0; pigeon < PIGEONS; pigeon++) {
            ArrayNode holes = all.addObject().putArray("anyOf");
            for (int hole = 1; hole < PIGEONS; hole++) {
                holes.addObject().putArray("required").add(prefix + pigeon + "_" + hole);
                for (int other = 0; other < pigeon; other++) {
                    all.addObject()
                            .putObject("not")
                            .putArray("required")
                            .add(prefix + pigeon + "_" + hole)
                            .add(prefix + other + "_" + hole);
                }
            }
        }
        return schema;
    }
}
