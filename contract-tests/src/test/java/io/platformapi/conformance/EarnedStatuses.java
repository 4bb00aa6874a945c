package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.Case;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The statuses that an operation answered with: all that it documents, but for those that no request earns. */
final class EarnedStatuses {

    /** What no request earns from a server that is well, unhurried and used within its limits. */
    private static final Set<String> OF_THE_SERVER = Set.of("413", "429", "500", "503");

    private final Operation operation;
    private final Set<String> earned = new TreeSet<>();

    EarnedStatuses(Operation operation) {
        this.operation = operation;
    }

    void add(Case asked, HttpResponse answer) {
        if (asked.answering().isPresent()) {
            earned.add(String.valueOf(answer.status()));
        }
    }

    /** Asks with a body of a type that nobody reads, too: even GET and DELETE take one. */
    void assertComplete(Running running) throws IOException {
        HttpRequest first = Requests.all(operation).get(0).request();
        byte[] image = {'P', 'N', 'G'};
        Headers headers = first.headers().with("Content-Type", "image/png");
        running.reset();
        HttpRequest unread = HttpRequest.of(first.method(), first.target(), headers, image);
        earned.add(String.valueOf(running.answer(unread).status()));

        Set<String> expected = new TreeSet<>(operation.responses().keySet());
        expected.removeAll(OF_THE_SERVER);
        earned.removeAll(OF_THE_SERVER);
        assertThat(earned).isEqualTo(expected);
    }
}
