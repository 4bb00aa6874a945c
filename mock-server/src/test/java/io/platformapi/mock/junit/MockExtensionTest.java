package io.platformapi.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A mock in a test is one line, and each test has it for itself. */
@Execution(ExecutionMode.CONCURRENT)
final class MockExtensionTest {

    @RegisterExtension
    static final MockExtension mock = MockExtension.of("src/test/resources/io/platformapi/mock/junit/pets.yaml");

    private int status(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(mock.address() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void whatWasAskedCanBeRequired() throws Exception {
        assertThat(status("POST", "/pets", "{\"name\": \"Rex\"}")).isEqualTo(201);

        mock.verify("addPet", 1);
        mock.verify("addPet", Map.of("/name", TextNode.valueOf("Rex")), 1);
        mock.verifyThatAllWasValid();
        assertThat(mock.requests()).hasSize(1);
    }

    @Test
    void whatWasNotAskedIsToldWithWhatComesNearest() throws Exception {
        status("POST", "/pets", "{\"name\": 7}");

        assertThatThrownBy(() -> mock.verify("addPet", Map.of("/name", TextNode.valueOf("Rex")), 1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("addPet: Expected exactly 1 request, and there were 0." + System.lineSeparator()
                        + "  POST /pets: [\"body /name is 7, not \\\"Rex\\\"\"]");
        assertThatThrownBy(() -> mock.verifyThatAllWasValid()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> mock.verify("addPets", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the document has no operation 'addPets'");
    }

    @Test
    void anAnswerIsChosenForOneTest() throws Exception {
        mock.answer("addPet", 409);

        assertThat(status("POST", "/pets", "{\"name\": \"Rex\"}")).isEqualTo(409);
        assertThatThrownBy(() -> mock.answer("addPet", 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("POST /pets documents no response 500. It documents 201, 409.");
    }
}
