package io.platformapi.lint;

import io.platformapi.contract.Warning;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.ExplainCommand;
import io.platformapi.report.Report;
import io.platformapi.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code lint}: judges the writing of any OpenAPI document. */
@Command(
        name = "lint",
        description =
                "Judges the writing of an OpenAPI document: what is not OpenAPI, and what its readers, and the tools"
                        + " that run from it, miss.",
        mixinStandardHelpOptions = true,
        subcommands = ExplainCommand.class,
        exitCodeOnExecutionException = LintCommand.COULD_NOT_RUN,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:No fault was found.",
            "1:A fault was, or advice with --fail-on advice.",
            "2:There is nothing that can be read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${COMMAND-FULL-NAME} openapi.yaml",
            "  ${COMMAND-FULL-NAME} openapi.yaml --format sarif > lint.sarif",
            "  ${COMMAND-FULL-NAME} openapi.yaml --fail-on advice",
            "  ${COMMAND-FULL-NAME} explain required-declared"
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

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Which rules are off, and what is a fault or advice, as in rules: {tag-declared: fault,"
                    + " operation-id-case: off}; default " + LintSettings.USUAL + " where lint runs, if it is there.")
    private @Nullable String config;

    @Option(
            names = "--fail-on",
            paramLabel = "WEIGHT",
            defaultValue = "fault",
            description = "What ends with 1: fault, or advice as well; default ${DEFAULT-VALUE}.")
    private Weight failOn = Weight.FAULT;

    /** Judges the document; the exit status says whether a fault was found. */
    @Override
    public Integer call() throws IOException {
        if (failOn == Weight.OFF) {
            throw new ParameterException(command.commandLine(), "--fail-on is fault or advice, not off.");
        }
        options.tryOut(command.commandLine());
        try {
            Report report = options.waived(report(new Lint(LintSettings.of(config))), LocalDate.now())
                    .failing(failOn.reached());
            options.write(report, command.commandLine().getOut());
            return report.passes() ? CLEAN : FINDINGS;
        } catch (UnreadableDocument e) {
            command.commandLine().getErr().println(e.getMessage());
            return COULD_NOT_RUN;
        }
    }

    /** What is found in the document; of one that cannot be read as a whole, what is wrong with its writing. */
    private Report report(Lint lint) {
        ContractReader reader = new ContractReader(allowRemote ? Access.ANYWHERE : Access.SAME_ORIGIN);
        try {
            return lint.judged(reader.readWritten(document), document);
        } catch (UnreadableDocument refusal) {
            return lint.refused(faults(reader), refusal, document);
        }
    }

    /** What is wrong with the writing, as far as it is YAML; of a file that is none, the refusal says all. */
    private List<Warning> faults(ContractReader reader) {
        try {
            return reader.faults(document);
        } catch (UnreadableDocument noTree) {
            if (Files.isRegularFile(Path.of(document))) {
                return List.of();
            }
            throw noTree;
        }
    }
}
