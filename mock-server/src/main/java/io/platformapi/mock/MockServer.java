package io.platformapi.mock;

import io.platformapi.contract.Contract;
import io.platformapi.contract.ContractReader;
import io.platformapi.contract.ShippedContract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.UnreadableDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that serves a mock of an API. */
@Command(
        name = "mock-server",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Serves a mock of an API from its OpenAPI document: 2.0, 3.0 or 3.1, in YAML or JSON.",
        footer = {
            "",
            "Ask for an answer by name or status:",
            "  curl -H 'Prefer: example=two-requests-waiting' …",
            "  curl -H 'Prefer: code=404' …",
        })
public final class MockServer implements Callable<Integer> {

    private static final int CANNOT_RUN = 2;

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--spec",
            paramLabel = "FILE|URL",
            description = "The document; the Platform API's own unless given.")
    private @Nullable String document;

    @Option(
            names = "--port",
            defaultValue = "4010",
            description = "The port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--dynamic", description = "Make values up, another one each time, instead of taking examples.")
    private boolean dynamic;

    @Option(
            names = "--world",
            description = "Remember what requests change: the Platform API's rules over the world of its examples.")
    private boolean world;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "What made-up values follow from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--errors", description = "Answer 500 instead of an example that breaks its own schema.")
    private boolean errors;

    @Option(names = "--no-cors", description = "Do not let pages of other origins read the answers.")
    private boolean noCors;

    @Option(
            names = "--multiprocess",
            hidden = true,
            description = "Understood and passed over: one process uses all processors.")
    private boolean multiprocess;

    @Option(names = "--allow-remote", description = "Follow references to any file and address.")
    private boolean allowRemote;

    /** Starts the mock; returns when it cannot. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new MockServer()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Contract contract = contract();
            Optional<String> missing = missingFromWorld(contract);
            if (missing.isPresent()) {
                return failed("--world goes with the Platform API's own document; " + document + " has no operation "
                        + missing.get());
            }
            ListeningMock server =
                    ListeningMock.start(contract, mock(contract), InetSocketAddress.createUnresolved(host, port));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            out().println("ready: " + contract.title() + " " + contract.version() + " at " + server.address());
            out().flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (UnreadableDocument e) {
            return failed(e.getMessage());
        } catch (IOException e) {
            return failed("cannot listen on " + host + ":" + port + ": " + e.getMessage()
                    + "; choose another with --port, 0 for any that is free");
        }
    }

    private Contract contract() {
        String location = document;
        return location == null
                ? ShippedContract.read()
                : new ContractReader(allowRemote ? Access.ANYWHERE : Access.SAME_ORIGIN).read(location);
    }

    private Optional<String> missingFromWorld(Contract contract) {
        return options().stubs().keySet().stream()
                .filter(id -> contract.operation(id).isEmpty())
                .findFirst();
    }

    private Function<HttpRequest, HttpResponse> mock(Contract contract) {
        MockEngine engine = new MockEngine(contract, options());
        return noCors
                ? engine::answer
                : request -> Cors.preflight(request)
                        .orElseGet(() -> Cors.readableBy(request).apply(engine.answer(request)));
    }

    private MockOptions options() {
        return new MockOptions(
                world ? PlatformWorld.ofExamples().byOperationId() : Map.of(),
                dynamic ? MockOptions.Values.INVENTED : MockOptions.Values.DOCUMENTED,
                seed,
                errors ? MockOptions.Faults.REFUSED : MockOptions.Faults.SENT);
    }

    private int failed(String problem) {
        err().println("mock-server: " + problem);
        err().flush();
        return CANNOT_RUN;
    }

    private PrintWriter out() {
        return java.util.Objects.requireNonNull(command).commandLine().getOut();
    }

    private PrintWriter err() {
        return java.util.Objects.requireNonNull(command).commandLine().getErr();
    }
}
