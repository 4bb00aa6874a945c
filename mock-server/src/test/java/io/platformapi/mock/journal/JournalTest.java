package io.platformapi.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Journals keep what was asked and answered in a room that they share, as long as there is room. */
final class JournalTest {

    private static final Redaction NOTHING_SECRET = Redaction.of(new ContractReader(Access.SAME_ORIGIN)
            .read(
                    "{openapi: 3.1.0, info: {title: A, version: '1'}, paths: {}}",
                    URI.create("file:///a.yaml"),
                    "a.yaml"));

    private static JournalEntry entry(String target, byte[] body) {
        return new JournalEntry(
                0,
                Instant.parse("2030-01-01T12:00:00.000000001Z"),
                HttpRequest.of("POST", target, Headers.of("A", "1", "a", "2", "B", "Größe €"), body),
                new HttpResponse(201, Headers.of("Content-Type", "text/plain"), new byte[] {0, -1, 127}),
                Optional.of("öffne"),
                () -> "because of " + target,
                Validity.INVALID,
                List.of(new ViolationNote("body", "näme", "/a/0", "type", "a string", "5")),
                Duration.ofNanos(123_456_789_012L),
                Direction.SENT);
    }

    private static void add(Journal journal, String target, int bytes) {
        journal.add(number -> entry(target, new byte[bytes]));
    }

