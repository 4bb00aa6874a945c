package io.platformapi.verify;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.report.Report;
import io.platformapi.report.ReportOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * A verification as the command does it, for programs.
 *
 * @param contract what the server is held to
 * @param options the options of the command, as in {@code --max-time=60}; the document is the contract's
 * @param hooks what the program does beside it
 */
public record ProgramRun(Contract contract, List<String> options, Hooks hooks) {

    /** The options of a program's call. */
    @Command(name = "verify")
    private static final class Call {

        @Option(names = "--config")
        private @Nullable String config;

        @Mixin
        private RunOptions run = new RunOptions();

        @Mixin
        private ReportOptions reports = new ReportOptions();
    }

    /**
     * Sends everything, and tells what was found. A run that did not come to its end is a finding, too. Writes the
     * files that the options name.
     *
     * @param url where the server is
     * @throws IllegalArgumentException if an option says what cannot be done
     * @throws io.platformapi.contract.source.UnreadableDocument if a file of an option is not what it should be
     * @throws UncheckedIOException if no token is given, or a file cannot be written
     */
    public Report report(URI url) {
        Call call = new Call();
        CommandLine line = new CommandLine(call);
        try {
            line.parseArgs(options.toArray(String[]::new));
            Optional<VerifySettings> settings = Optional.ofNullable(call.config).map(VerifySettings::read);
            settings.ifPresent(each -> new ConfiguredOptions(line, System.getenv()).parse(each.options()));
            call.run.take(url);
            call.reports.tryOut(line);
            return report(call, line, settings);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Report report(Call call, CommandLine line, Optional<VerifySettings> settings) throws IOException {
        try (Run run = call.run.begin(line, contract, settings, hooks)) {
            Outcome outcome = run.outcome(Verification.Progress.NONE, begun -> {});
            call.run.record(contract.document().place().file(), run, outcome);
            Report report = call.reports.waived(run.report(outcome), LocalDate.now());
            call.reports.write(report, "", new PrintWriter(Writer.nullWriter()));
            return report;
        }
    }
}
