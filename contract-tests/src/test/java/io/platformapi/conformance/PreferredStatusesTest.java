package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The mock answers with whatever the document has, if asked to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PreferredStatusesTest {

    static final List<Operation> EVERY_OPERATION = Running.CONTRACT.operations();

    private Running mock;

    @BeforeAll
    void start() throws IOException {
        mock = Implementation.MOCK.start();
    }

    @AfterAll
    void stop() {
        mock.close();
    }

    private HttpResponse preferred(Operation operation, String preference) throws IOException {
        HttpRequest request = Requests.examples(operation).get(0).request();
        return mock.answer(Requests.with(request, "Prefer", preference));
    }

    @ParameterizedTest
    @FieldSource("EVERY_OPERATION")
    void answersWithEveryDocumentedStatus(Operation operation) throws IOException {
        for (String status : operation.responses().keySet()) {
            HttpResponse answer = preferred(operation, "code=" + status);

            assertThat(String.valueOf(answer.status())).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @FieldSource("EVERY_OPERATION")
    void answersWithEveryDocumentedExample(Operation operation) throws IOException {
        for (var response : operation.responses().entrySet()) {
            for (String example :
                    response.getValue().contents().get(0).examples().keySet()) {
                HttpResponse answer = preferred(operation, "code=" + response.getKey() + ", example=" + example);

                assertThat(String.valueOf(answer.status())).as(example).isEqualTo(response.getKey());
            }
        }
    }
}
