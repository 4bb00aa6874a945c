package io.platformapi.mock;

import io.platformapi.console.Conventions;
import io.platformapi.console.Paint;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Loader;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.grizzly.ListeningFault;
import io.platformapi.grizzly.OutOfMemory;
import io.platformapi.mock.memory.MemoryPlan;
import io.platformapi.servicestack.ShippedContract;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that serves a mock of an API. */
@Command(
        name = "mock-server",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Serves a mock of an API from its OpenAPI document: 2.0 or 3.0 to 3.2, in YAML or JSON.",
        footer = {
            "",
            "Examples:",
            "  ${COMMAND-FULL-NAME} openapi.yaml",
            "  ${COMMAND-FULL-NAME} openapi.yaml --port 0 --remember",
            "  ${COMMAND-FULL-NAME} openapi.yaml --upstream http://127.0.0.1:8080",
            "Ask for an answer by name or status:",
            "  curl -H 'Prefer: example=two-requests-waiting' …",
            "  curl -H 'Prefer: code=404' …",
            "--list shows the names. For a late answer:",
            "  curl -H 'Prefer: delay=2000' …",
            "For a mock of one test's own, with journal, answers and faults below /__mock:",
            "  curl -H 'X-Mock-Session: my-test' …",
        })
public final class MockServer implements Callable<Integer> {

    private static final int CANNOT_RUN = 2;

    @Spec
    private @Nullable CommandSpec command;

    private @Nullable String document;

    private Delay delay = Delay.NONE;

    @Mixin
    private final ListenSettings listening = new ListenSettings();

    @Mixin
    private final ValueSettings values = new ValueSettings();

    private final Paint paint = Paint.here();

    @Option(
            names = "--world",
            description = "Remember what requests change: the Platform API's rules over the world of its examples.")
    private boolean world;

    @Mixin
    private final MemorySettings memory = new MemorySettings();

    @Mixin
    private final UpstreamSettings upstream = new UpstreamSettings();

    @Mixin
    private final RecordingSettings recording = new RecordingSettings();

    @Mixin
    private final CallSettings calls = new CallSettings();

    @Option(names = "--no-auth", description = "Ask for no credentials, whatever the document says.")
    private boolean noAuth;

    @Option(names = "--no-cors", description = "Do not let pages of other origins read the answers.")
    private boolean noCors;

    @Option(
            names = "--multiprocess",
            hidden = true,
            description = "Understood and passed over: one process uses all processors.")
    private boolean multiprocess;

    @Option(names = "--allow-remote", description = "Follow references to any file and address.")
    private boolean allowRemote;

    @Option(names = "--list", description = "List the operations with their statuses and examples, and serve nothing.")
    private boolean list;

    @Option(
            names = "--quiet",
            description = "Say that the mock is ready, and what it cannot read: no warnings, no requests, no reloads.")
    private boolean quiet;

    /** Starts the mock; returns when it cannot. */
    public static void main(String[] args) {
        OutOfMemory.ends("mock-server");
        System.exit(commandLine().execute(args));
    }

    /** The command, which answers wrong calls with one line. */
    public static CommandLine commandLine() {
        return Conventions.keptBy(new CommandLine(new MockServer()));
    }

    /** The document, named with the option. */
    @Option(names = "--spec", paramLabel = "FILE|URL", description = "The same, by name.")
    void document(String location) {
        if (document != null) {
            throw refused("There is one document to a mock, and this names " + document + " and " + location);
        }
        document = location;
    }

