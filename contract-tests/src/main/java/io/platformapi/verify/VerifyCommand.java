package io.platformapi.verify;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.ExplainCommand;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import io.platformapi.report.ReportOptions;
import io.platformapi.report.Reservations;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    private RunOptions run = new RunOptions();

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
        run.refuseMissing(line, document.isEmpty() ? List.of("'--spec=FILE|URL'") : List.of());
        options.tryOut(line);
        Contract contract = new ContractReader(allowRemote ? Access.ANYWHERE : Access.SAME_ORIGIN).read(document);
        Reservations.tell(contract, err());
        try (Interruption interruption = new Interruption();
                Run begun = run.begin(line, contract, settings, Hooks.NONE)) {
            Outcome outcome = begun.outcome(new TerminalProgress(err()), interruption::stops);
            run.record(document, begun, outcome);
            return told(outcome, begun.report(outcome), begun.telling().url());
        }
    }

    /** Writes the report, and says the exit status. */
    private int told(Outcome outcome, Report found, URI url) throws IOException {
        Report report = options.waived(found, LocalDate.now());
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
