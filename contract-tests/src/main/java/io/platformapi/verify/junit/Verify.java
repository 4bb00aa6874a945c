package io.platformapi.verify.junit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import io.platformapi.report.ReportFormat;
import io.platformapi.verify.UsualRun;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * <p>What could not be tested fails, too, unless that is allowed: then its test is aborted and says why. Immutable.
 */
public final class Verify {

    private static final String REST = "beside the operations";

    private final Contract contract;
    private final Headers headers;
    private final Level untested;

    private Verify(Contract contract, Headers headers, Level untested) {
        this.contract = contract;
        this.headers = headers;
        this.untested = untested;
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
        return new Verify(contract, Headers.none(), Level.UNDECIDED);
    }

    /** The same with a header field in each request, such as the credential that lets it in. */
    public Verify header(String name, String value) {
        return new Verify(contract, headers.and(name, value), untested);
    }

    /** The same that does not fail for what was not tested, and says it all the same. */
    public Verify allowUntested() {
        return new Verify(contract, headers, Level.ALLOWED);
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
         */
        public Stream<DynamicNode> tests() {
            return nodes(new UsualRun(verify.contract, url, verify.headers, verify.untested).report());
        }

        private Stream<DynamicNode> nodes(Report report) {
            Map<String, List<Finding>> found = new LinkedHashMap<>();
            verify.contract.operations().forEach(each -> found.put(each.toString(), new ArrayList<>()));
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
