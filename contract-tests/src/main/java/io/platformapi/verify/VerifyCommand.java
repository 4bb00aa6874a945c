package io.platformapi.verify;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.reader.LeftOut;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.ExplainCommand;
import io.platformapi.report.FileProbe;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import io.platformapi.report.ReportOptions;
import io.platformapi.report.Reservations;
import io.platformapi.verify.cases.Addresses;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.FixedValues;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import io.platformapi.verify.wire.ClientSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code verify}: tests any server against any OpenAPI document. */
@Command(
        name = "verify",
        description = {
            "Tests a server against an OpenAPI document: sends the documented examples, each broken in every way the"
                    + " document speaks of, and made-up values; and checks every answer.",
            "What was accepted is sent again with one thing otherwise, and what is made is followed: read, listed, changed"
                    + " and removed.",
            "Bodies are sent, and answers asked for, in every media type that is declared; the report says which"
                    + " were not tried or not checked.",
            "An operation is tested if a valid request is answered as one that succeeds. What was not tested is in the"
                    + " report, and fails the run unless that is allowed.",
            "A server that says 429, or 503 with Retry-After, is waited for and asked again.",
            "Requests are really carried out: point it at a test system."
        },
        mixinStandardHelpOptions = true,
        subcommands = {ExplainCommand.class, ReplayCommand.class},
        exitCodeOnExecutionException = VerifyCommand.TESTED_NOTHING,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:The server keeps the contract.",
            "1:It does not, or some of it was not tested.",
            "2:The run was not possible, or nothing was tested."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${COMMAND-FULL-NAME} --spec openapi.yaml --url http://127.0.0.1:8080 \\",
            "    --header 'Authorization: Bearer demo'",
            "  ${COMMAND-FULL-NAME} --spec openapi.yaml --url http://127.0.0.1:8080 \\",
            "    --random 50 --seed 7",
            "  ${COMMAND-FULL-NAME} --spec openapi.yaml --url http://127.0.0.1:8080 \\",
            "    --operation showPet --report junit=verify.xml",
            "  ${COMMAND-FULL-NAME} explain documented-status"
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final int CONFORMS = 0;
    private static final int VIOLATIONS = 1;
    static final int TESTED_NOTHING = 2;

    @Spec
    private CommandSpec command;

    @Option(names = "--spec", paramLabel = "FILE|URL", description = "The OpenAPI document.")
    private String document = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Options by name, and what is otherwise at single operations, as in options: {max-time: 60},"
                    + " parameters: {petId: 7}, operations: {showPet: {skip: why}}. What the call says counts.")
    private @Nullable String config;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private ScopeOptions scopes = new ScopeOptions();

    @Mixin
    private AmountOptions amounts = new AmountOptions();

    @Option(
            names = "--min-coverage",
            paramLabel = "KIND=PERCENT",
            converter = Threshold.Converter.class,
            description = "Fails where less was reached of the operations, statuses, types, parameters or rules, as in"
                    + " statuses=80; may be repeated.")
    private List<Threshold> thresholds = List.of();

    @Option(
            names = "--har",
            paramLabel = "FILE",
            description = "Writes every exchange to a file as it happens (HAR 1.2), without credentials unless"
                    + " --show-secrets is given.")
    private @Nullable Path har;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Keeps the first case of each failure, without credentials, for verify replay FILE.")
    private @Nullable Path record;

    @Option(
            names = "--allow-untested",
            description = "Does not fail for what was not tested, and says it all the same.")
    private boolean allowUntested;

    @Option(
            names = "--ignore-servers",
            description = "Takes --url for every server that the document names for a path or an operation.")
    private boolean ignoreServers;

    @Option(names = "--closed", description = "Refuses members that the document does not declare.")
    private boolean closed;

    @Option(names = "--show-secrets", description = "Shows credentials in the commands that reproduce a failure.")
    private boolean showSecrets;

    @Option(names = "--allow-remote", description = "Lets the document refer to any file and address.")
    private boolean allowRemote;

    @Mixin
    private ReportOptions options;

    /** Runs the verification; the exit status says how it went. */
    @Override
    public Integer call() throws IOException {
        try {
            return config == null ? verified(Optional.empty()) : configured(VerifySettings.read(config));
        } catch (UnreadableDocument e) {
            return couldNot(e.getMessage());
        }
    }

    private int configured(VerifySettings settings) throws IOException {
        new ConfiguredOptions(command.commandLine(), System.getenv()).parse(settings.options());
        return verified(Optional.of(settings));
    }

    private int verified(Optional<VerifySettings> settings) throws IOException {
        CommandLine line = command.commandLine();
        refuseMissing(line);
        options.tryOut(line);
        refuseUnwritable(line, "--record", record);
        refuseUnwritable(line, "--har", har);
        URI url = server.url(line);
        Headers headers = server.headers(line);
        Map<String, String> query = server.query(line);
        Budget budget = amounts.budget(line);
        Contract contract = new ContractReader(allowRemote ? Access.ANYWHERE : Access.SAME_ORIGIN).read(document);
        Reservations.tell(contract, err());
        Scope scope = scopes.scope(line, contract, operation -> settings.flatMap(each -> each.skipped(operation)));
        FixedValues fixed = settings.map(each -> each.fixed(contract)).orElse(FixedValues.NONE);
        RunLimits limits = amounts.limits(line, scopes.sending());
        ClientSettings client = server.client(line);
        Credentials credentials = Credentials.of(access.headers(line, headers, contract, client), query, contract)
                .besides(access.other(line));
        Addresses addresses = ignoreServers ? Addresses.below(url) : Addresses.of(contract, url);
        HttpTarget target = new HttpTarget(addresses.origin(), client, limits);
        Cases cases = new Cases(contract, credentials, budget, addresses, fixed);
        Checks checks = Checks.of(contract, closed ? Undocumented.REFUSED : Undocumented.ALLOWED);
        try (Interruption interruption = new Interruption();
                Closing<Target> asked = archived(target, addresses.origin().toString(), credentials)) {
            Verification verification = new Verification(
                    cases, checks, amounts.paced(line, asked.value()), limits, new TerminalProgress(err()));
            interruption.stops(verification);
            Outcome outcome = verification.outcome(scope.tested());
            if (record != null) {
                Recording.write(record, document, url.toString(), credentials, outcome.causes());
            }
            return told(outcome, report(contract, url, credentials, scope, outcome), url);
        }
    }

    /** The server, every exchange with which is written down where that is asked for. */
    private Closing<Target> archived(HttpTarget target, String origin, Credentials credentials) throws IOException {
        if (har == null) {
            return new Closing<>(target, () -> {});
        }
        ExchangeArchive archive = new ExchangeArchive(
                har,
                target,
                origin,
                (name, value) -> !showSecrets && credentials.isSecret(name, value),
                request -> showSecrets ? request : credentials.open(request));
        return new Closing<>(archive, archive);
    }

    /** Something that is closed after its use. */
    private record Closing<T>(T value, Closeable after) implements Closeable {

        @Override
        public void close() throws IOException {
            after.close();
        }
    }

    private static void refuseUnwritable(CommandLine line, String option, @Nullable Path file) {
        Optional.ofNullable(file).flatMap(FileProbe::fault).ifPresent(why -> {
            throw new ParameterException(line, option + " " + file + ": " + why + ".");
        });
    }

    private void refuseMissing(CommandLine line) {
        List<String> missing = new ArrayList<>();
        if (document.isEmpty()) {
            missing.add("'--spec=FILE|URL'");
        }
        if (!server.isGiven()) {
            missing.add("'--url=URL'");
        }
        if (!missing.isEmpty()) {
            throw new ParameterException(
                    line,
                    (missing.size() == 1 ? "Missing required option: " : "Missing required options: ")
                            + String.join(", ", missing));
        }
    }

    private Report report(Contract contract, URI url, Credentials credentials, Scope scope, Outcome outcome) {
        String origin = Addresses.below(url).origin().toString();
        Curl curl = new Curl(origin, credentials, showSecrets ? Curl.Secrets.SHOWN : Curl.Secrets.HIDDEN);
        Level untested = allowUntested ? Level.ALLOWED : Level.UNDECIDED;
        VerifyReport report = new VerifyReport(
                request -> showSecrets ? curl.command(request) : credentials.hidden(curl.command(request)),
                amounts.seed(),
                untested,
                new CommonCause(contract, url));
        return scope.in(new NotLookedAt(scope.tested(), new LeftOut(contract.illegible()), untested)
                .in(report.of(contract.title() + " at " + url, outcome)));
    }

    /** Writes the report, and says the exit status. */
    private int told(Outcome outcome, Report found, URI url) throws IOException {
        Report measured = found;
        for (Threshold threshold : thresholds) {
            measured = threshold.in(measured);
        }
        Report report = options.waived(measured, LocalDate.now());
        options.write(report, command.commandLine().getOut());
        if (outcome.ending().kind() == End.Kind.UNREACHED) {
            String why = outcome.ending().advice();
            return couldNot(why.equals("nobody listens") ? "Nobody listens at " + url + "." : url + ": " + why + ".");
        }
        if (outcome.tested().isEmpty() && !report.counts().containsKey(Level.ERROR)) {
            return couldNot("No operation was tested.");
        }
        return report.passes() ? CONFORMS : VIOLATIONS;
    }

    private int couldNot(String why) {
        err().println(why);
        return TESTED_NOTHING;
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
