package io.platformapi.verify;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.report.FileProbe;
import io.platformapi.report.Level;
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
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of a run, whoever asks for it: the command, or a program. As a picocli mixin. */
final class RunOptions {

    private static final int MOST_WORKERS = 64;

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
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many requests that change nothing may be on their way at a time (${DEFAULT-VALUE}): for"
                    + " servers that are far or slow. What changes something is sent in order.")
    private int workers;

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

    /** Takes an address of the server, where none is given. */
    void take(URI url) {
        if (!server.isGiven()) {
            server.take(url.toString());
        }
    }

    /**
     * Refuses a call that says too little.
     *
     * @param others what else is missing, as picocli shows it
     */
    void refuseMissing(CommandLine command, List<String> others) {
        List<String> missing = Stream.concat(
                        others.stream(), server.isGiven() ? Stream.empty() : Stream.of("'--url=URL'"))
                .toList();
        if (!missing.isEmpty()) {
            throw new ParameterException(
                    command,
                    (missing.size() == 1 ? "Missing required option: " : "Missing required options: ")
                            + String.join(", ", missing));
        }
    }

    /**
     * Makes ready what is to be sent, and whoever sends it. Nothing of the document was sent yet.
     *
     * @param settings what is otherwise at single operations
     * @param hooks what a program does beside it
     * @throws ParameterException if an option says what cannot be done
     * @throws IOException if no token is given, or a file cannot be written
     */
    Run begin(CommandLine command, Contract contract, Optional<VerifySettings> settings, Hooks hooks)
            throws IOException {
        refuseUnwritable(command, "--record", record);
        refuseUnwritable(command, "--har", har);
        URI url = server.url(command);
        Headers headers = server.headers(command);
        Map<String, String> query = server.query(command);
        Budget budget = amounts.budget(command);
        Scope scope = scopes.scope(command, contract, operation -> settings.flatMap(each -> each.skipped(operation)));
        FixedValues fixed = settings.map(each -> each.fixed(contract)).orElse(FixedValues.NONE);
        RunLimits limits = amounts.limits(command, scopes.sending());
        ClientSettings client = server.client(command);
        Credentials credentials = Credentials.of(access.headers(command, headers, contract, client), query, contract)
                .besides(access.other(command));
        Addresses addresses = ignoreServers ? Addresses.below(url) : Addresses.of(contract, url);
        HttpTarget http = new HttpTarget(addresses.origin(), client, limits);
        Run.Telling telling = new Run.Telling(
                url,
                credentials,
                showSecrets,
                amounts.seed(),
                allowUntested ? Level.ALLOWED : Level.UNDECIDED,
                thresholds);
        Asked once =
                archived(new Asked(hooks.around(http), http), addresses.origin().toString(), credentials);
        Asked asked = ahead(command, new Asked(amounts.paced(command, once.target()), once.after()));
        return new Run(
                contract,
                scope,
                new Cases(contract, credentials, budget, addresses, fixed),
                Checks.of(contract, closed ? Undocumented.REFUSED : Undocumented.ALLOWED)
                        .and(hooks.checks()),
                asked.target(),
                asked.after(),
                limits,
                telling);
    }

    /** Whom a run asks, and what is closed after it. */
    private record Asked(Target target, Closeable after) {}

    /** The same, every exchange with whom is written down where that is asked for. */
    private Asked archived(Asked asked, String origin, Credentials credentials) throws IOException {
        if (har == null) {
            return asked;
        }
        ExchangeArchive archive = new ExchangeArchive(
                har,
                asked.target(),
                origin,
                (name, value) -> !showSecrets && credentials.isSecret(name, value),
                request -> showSecrets ? request : credentials.open(request));
        return new Asked(archive, both(archive, asked.after()));
    }

    /** The same, asked several things at a time where that is wanted. */
    private Asked ahead(CommandLine command, Asked asked) {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new ParameterException(
                    command, "--workers " + workers + ": it takes a number from 1 to " + MOST_WORKERS + ".");
        }
        if (workers == 1) {
            return asked;
        }
        AskedAhead several = new AskedAhead(asked.target(), workers);
        return new Asked(several, both(several, asked.after()));
    }

    private static Closeable both(Closeable first, Closeable then) {
        return () -> {
            try {
                first.close();
            } finally {
                then.close();
            }
        };
    }

    /** Keeps the failures of a run where that is asked for. */
    void record(String document, Run run, Outcome outcome) throws IOException {
        if (record != null) {
            Recording.write(
                    record,
                    document,
                    run.telling().url().toString(),
                    run.telling().credentials(),
                    outcome.causes());
        }
    }

    private static void refuseUnwritable(CommandLine line, String option, @Nullable Path file) {
        Optional.ofNullable(file).flatMap(FileProbe::fault).ifPresent(why -> {
            throw new ParameterException(line, option + " " + file + ": " + why + ".");
        });
    }
}