    private static List<String> targets(Journal journal) {
        return journal.entries().stream().map(each -> each.request().target()).toList();
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        Journal journal = new Journal(new JournalRoom(1));
        JournalEntry written = entry("/ä%20b?q=1&q=2", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
        journal.add(number -> written);

        JournalEntry read = journal.entries().get(0);
        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType(Headers::equals, Headers.class)
                .ignoringFields("number", "why")
                .isEqualTo(written);
        assertThat(read.number()).isEqualTo(1);
        assertThat(read.why().get()).isEqualTo("because of /ä%20b?q=1&q=2");
        assertThat(read.request().headers().all("a")).containsExactly("1", "2");
    }

    /** A journal writes one entry in the place of the last one. */
    @Test
    void anEntryHasNothingOfTheOneBefore() {
        Journal journal = new Journal(new JournalRoom(1 << 20));
        for (int bytes : new int[] {3, 100_000, 20, 0}) {
            add(journal, "/" + "ä".repeat(bytes / 10), bytes);
        }

        assertThat(journal.entries().stream().map(each -> each.request().path().length()))
                .containsExactly(1, 10_001, 3, 1);
        assertThat(journal.entries().stream().map(each -> each.request().body().length))
                .containsExactly(3, JournalEntry.MOST_BYTES + 1, 20, 0);
    }

    @Test
    void aBodyIsCalledCutOnlyWhereItWasLonger() {
        JournalJson json = new JournalJson(NOTHING_SECRET);
        for (int bytes : new int[] {16_383, 16_384, 16_385}) {
            JsonNode request = json.entry(entry("/a", new byte[bytes])).get("request");

            assertThat(request.path("cut").asBoolean()).isEqualTo(bytes > 16_384);
            assertThat(request.get("body").asText()).hasSize(Math.min(bytes, 16_384));
        }
    }

    @Test
    void anArchiveHasTheQueryAndSaysWhereItDoesNotKnowHowLongABodyWas() {
        HttpArchive archives = new HttpArchive(NOTHING_SECRET);
        JsonNode whole = archived(archives, entry("/a?name=%C3%96ne+two&x=1&x", new byte[16_384]));
        JsonNode cut = archived(archives, entry("/a", new byte[16_385]));

        assertThat(whole.get("queryString").toString())
                .isEqualTo("[{\"name\":\"name\",\"value\":\"Öne two\"},{\"name\":\"x\",\"value\":\"1\"},"
                        + "{\"name\":\"x\",\"value\":\"\"}]");
        assertThat(whole.get("bodySize").asInt()).isEqualTo(16_384);
        assertThat(cut.get("queryString")).isEmpty();
        assertThat(cut.get("bodySize").asInt()).isEqualTo(-1);
        assertThat(cut.get("postData").get("text").asText()).hasSize(16_384);
    }

    private static JsonNode archived(HttpArchive archives, JournalEntry entry) {
        return archives.of(List.of(entry), "1").at("/log/entries/0/request");
    }

    @Test
    void anAnswerToHeadIsKeptAsItWasSentWithoutABody() {
        JournalEntry entry = new JournalEntry(
                1,
                Instant.EPOCH,
                HttpRequest.of("HEAD", "/a", Headers.none()),
                new HttpResponse(200, Headers.none(), new byte[3]),
                Optional.empty(),
                () -> "",
                Validity.VALID,
                List.of(),
                Duration.ZERO,
                Direction.RECEIVED);

        assertThat(entry.response().body()).isEmpty();
    }

    @Test
    void ofMoreThanAThousandTheOldestGoAndAreCounted() {
        Journal journal = new Journal(new JournalRoom(1 << 22));
        for (int n = 1; n <= 2500; n++) {
            add(journal, "/" + n, 0);
            assertThat(journal.entry(n)).isPresent();
        }

        assertThat(journal.total()).isEqualTo(2500);
        assertThat(targets(journal)).hasSize(1000).startsWith("/1501").endsWith("/2500");
        assertThat(journal.entries()).extracting(JournalEntry::number).startsWith(1501L, 1502L);
        assertThat(journal.entry(1500)).isEmpty();
        assertThat(journal.entry(2501)).isEmpty();
        assertThat(journal.since(journal.mark(2400), 3))
                .extracting(JournalEntry::number)
                .containsExactly(2401L, 2402L, 2403L);
    }

    @Test
    void whereTheRoomIsFullTheOldestOfAllJournalsGo() {
        JournalRoom room = new JournalRoom(1 << 18);
        Journal quiet = new Journal(room);
        Journal noisy = new Journal(room);
        add(quiet, "/quiet", 10);
        add(noisy, "/first", 10);
        assertThat(targets(quiet)).containsExactly("/quiet");
        for (int n = 0; n < 30; n++) {
            add(noisy, "/" + n, 10_000);
        }
        add(quiet, "/later", 10);

        assertThat(targets(quiet)).containsExactly("/later");
        assertThat(quiet.total()).isEqualTo(2);
        assertThat(targets(noisy)).hasSizeBetween(20, 26).endsWith("/29").doesNotContain("/first");
    }

    @Test
    void whatIsLargerThanAllTheRoomIsCountedAndNotKept() {
        Journal journal = new Journal(new JournalRoom(1));
        add(journal, "/" + "a".repeat(1 << 18), 1);
        add(journal, "/b", 1);

        assertThat(targets(journal)).containsExactly("/b");
        assertThat(journal.total()).isEqualTo(2);
    }

    @Test
    void aClearedJournalBeginsAnew() {
        Journal journal = new Journal(new JournalRoom(1));
        add(journal, "/a", 1);
        Journal.Mark before = journal.mark(1);
        journal.clear();
        assertThat(journal.entries()).isEmpty();
        add(journal, "/b", 1);

        assertThat(journal.since(before, 10)).extracting(JournalEntry::number).containsExactly(1L);
    }

    @Test
    void manyThreadsWriteAtOnceAndEachEntryIsWhole() throws Exception {
        JournalRoom room = new JournalRoom(1 << 19);
        List<Thread> threads = new ArrayList<>();
        List<Journal> journals = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            Journal journal = new Journal(room);
            Random random = new Random(n);
            journals.add(journal);
            threads.add(new Thread(() -> {
                for (int i = 0; i < 2000; i++) {
                    add(journal, "/" + i, random.nextInt(3000));
                    journal.since(journal.mark(i - 5), 5)
                            .forEach(each -> assertThat(each.why().get())
                                    .isEqualTo("because of " + each.request().target()));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(journals).allSatisfy(each -> assertThat(each.total()).isEqualTo(2000));
        assertThat(journals.stream().mapToInt(each -> each.entries().size()).sum())
                .isGreaterThan(100);
    }
}