    /** The document, as people type it. */
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|URL",
            description = "The document, read again when its files change; the Platform API's own unless given.")
    void documentToServe(String location) {
        document(location);
    }

    /** How late answers are. */
    @Option(
            names = "--delay",
            paramLabel = "MILLIS",
            description = "Hold each answer back: for 300 milliseconds, or for any time of 100-800.")
    void delay(String text) {
        delay = Delay.of(text).orElseThrow(() -> refused("There is no delay '" + text + "': write " + Delay.FORM));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Optional<Forwarding> way = upstream.forwarding(this::refused);
            refuseWhatExcludesEachOther(way);
            RecordingSettings.Recorders recorders = recording.recorders(this::tell, way, this::refused);
            MockOptions options = options(recorders.keeping(way), recorders);
            WatchedDocument source =
                    new WatchedDocument(loader -> fitting(recording.withExamples(contract(loader), loader), options));
            Contract contract = source.read();
            if (list) {
                Listing.lines(contract).forEach(out()::println);
                options.memory().apply(contract).ifPresent(this::tell);
                out().flush();
                return 0;
            }
            notices().warn(contract);
            recorders.check(contract);
            Sessions sessions = new Sessions(options.stubs(), InstantSource.system());
            return serve(
                    source,
                    new Served(contract, any -> MockedApi.of(any, options, sessions), listening.limits()),
                    sessions,
                    recorders);
        } catch (UnreadableDocument e) {
            return failed(e.getMessage());
        } catch (IOException | UnresolvedAddressException e) {
            return failed(ListeningFault.told(listening.toString(), e));
        }
    }

    private int serve(WatchedDocument source, Served mock, Sessions sessions, RecordingSettings.Recorders recorders)
            throws IOException, InterruptedException {
        ListeningMock server = ListeningMock.start(mock, sessions, listening.address());
        Runtime.getRuntime().addShutdownHook(new Thread(recorders.after(server::close)));
        out().println("ready: " + Notices.name(mock.contract()) + " at " + server.address());
        out().flush();
        new Reloading(source, mock, notices()).goOn();
        return 0;
    }

    private Contract contract(Loader loader) {
        String location = document;
        return location == null
                ? ShippedContract.read()
                : new ContractReader(allowRemote ? Access.ANYWHERE : Access.SAME_ORIGIN).read(location, loader);
    }

    private static Contract fitting(Contract contract, MockOptions options) {
        options.stubs().get().keySet().stream()
                .filter(id -> contract.operation(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw contract.document()
                            .member("paths")
                            .unreadable("--world goes with the Platform API's own document; this one has no operation "
                                    + id);
                });
        return contract;
    }

    private Notices notices() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        String program = spec().qualifiedName();
        return quiet ? new Notices(program, nowhere, nowhere, err()) : new Notices(program, out(), err(), err());
    }

    private ParameterException refused(String problem) {
        return new ParameterException(spec().commandLine(), problem);
    }

    /** What would be passed over without a word. */
    private void refuseWhatExcludesEachOther(Optional<Forwarding> way) {
        if (world && memory.isAskedFor()) {
            throw refused("--world and --remember (--data, --memory) are two memories; leave one out");
        }
        if ((world || memory.isAskedFor()) && way.isPresent() && !upstream.isMocked()) {
            throw refused("With --upstream the API answers; what is to be remembered goes with --mock-missing, too");
        }
    }

    private MockOptions options(Optional<Forwarding> way, RecordingSettings.Recorders recorders) {
        MockOptions options = new MockOptions(
                world ? () -> PlatformWorld.ofExamples().byOperationId() : Map::of,
                values.values(),
                values.seed(),
                values.faults(),
                delay,
                noCors ? MockOptions.Origins.OWN : MockOptions.Origins.ALL,
                noAuth ? MockOptions.Callers.ANYBODY : MockOptions.Callers.WITH_CREDENTIALS,
                MockOptions.usual().log(),
                memory::plan,
                way,
                recorders.consumer(),
                calls.reach(this::refused));
        return quiet ? options : options.withLog(this::tell);
    }

    private void tell(MemoryPlan plan) {
        out().println();
        out().println("remembered:");
        plan.lines().forEach(line -> out().println("  " + line));
    }

    private void tell(String line) {
        out().println(paint.answer(line));
        out().flush();
    }

    private int failed(String problem) {
        err().println(spec().qualifiedName() + ": " + problem);
        err().flush();
        return CANNOT_RUN;
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(command);
    }
}
