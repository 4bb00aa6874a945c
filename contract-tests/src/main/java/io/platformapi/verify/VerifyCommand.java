package io.platformapi.verify;

import io.platformapi.contract.Contract;
import io.platformapi.contract.ContractReader;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.Report;
import io.platformapi.report.ReportOptions;
import io.platformapi.verify.cases.Addresses;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
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
            "Bodies are sent, and answers asked for, in every media type that is declared; the report says which"
                    + " were not tried or not checked.",
            "Requests are really carried out: point it at a test system."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = VerifyCommand.TESTED_NOTHING,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:The server keeps the contract.", "1:It does not.", "2:Nothing could be tested."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  verify --spec spec/openapi.yaml --url http://127.0.0.1:4010 --header 'Authorization: Bearer demo'",
            "  verify --spec api.yaml --url https://test.example.com/v1 --random 50 --seed 7",
            "  verify --spec api.yaml --url http://127.0.0.1:8080 --operation showPet --report junit=verify.xml"
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final int CONFORMS = 0;
    private static final int VIOLATIONS = 1;
    static final int TESTED_NOTHING = 2;

    @Spec
    private CommandSpec command;

    @Option(names = "--spec", required = true, paramLabel = "FILE|URL", description = "The OpenAPI document.")
    private String document;

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "Where the server is; paths are appended.")
    private URI url;

    @Option(
            names = "--header",
            paramLabel = "NAME:VALUE",
            description = "A header of every request, such as a credential.")
    private List<String> headers = List.of();

    @Option(names = "--operation", paramLabel = "ID", description = "Tests this operation only; may be repeated.")
    private List<String> only = List.of();

    @Option(
            names = "--random",
            paramLabel = "N",
            defaultValue = "10",
            description = "Made-up requests for each operation (${DEFAULT-VALUE}).")
    private int random;

    @Option(
            names = "--derived",
            paramLabel = "N",
            defaultValue = "200",
            description = "At most so many broken examples for each operation (${DEFAULT-VALUE}).")
    private int derived;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where made-up values come from (${DEFAULT-VALUE}).")
    private long seed;

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
            Contract contract = new ContractReader(allowRemote ? Access.ANYWHERE : Access.SAME_ORIGIN).read(document);
            return verify(contract, Credentials.of(parsed(headers), contract));
        } catch (UnreadableDocument e) {
            return couldNot(e.getMessage());
        } catch (ConnectException e) {
            return couldNot("Nobody listens at " + url + ".");
        }
    }

    private int verify(Contract contract, Credentials credentials) throws IOException {
        Addresses addresses = ignoreServers ? Addresses.below(url) : Addresses.of(contract, url);
        Cases cases = new Cases(contract, credentials, new Budget(random, derived, seed), addresses);
        Undocumented undocumented = closed ? Undocumented.REFUSED : Undocumented.ALLOWED;
        Outcome outcome = new Verification(
                        cases,
                        Checks.of(contract, undocumented),
                        new HttpTarget(addresses.origin()),
                        new TerminalProgress(err()))
                .outcome(chosen(contract));
        Curl curl = new Curl(
                addresses.origin().toString(), credentials, showSecrets ? Curl.Secrets.SHOWN : Curl.Secrets.HIDDEN);
        Report found = new VerifyReport(curl, seed).of(contract.title() + " at " + url, outcome);
        Report report = options.waived(found, LocalDate.now());
        options.write(report, command.commandLine().getOut());
        if (outcome.tested().isEmpty()) {
            return couldNot("No operation was tested.");
        }
        return report.passes() ? CONFORMS : VIOLATIONS;
    }

    private List<Operation> chosen(Contract contract) {
        for (String id : only) {
            if (contract.operation(id).isEmpty()) {
                throw new ParameterException(command.commandLine(), "The document has no operation " + id + ".");
            }
        }
        return contract.operations().stream()
                .filter(operation -> only.isEmpty() || only.contains(operation.id()))
                .toList();
    }

    private Headers parsed(List<String> fields) {
        Headers parsed = Headers.none();
        for (String field : fields) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw new ParameterException(
                        command.commandLine(), "--header takes 'Name: value'; this one has no colon behind a name.");
            }
            parsed = parsed.and(
                    field.substring(0, colon).strip(),
                    field.substring(colon + 1).strip());
        }
        return parsed;
    }

    private int couldNot(String why) {
        err().println(why);
        return TESTED_NOTHING;
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
