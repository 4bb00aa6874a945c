package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.Case;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A client cannot tell from status, type and members which implementation it talks to. */
final class AgreementTest extends ImplementationTest {

    static final List<Operation> EVERY_OPERATION = Running.CONTRACT.operations();

    private static final JsonMapper JSON = new JsonMapper();
    private static Running reference;

    @BeforeAll
    static void startReference() throws IOException {
        reference = Implementation.MOCK.start();
    }

    @AfterAll
    static void stopReference() {
        reference.close();
    }

    @ParameterizedTest
    @FieldSource("EVERY_OPERATION")
    void answersLikeTheMock(Operation operation) throws IOException {
        for (Case asked : Requests.all(operation)) {
            running.reset();

            assertThat(outline(running.answer(asked.request())))
                    .as(asked.id())
                    .isEqualTo(outline(reference.answer(asked.request())));
        }
    }

    /** What has to be the same: values may differ, such as the id of a contact that is new. */
    private static String outline(HttpResponse answer) throws IOException {
        String type = answer.headers().text("Content-Type");
        String shape =
                type.endsWith("json") ? members(JSON.readTree(answer.body())).toString() : "";
        return answer.status() + " " + type + " " + answer.headers().text("Vary") + " " + shape;
    }

    private static SortedSet<String> members(JsonNode value) {
        SortedSet<String> members = new TreeSet<>();
        collect(value, "", members);
        return members;
    }

    private static void collect(JsonNode value, String path, SortedSet<String> members) {
        value.forEach(item -> {
            if (value.isArray()) {
                collect(item, path + "/…", members);
            }
        });
        value.properties().forEach(member -> {
            members.add(path + "/" + member.getKey());
            collect(member.getValue(), path + "/" + member.getKey(), members);
        });
    }
}
