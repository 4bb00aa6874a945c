package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.Content;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One tree, written and read in every format of the platform, and by Jackson as it comes: a tree to JSON and back,
 * without schema and without our bounds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpellingBenchmark {

    /** The spelling that the others are measured against. */
    static final String REFERENCE = "jackson";

    /** How the tree is spelled. */
    @Param({REFERENCE, "json", "jsonl", "jsv", "csv", "xml"})
    public String spelling;

    /** The documented answer that is spelled: about 2 KB of JSON each. */
    @Param({"listContactLinks licensee-with-an-adviser", "listSentConnectionRequests two-requests-open"})
    public String answer;

    private Spelling used;
    private JsonNode tree;
    private byte[] body;

    /** Writing and reading, by whatever library. */
    private interface Spelling {

        byte[] write(JsonNode tree) throws IOException;

        JsonNode read(byte[] body, Reading reading) throws IOException, MalformedBody;
    }

    private record Jackson(ObjectMapper mapper) implements Spelling {

        @Override
        public byte[] write(JsonNode tree) throws IOException {
            return mapper.writeValueAsBytes(tree);
        }

        @Override
        public JsonNode read(byte[] body, Reading reading) throws IOException {
            return mapper.readTree(body);
        }
    }

    private record Ours(Format format, Schema schema) implements Spelling {

        @Override
        public byte[] write(JsonNode tree) {
            return format.write(tree, schema);
        }

        @Override
        public JsonNode read(byte[] body, Reading reading) throws MalformedBody {
            return format.read(body, schema, reading);
        }
    }

    @Setup
    public void documented() throws IOException {
        Contract contract = ShippedContract.read();
        String[] names = answer.split(" ");
        Content documented = contract.operation(names[0])
                .flatMap(operation -> operation.response(200))
                .flatMap(response -> response.content(MediaType.of("application/json")))
                .orElseThrow();
        tree = documented.examples().get(names[1]).value();
        used = spelling.equals(REFERENCE)
                ? new Jackson(new ObjectMapper())
                : new Ours(
                        contract.dialect()
                                .formats()
                                .named(spelling)
                                .orElseThrow()
                                .format(),
                        documented.schema());
        body = used.write(tree);
    }

    /**
     * The processor's time for one call, in nanoseconds: a machine that has other work to do tells the same of it as an
     * idle one, which is not true of the time on the clock.
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long begun;
        private long calls;

        /** What JMH reports. */
        public double processor;

        @Setup(Level.Iteration)
        public void begin() {
            calls = 0;
            begun = threads.getCurrentThreadCpuTime();
        }

        @TearDown(Level.Iteration)
        public void end() {
            processor = (threads.getCurrentThreadCpuTime() - begun) / (double) calls;
        }
    }

    @Benchmark
    public byte[] write(Processor time) throws IOException {
        time.calls++;
        return used.write(tree);
    }

    @Benchmark
    public JsonNode readAnswer(Processor time) throws IOException, MalformedBody {
        time.calls++;
        return used.read(body, Reading.RESPONSE);
    }

    @Benchmark
    public JsonNode readRequest(Processor time) throws IOException, MalformedBody {
        time.calls++;
        return used.read(body, Reading.REQUEST);
    }
}
