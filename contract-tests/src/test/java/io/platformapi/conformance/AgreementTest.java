package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A client cannot tell which implementation it talks to: the same requests, in every format, are answered byte for byte
 * alike, but for the ids of what is new.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"MOCK_WITH_WORLD", "SERVER"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AgreementTest {

    static final List<Operation> EVERY_OPERATION = Running.CONTRACT.operations();

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Map<String, String> OF_THE_MOCK = new ConcurrentHashMap<>();

    @Parameter
    Implementation implementation;

    private Running mock;
    private Running running;

    @BeforeParameterizedClassInvocation
    void start(Implementation started) throws IOException {
        mock = Implementation.MOCK.start();
        running = started.start();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        running.close();
        mock.close();
    }

    @ParameterizedTest
    @FieldSource("EVERY_OPERATION")
    void answersLikeTheMockAndWithEveryStatusARequestCanEarn(Operation operation) throws IOException {
        EarnedStatuses statuses = new EarnedStatuses(operation);
        for (Case asked : Requests.all(operation)) {
            running.reset();
            HttpResponse answer = running.answer(asked.request());

            statuses.add(asked, answer);
            if (!asked.expected().check().equals(CheckId.CREDENTIALS_CHECKED.id())) {
                // a mock takes every key for as good as another, and says so
                assertThat(shown(answer, asked.request()))
                        .as("%s: %s", asked.id(), asked.request().target())
                        .isEqualTo(ofTheMock(asked));
            }
        }
        statuses.assertComplete(running);
    }

    /** The mock without a memory answers the same each time, and is asked once. */
    private String ofTheMock(Case asked) throws IOException {
        String known = OF_THE_MOCK.get(asked.id());
        if (known == null) {
            known = shown(mock.answer(asked.request()), asked.request());
            OF_THE_MOCK.put(asked.id(), known);
        }
        return known;
    }

    private static String shown(HttpResponse answer, HttpRequest request) {
        boolean makes = answer.status() == 200 && request.path().contains("/invite/");
        String body = makes ? ID.matcher(answer.text()).replaceAll("id") : answer.text();
        String headers = Stream.of(
                        "Content-Type",
                        "Vary",
                        "Cache-Control",
                        "Content-Disposition",
                        "Allow",
                        "WWW-Authenticate",
                        "Retry-After")
                .map(name -> answer.headers().text(name))
                .toList()
                .toString();
        return answer.status() + " " + headers + "\n" + body;
    }
}
