package io.platformapi.mock;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.mock.call.CallReach;
import io.platformapi.mock.memory.MemoryPlan;
import io.platformapi.mock.recording.ConsumerRecorder;
import io.platformapi.mock.stub.Stub;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a mock does beyond the document.
 *
 * @param stubs makes answers of one's own, by the id of the operation; asked once for each session, which so has a
 *     world of its own
 * @param values where values come from
 * @param seed what made-up values follow from
 * @param faults what becomes of an answer that breaks its own schema
 * @param delay how long answers are held back by a mock that listens, unless a request has a wish
 * @param origins which pages may read the answers of a mock that listens
 * @param callers who is answered
 * @param log takes a line for each request to a mock that listens; called from its threads
 * @param memory what is remembered of requests, by what the contract says; empty for nothing
 * @param forwarding where requests to a mock that listens are handed on to; empty where the mock answers them
 * @param recorder writes down what is used of the API, of a mock that listens; whoever made it closes it
 * @param calls how far callbacks and webhooks go, of a mock that listens
 */
public record MockOptions(
        Supplier<Map<String, Stub<?, ?>>> stubs,
        Values values,
        long seed,
        Faults faults,
        Delay delay,
        Origins origins,
        Callers callers,
        Consumer<String> log,
        Function<Contract, Optional<MemoryPlan>> memory,
        Optional<Forwarding> forwarding,
        Optional<ConsumerRecorder> recorder,
        CallReach calls) {

    private static final Consumer<String> NOBODY = line -> {};

    /** Where values come from. */
    public enum Values {
        /** From examples, and from schemas where there are none; the same each time. */
        DOCUMENTED,
        /** Made up from the schemas, another one each time. */
        INVENTED
    }

    /** What becomes of an answer that breaks its own schema. */
    public enum Faults {
        /** It is sent as documented. */
        SENT,
        /** A problem that names the violations takes its place. */
        REFUSED
    }

    /** Which pages may read the answers. */
    public enum Origins {
        /** Those of every origin. */
        ALL,
        /** Those of the mock's own. */
        OWN
    }

    /** Who is answered. */
    public enum Callers {
        /** Whoever has credentials of the form that the document asks for. */
        WITH_CREDENTIALS,
        /** Anybody. */
        ANYBODY
    }

    /** Documented answers and nothing else, for pages of all origins, told to nobody. */
    public static MockOptions usual() {
        return new MockOptions(
                Map::of,
                Values.DOCUMENTED,
                1,
                Faults.SENT,
                Delay.NONE,
                Origins.ALL,
                Callers.WITH_CREDENTIALS,
                NOBODY,
                any -> Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CallReach.LOOPBACK);
    }

    /** The same with stubs that all sessions share. */
    public MockOptions withStubs(Map<String, Stub<?, ?>> others) {
        return withWorlds(() -> others);
    }

    /** The same with stubs made anew for each session, and whenever one is reset. */
    public MockOptions withWorlds(Supplier<Map<String, Stub<?, ?>>> others) {
        return new MockOptions(
                others, values, seed, faults, delay, origins, callers, log, memory, forwarding, recorder, calls);
    }

    /** The same for a mock that remembers what requests make, change and remove. */
    public MockOptions remembering() {
        return withMemory(contract -> Optional.of(MemoryPlan.of(contract, Optional.empty(), Optional.empty())));
    }

    /** The same with what is remembered of requests. */
    MockOptions withMemory(Function<Contract, Optional<MemoryPlan>> plans) {
        return new MockOptions(
                stubs, values, seed, faults, delay, origins, callers, log, plans, forwarding, recorder, calls);
    }

    public MockOptions withFaults(Faults others) {
        return new MockOptions(
                stubs, values, seed, others, delay, origins, callers, log, memory, forwarding, recorder, calls);
    }

    public MockOptions withDelay(Delay other) {
        return new MockOptions(
                stubs, values, seed, faults, other, origins, callers, log, memory, forwarding, recorder, calls);
    }

    public MockOptions withOrigins(Origins others) {
        return new MockOptions(
                stubs, values, seed, faults, delay, others, callers, log, memory, forwarding, recorder, calls);
    }

    public MockOptions withCallers(Callers others) {
        return new MockOptions(
                stubs, values, seed, faults, delay, origins, others, log, memory, forwarding, recorder, calls);
    }

    /** The same, with a line for each request: what was asked, what was answered, and why. */
    public MockOptions withLog(Consumer<String> other) {
        return new MockOptions(
                stubs, values, seed, faults, delay, origins, callers, other, memory, forwarding, recorder, calls);
    }

    /** The same, which hands requests on. */
    public MockOptions withForwarding(Forwarding other) {
        return new MockOptions(
                stubs, values, seed, faults, delay, origins, callers, log, memory, Optional.of(other), recorder, calls);
    }

    /** The same, which writes down what is used of the API. */
    public MockOptions withRecorder(ConsumerRecorder other) {
        return new MockOptions(
                stubs,
                values,
                seed,
                faults,
                delay,
                origins,
                callers,
                log,
                memory,
                forwarding,
                Optional.of(other),
                calls);
    }

    /** The same with how far callbacks and webhooks go. */
    public MockOptions withCalls(CallReach other) {
        return new MockOptions(
                stubs, values, seed, faults, delay, origins, callers, log, memory, forwarding, recorder, other);
    }
}
