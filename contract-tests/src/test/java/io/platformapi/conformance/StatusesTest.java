package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.Case;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every status that the document gives for an operation is earned by a request that deserves it. */
final class StatusesTest extends ImplementationTest {

    static final List<Operation> EVERY_OPERATION = Running.CONTRACT.operations();
    static final List<Operation> WRITTEN = Requests.canonical();

    /** What no request earns from a server that is well, unhurried and used within its limits. */
    private static final Set<String> OF_THE_SERVER = Set.of("413", "429", "500", "503");

    @ParameterizedTest
    @FieldSource("EVERY_OPERATION")
    void answersWithEveryStatusARequestCanEarn(Operation operation) throws IOException {
        Set<String> earned = new TreeSet<>();
        for (HttpRequest request : requests(operation)) {
            running.reset();
            earned.add(String.valueOf(running.answer(request).status()));
        }

        Set<String> expected = new TreeSet<>(operation.responses().keySet());
        expected.removeAll(OF_THE_SERVER);
        earned.removeAll(OF_THE_SERVER);
        assertThat(earned).isEqualTo(expected);
    }

    /** What the tester asks, and a body of a type that nobody reads: even GET and DELETE take one. */
    private static List<HttpRequest> requests(Operation operation) {
        List<HttpRequest> requests = new ArrayList<>();
        for (Case asked : Requests.all(operation)) {
            if (asked.answering().isPresent()) {
                requests.add(asked.request());
            }
        }
        HttpRequest first = requests.get(0);
        byte[] image = {'P', 'N', 'G'};
        Headers headers = first.headers().with("Content-Type", "image/png");
        requests.add(HttpRequest.of(first.method(), first.target(), headers, image));
        return requests;
    }

    @ParameterizedTest
    @FieldSource("WRITTEN")
    void saysWhichTypeIsNotOfferedOrNotRead(Operation operation) throws IOException {
        HttpRequest request = Requests.examples(operation).get(0).request();
        HttpResponse unacceptable = running.answer(Requests.with(request, "Accept", "image/png"));
        HttpResponse unread = running.answer(Requests.with(request, "Content-Type", "image/png"));

        assertThat(unacceptable.status()).isEqualTo(406);
        assertThat(unacceptable.text()).contains("\"ErrorCode\":\"NotAcceptable\"");
        assertThat(unread.status()).isEqualTo(415);
        assertThat(unread.text()).contains("\"ErrorCode\":\"UnsupportedMediaType\"");
    }
}
