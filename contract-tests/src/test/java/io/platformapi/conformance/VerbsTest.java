package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.Case;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every operation under every verb. */
final class VerbsTest extends ImplementationTest {

    static final List<Operation> EVERY_OPERATION = Running.CONTRACT.operations();
    static final List<Operation> WRITTEN = Requests.canonical();

    private static final String VERBS = "DELETE, GET, OPTIONS, PATCH, POST, PUT";
    private static final String VERBS_OF_READS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

    private static boolean reads(Operation operation) {
        return operation.node().flag("x-safe");
    }

    private static HttpRequest first(Operation operation) {
        return Requests.examples(operation).get(0).request();
    }

    /** The same request without a body, for verbs that no operation has. */
    private HttpResponse asked(String method, Operation operation) throws IOException {
        HttpRequest request = first(operation);
        return running.answer(HttpRequest.of(method, request.path(), request.headers()));
    }

    @ParameterizedTest
    @FieldSource("EVERY_OPERATION")
    void answersEachExampleAsTheDocumentShows(Operation operation) throws IOException {
        for (Case example : Requests.examples(operation)) {
            running.reset();
            String name = example.id().substring(example.id().lastIndexOf('/') + 1);
            HttpResponse answer = running.answer(example.request());

            assertThat(answer.status()).as(example.id()).isEqualTo(documented(operation, name));
        }
    }

    private static int documented(Operation operation, String example) {
        return operation.responses().values().stream()
                .filter(response -> response.contents().stream()
                        .anyMatch(content -> content.examples().containsKey(example)))
                .map(response -> response.status(0))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @FieldSource("WRITTEN")
    void answersHeadLikeGetWithoutTheBodyWhereItReads(Operation operation) throws IOException {
        HttpRequest request =
                first(Running.CONTRACT.operation(operation.id() + "ByGet").orElseThrow());
        HttpResponse answer = running.answer(request.withMethod("HEAD"));

        assertThat(answer.status()).isEqualTo(reads(operation) ? 200 : 405);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WRITTEN")
    void tellsByOptionsWhichVerbsItAnswers(Operation operation) throws IOException {
        HttpResponse answer = asked("OPTIONS", operation);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers().text("Allow")).isEqualTo(reads(operation) ? VERBS_OF_READS : VERBS);
        assertThat(answer.headers().has("Vary")).isFalse();
    }

    @ParameterizedTest
    @FieldSource("WRITTEN")
    void refusesVerbsThatNoOperationHas(Operation operation) throws IOException {
        for (String verb : List.of("TRACE", "FOO", "post")) {
            HttpResponse answer = asked(verb, operation);

            assertThat(answer.status()).as(verb).isEqualTo(405);
            assertThat(answer.headers().text("Allow")).isEqualTo(reads(operation) ? VERBS_OF_READS : VERBS);
            assertThat(answer.text()).contains("\"ErrorCode\":\"MethodNotAllowed\"");
        }
    }
}
