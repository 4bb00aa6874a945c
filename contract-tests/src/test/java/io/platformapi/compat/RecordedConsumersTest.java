package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.mock.recording.ConsumerRecorder;
import io.platformapi.report.Finding;
import io.platformapi.verify.RandomDocument;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of a client fits the contract that it was recorded with, whatever both are. */
class RecordedConsumersTest {

    private static final int DOCUMENTS = Integer.getInteger("recorded.documents", 12);

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    private static Contract read(Path file) {
        return new ContractReader(Access.SAME_ORIGIN).read(file.toString());
    }

    private Path recorded(Contract contract, Path file) {
        MockEngine mock = new MockEngine(contract, MockOptions.usual().withCallers(MockOptions.Callers.ANYBODY));
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), new Budget(5, 100, 1));
        try (ConsumerRecorder recorder = new ConsumerRecorder(file, log::add)) {
            BiConsumer<HttpRequest, HttpResponse> recording = recorder.of(contract);
            for (Operation operation : contract.operations()) {
                for (Case each : cases.of(operation)) {
                    recording.accept(each.request(), mock.answer(each.request()));
                }
            }
        }
        return file;
    }

    private List<Finding> misfits(Path file, Contract contract, SchemaReading.Profile profile) {
        return new Consumer("web", read(file)).misfits(contract, profile, LocalDate.now());
    }

    private void fits(String name, Contract contract) throws IOException {
        Path file = recorded(contract, folder.resolve(name + ".yaml"));
        if (Files.exists(file)) {
            String text = Files.readString(file);
            List<String> misfits = Stream.of(SchemaReading.Profile.COMMON, SchemaReading.Profile.LITERAL)
                    .flatMap(profile ->
                            misfits(file, contract, profile).stream().map(finding -> profile + " " + told(finding)))
                    .toList();
            assertThat(misfits).as("%s:%n%s", name, text).isEmpty();
            recorded(contract, file);
            assertThat(file).as(name).hasContent(text);
        }
    }

    private static String told(Finding finding) {
        return finding.level() + " " + finding.subject() + " " + finding.message() + finding.evidence();
    }

    @Test
    void whatIsRecordedOfMadeUpDocumentsFitsThem() throws IOException {
        for (long seed = 1; seed <= DOCUMENTS; seed++) {
            fits("random " + seed, RandomDocument.of(seed));
        }
    }

    @Test
    void exploring() throws IOException {
        String docs = System.getProperty("recorded.files", "");
        List<String> bad = new ArrayList<>();
        for (String each : docs.isEmpty() ? List.<String>of() : List.of(docs.split(","))) {
            Contract contract;
            try {
                contract = read(Path.of(each));
            } catch (RuntimeException e) {
                System.err.println(each + e);
                continue;
            }
            try {
                log.clear();
                fits(each.replaceAll("[^a-z0-9]", "-"), contract);
                System.err.println("ok " + each + " " + log);
            } catch (AssertionError | RuntimeException e) {
                bad.add(each);
                System.err.println("BAD " + each + " " + e.getMessage());
            }
        }
        System.err.println("BAD " + bad.size() + bad);
    }
}
