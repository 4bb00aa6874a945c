package io.platformapi.verify.junit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import io.platformapi.report.ReportFormat;
import io.platformapi.verify.Hooks;
import io.platformapi.verify.ProgramRun;
import io.platformapi.verify.checks.OwnCheck;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The contract of a server as tests, one for each operation.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> keepsItsContract() {
 *     return Verify.spec("openapi.yaml").url(server.uri()).tests();
 * }
 * }</pre>
 *
 * <p>What could not be tested fails, too, unless that is allowed: then its test is aborted and says why. Whatever the
 * command takes as an option, {@link #option} does; what no option can say, {@link #before} and {@link #expecting} do.
 * Immutable.
 */
public final class Verify {

    private static final String REST = "beside the operations";

    private final ProgramRun run;

    private Verify(ProgramRun run) {
        this.run = run;
    }

    /**
     * Tests of the document in a file or at an address.
     *
     * @throws io.platformapi.contract.source.UnreadableDocument if it cannot be read
     */
    public static Verify spec(String document) {
        return of(new ContractReader(Access.SAME_ORIGIN).read(document));
    }

    /** Tests of a contract. */
    public static Verify of(Contract contract) {
        return new Verify(new ProgramRun(contract, List.of(), Hooks.NONE));
    }

    /** The same with a header field in each request, such as the credential that lets it in. */
    public Verify header(String name, String value) {
        return option("header", name + ": " + value);
    }

    /** The same that does not fail for what was not tested, and says it all the same. */
    public Verify allowUntested() {
        return option("allow-untested");
    }

    /**
     * The same with an option of {@code contract-tests verify} that takes a value, as in {@code option("max-time",
     * "60")}. One that cannot be is told by {@link Server#tests}.
     */
    public Verify option(String name, String value) {
        return given("--" + name + "=" + value);
    }

    /** The same with an option that takes no value, as in {@code option("read-only")}. */
    public Verify option(String name) {
        return given("--" + name);
    }

    private Verify given(String argument) {
        return new Verify(new ProgramRun(
                run.contract(),
                Stream.concat(run.options().stream(), Stream.of(argument)).toList(),
                run.hooks()));
    }

    /**
     * The same that sends what this makes of each request, such as one that is signed; called by as many threads at a
     * time as there are workers. What it adds is in no report, so that no secret is. It sees requests that are to be
     * refused, too: whoever changes more than header fields changes what is tested.
     */
    public Verify before(UnaryOperator<HttpRequest> change) {
        return with(run.hooks().before(change));
    }

    /**
     * The same that expects more of every answer than the document says.
     *
     * @param expectation in words, as in {@code every answer names its request}
     * @param holds whether it is so; called on the thread of the run
     */
    public Verify expecting(String expectation, BiPredicate<HttpRequest, HttpResponse> holds) {
        return with(run.hooks().expecting(new OwnCheck(expectation, holds)));
    }

    private Verify with(Hooks hooks) {
        return new Verify(new ProgramRun(run.contract(), run.options(), hooks));
    }

    /** The same for the server at an address such as {@code http://127.0.0.1:8080}. */
    public Server url(URI address) {
        return new Server(this, address);
    }

    /** A server that is held to a contract. */
    public static final class Server {

        private final Verify verify;
        private final URI url;

        private Server(Verify verify, URI url) {
            this.verify = verify;
            this.url = url;
        }

        /**
         * Sends everything, which takes some seconds, and makes a test of what was found at each operation; the last is
         * of what belongs to none.
         *
         * @throws IllegalArgumentException if an option says what cannot be done
         */
        public Stream<DynamicNode> tests() {
            return nodes(verify.run.report(url));
        }

        private Stream<DynamicNode> nodes(Report report) {
            Map<String, List<Finding>> found = new LinkedHashMap<>();
            verify.run.contract().operations().forEach(each -> found.put(each.toString(), new ArrayList<>()));
            List<Finding> rest = new ArrayList<>();
            report.findings()
                    .forEach(each -> found.getOrDefault(each.subject(), rest).add(each));
            Stream<DynamicNode> tests = found.entrySet().stream()
                    .map(each -> dynamicTest(each.getKey(), () -> tell(report.with(each.getValue()))));
            return Stream.concat(tests, Stream.of(dynamicTest(REST, () -> tell(report.with(rest)))));
        }
    }

    private static void tell(Report report) {
        if (!report.passes()) {
            throw new AssertionFailedError(ReportFormat.TERMINAL.render(report));
        }
        if (report.counts().containsKey(Level.ALLOWED)) {
            throw new TestAbortedException(ReportFormat.TERMINAL.render(report));
        }
    }
}
