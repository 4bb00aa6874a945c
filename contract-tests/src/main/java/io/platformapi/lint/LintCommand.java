package io.platformapi.lint;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.ExplainCommand;
import io.platformapi.report.Report;
import io.platformapi.report.ReportOptions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code lint}: judges the style of any OpenAPI document. */
@Command(
        name = "lint",
        description =
                "Judges the style of an OpenAPI document: what its readers, and the tools that run from it, miss.",
        mixinStandardHelpOptions = true,
        subcommands = ExplainCommand.class,
        exitCodeOnExecutionException = LintCommand.COULD_NOT_RUN,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Nothing was found.", "1:Something was.", "2:The document cannot be read."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  lint spec/openapi.yaml",
            "  lint api.yaml --format sarif > lint.sarif",
            "  lint explain required-declared"
        })
public final class LintCommand implements Callable<Integer> {

    private static final int CLEAN = 0;
    private static final int FINDINGS = 1;
    static final int COULD_NOT_RUN = 2;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "The document: a file or an address.")
    private String document;

    @Mixin
    private ReportOptions options;

    @Option(names = "--allow-remote", description = "Lets the document refer to any file and address.")
    private boolean allowRemote;

    /** Judges the document; the exit status says whether anything was found. */
    @Override
    public Integer call() throws IOException {
        options.tryOut(command.commandLine());
        try {
            Contract contract =
                    new ContractReader(allowRemote ? Access.ANYWHERE : Access.SAME_ORIGIN).readWritten(document);
            Report report = options.waived(Lint.report(contract, document), LocalDate.now());
            options.write(report, command.commandLine().getOut());
            return report.passes() ? CLEAN : FINDINGS;
        } catch (UnreadableDocument e) {
            command.commandLine().getErr().println(e.getMessage());
            return COULD_NOT_RUN;
        }
    }
}
