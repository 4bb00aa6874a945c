package io.platformapi.conformance;

import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.Case;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The mock that answers with examples gives every status of the document to a request that deserves it. The other
 * implementations are asked the same in {@link AgreementTest}.
 */
final class MockStatusesTest {

    static final List<Operation> EVERY_OPERATION = Running.CONTRACT.operations();

    private static Running running;

    @BeforeAll
    static void start() throws IOException {
        running = Implementation.MOCK.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @FieldSource("EVERY_OPERATION")
    void answersWithEveryStatusARequestCanEarn(Operation operation) throws IOException {
        EarnedStatuses statuses = new EarnedStatuses(operation);
        for (Case asked : Requests.all(operation)) {
            statuses.add(asked, running.answer(asked.request()));
        }
        statuses.assertComplete(running);
    }
}
