package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.Report;
import io.platformapi.report.ReportOptions;
import io.platformapi.verify.Recording.Recorded;
import io.platformapi.verify.cases.Addresses;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.FixedValues;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.wire.ClientSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code verify replay}: sends cases that failed once more, each alone. */
@Command(
        name = "replay",
        description =
                "Sends again, each alone, the cases of a file that verify --record wrote, or the one case of an id,"
                        + " and tells which still fail.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = VerifyCommand.TESTED_NOTHING,
        footer = {
            "",
            "Exit status: 0 none fails any more, 1 some do or nobody can tell, 2 the run was not possible.",
            "",
            "Examples:",
            "  ${COMMAND-FULL-NAME} failed.json --header 'Authorization: Bearer demo'",
            "  ${COMMAND-FULL-NAME} addPet/example/a-cat \\",
            "    --spec openapi.yaml --url http://127.0.0.1:8080"
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE|ID", description = "The file, or the case as a report names it, without its seed.")
    private String what = "";

    @Option(names = "--only", paramLabel = "ID", description = "Sends this case of the file only; may be repeated.")
    private List<String> only = List.of();

    @Option(names = "--spec", paramLabel = "FILE|URL", description = "The document; default that of the file.")
    private @Nullable String document;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private AmountOptions amounts = new AmountOptions();

    @Option(names = "--closed", description = "Refuses members that the document does not declare.")
    private boolean closed;

    @Option(names = "--show-secrets", description = "Shows credentials in the commands that reproduce a failure.")
    private boolean showSecrets;

    @Mixin
    private ReportOptions options;

    @Override
    public Integer call() throws IOException {
        CommandLine line = command.commandLine();
        options.tryOut(line);
        try {
            Optional<Recording> recording =
                    Files.isRegularFile(Path.of(what)) ? Optional.of(Recording.read(what)) : Optional.empty();
            String spec = Optional.ofNullable(document)
                    .or(() -> recording.map(Recording::document))
                    .orElseThrow(
                            () -> refused("There is no file " + what + "; the case of an id needs --spec and --url."));
            if (!server.isGiven()) {
                server.take(recording
                        .map(Recording::url)
                        .orElseThrow(() -> refused("Missing required option: '--url=URL'")));
            }
            return replayed(new ContractReader(Access.SAME_ORIGIN).read(spec), recording);
        } catch (InvalidPathException e) {
            throw refused("No file and no case can be called " + what + ".");
        } catch (UnreadableDocument e) {
            line.getErr().println(e.getMessage());
            return VerifyCommand.TESTED_NOTHING;
        }
    }

    private int replayed(Contract contract, Optional<Recording> recording) throws IOException {
        CommandLine line = command.commandLine();
        URI url = server.url(line);
        ClientSettings client = server.client(line);
        Credentials credentials = Credentials.of(
                access.headers(line, server.headers(line), contract, client), server.query(line), contract);
        Addresses addresses = Addresses.of(contract, url);
        List<Recorded> cases = recording.isPresent()
                ? recording.get().cases(contract)
                : List.of(made(contract, credentials, addresses));
        List<Recorded> chosen = cases.stream()
                .filter(each -> only.isEmpty() || only.contains(each.asked().id()))
                .toList();
        if (chosen.isEmpty()) {
            throw refused(
                    cases.isEmpty() ? "No case is recorded in " + what + "." : "No case of the file is called so.");
        }
        if (chosen.stream().anyMatch(Recorded::credentials) && credentials.isEmpty()) {
            throw refused("The cases were sent with a credential, which is not recorded: give it again.");
        }
        HttpTarget target = new HttpTarget(addresses.origin(), client, amounts.limits(line, Sending.EVERYTHING));
        Curl curl = new Curl(
                addresses.origin().toString(), credentials, showSecrets ? Curl.Secrets.SHOWN : Curl.Secrets.HIDDEN);
        Checks checks = Checks.of(contract, closed ? Undocumented.REFUSED : Undocumented.ALLOWED);
        Replay replay = new Replay(
                checks,
                target,
                credentials,
                request -> showSecrets ? curl.command(request) : credentials.hidden(curl.command(request)));
        Report report = options.waived(replay.of(contract.title() + " at " + url, chosen), LocalDate.now());
        options.write(report, line.getOut());
        return report.passes() ? 0 : 1;
    }

    private Recorded made(Contract contract, Credentials credentials, Addresses addresses) {
        Cases all =
                new Cases(contract, credentials, amounts.budget(command.commandLine()), addresses, FixedValues.NONE);
        for (Operation operation : contract.operations()) {
            if (what.startsWith(operation.id() + "/")) {
                Optional<Case> found = all.of(operation).stream()
                        .filter(each -> each.id().equals(what))
                        .findFirst();
                if (found.isPresent()) {
                    return new Recorded(found.get(), "", false);
                }
            }
        }
        throw refused("No case " + what + " can be made by itself with this seed; what depends on answers is kept by"
                + " verify --record FILE.");
    }

    private ParameterException refused(String problem) {
        return new ParameterException(command.commandLine(), problem);
    }
}
