package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Sources;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A library that puts something around all it shows, and has no Location: nothing is overlooked for that. */
class EnvelopedLibraryTest {

    private static final String FILE = "src/test/resources/io/platformapi/verify/library.yaml";
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; title");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Contract PLAIN = new ContractReader(Access.SAME_ORIGIN).read(FILE);
    private static final Contract ENVELOPED = enveloped();

    private static Contract enveloped() {
        JsonNode document = Sources.read(FILE, Access.SAME_ORIGIN).json().deepCopy();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("responses")
                        .properties()
                        .forEach(response -> {
                            JsonNode content =
                                    response.getValue().path("content").path("application/json");
                            if (response.getKey().startsWith("2") && content instanceof ObjectNode described) {
                                described.set("schema", around(described.get("schema")));
                            }
                        })));
        return new ContractReader(Access.SAME_ORIGIN)
                .read(document.toString(), URI.create("file:///library.json"), "library.json");
    }

    private static ObjectNode around(JsonNode schema) {
        ObjectNode envelope = JSON.objectNode().put("type", "object");
        envelope.putArray("required").add("data");
        ObjectNode members = envelope.putObject("properties");
        members.set("data", schema);
        members.putObject("meta").put("type", "object");
        return envelope;
    }

    private static Target enveloping(Library library) {
        return request -> {
            HttpResponse answer = library.answer(request);
            boolean shown = answer.status() / 100 == 2 && answer.body().length > 0;
            return shown ? HttpResponse.of(answer.status(), "application/json", around(answer)) : answer;
        };
    }

    private static byte[] around(HttpResponse answer) {
        try {
            ObjectNode envelope = JSON.objectNode();
            ObjectNode meta = envelope.putObject("meta").put("took", 1);
            meta.putArray("hints").add("none");
            answer.headers().first("X-Total-Count").map(Integer::valueOf).ifPresent(total -> meta.put("total", total));
            NEXT.matcher(answer.headers().text("Link")).results().forEach(next -> meta.put("next", next.group(1)));
            envelope.set("data", new Json().read(answer.body()));
            return new Json().write(envelope);
        } catch (MalformedBody e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome outcome(Library library) {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), ENVELOPED);
        Budget budget = new Budget(0, 0, 1, List.of(RunPhase.EXAMPLES, RunPhase.STATEFUL));
        return new Verification(
                        new Cases(ENVELOPED, credentials, budget),
                        Checks.of(ENVELOPED, Undocumented.ALLOWED),
                        enveloping(library),
                        Verification.Progress.NONE)
                .outcome(ENVELOPED.operations());
    }

    @Test
    void isFollowed() {
        Outcome outcome = outcome(new Library(PLAIN));

        assertThat(outcome.causes()).extracting(Cause::first).isEmpty();
        assertThat(outcome.unfollowed()).isEmpty();
        assertThat(outcome.tested()).hasSize(ENVELOPED.operations().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Library.Mistake.class,
            mode = Mode.EXCLUDE,
            names = {"LOCATES_NOWHERE"}) // it has no Location
    void hidesNoMistake(Library.Mistake mistake) {
        assertThat(outcome(new Library(PLAIN, mistake)).causes()).isNotEmpty();
    }
}
