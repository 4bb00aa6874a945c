package io.platformapi.report;

import io.platformapi.console.Paint;
import io.platformapi.contract.source.UnreadableDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options about reports that every tool has, as a picocli mixin. */
public final class ReportOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "terminal",
            description = "What is printed: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private ReportFormat format = ReportFormat.TERMINAL;

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            converter = ReportFile.Converter.class,
            description = "Also writes the report to a file; may be repeated.")
    private List<ReportFile> files = List.of();

    @Option(
            names = "--waivers",
            paramLabel = "FILE",
            description =
                    "What is accepted until a day: a list of finding, subject, place, values, reason and until, as"
                            + " --format waivers writes it. Stale and unused ones fail.")
    private @Nullable String waivers;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "A report in JSON (--report json=FILE) of an earlier run: what it found fails no more, only what"
                            + " is new does; what is gone is told.")
    private @Nullable String baseline;

    /**
     * Tries what the options name before any work is done, so that no result is lost in the end.
     *
     * @throws ParameterException if a report could not be written, or the waivers cannot be read
     */
    public void tryOut(CommandLine command) {
        Set<String> paths = new HashSet<>();
        for (ReportFile file : files) {
            file.fault().ifPresent(fault -> {
                throw new ParameterException(command, "--report " + file + ": " + fault + ".");
            });
            if (!paths.add(file.path().toAbsolutePath().normalize().toString())) {
                throw new ParameterException(command, "--report " + file + ": another report is written there.");
            }
        }
        try {
            accepted();
        } catch (UnreadableDocument e) {
            throw new ParameterException(command, "--waivers " + e.getMessage());
        }
        try {
            if (baseline != null) {
                Baseline.read(baseline, command.getCommandName());
            }
        } catch (UnreadableDocument e) {
            throw new ParameterException(command, "--baseline " + e.getMessage());
        }
    }

    private Waivers accepted() {
        return waivers == null ? Waivers.none() : Waivers.read(waivers);
    }

    /**
     * The report with the waivers, and beside the baseline, that the options name.
     *
     * @throws UnreadableDocument if the file is not what it should be
     */
    public Report waived(Report report, LocalDate today) {
        return waived(report, today, UnaryOperator.identity());
    }

    /**
     * The report with these and other waivers.
     *
     * @param more adds those that are written elsewhere
     */
    public Report waived(Report report, LocalDate today, UnaryOperator<Waivers> more) {
        Report waived = more.apply(accepted()).applied(report, today);
        return baseline == null
                ? waived
                : Baseline.read(baseline, report.tool()).applied(waived);
    }

    /** Whether a form is asked for that shows lines of the documents. */
    public boolean quotes() {
        return format == ReportFormat.HTML || files.stream().anyMatch(file -> file.format() == ReportFormat.HTML);
    }

    /** Whether a report is written to a file. */
    public boolean writesFiles() {
        return !files.isEmpty();
    }

    /** What is printed. */
    public ReportFormat format() {
        return format;
    }

    /**
     * Prints the report, and writes it wherever the options say.
     *
     * @throws IOException if that fails somewhere; it is written everywhere else all the same
     */
    public void write(Report report, PrintWriter out) throws IOException {
        boolean seen = format == ReportFormat.TERMINAL;
        write(report, seen ? new TerminalRenderer(Paint.here()).render(report) : format.render(report), out);
    }

    /**
     * Prints a text in place of the report, and writes the report wherever the options say.
     *
     * @throws IOException if that fails somewhere; it is written everywhere else all the same
     */
    public void write(Report report, String text, PrintWriter out) throws IOException {
        out.print(text);
        out.flush();
        List<String> failed = new ArrayList<>();
        for (ReportFile file : files) {
            try {
                file.write(report);
            } catch (IOException e) {
                failed.add("--report " + file + ": it could not be written: " + e.getMessage());
            }
        }
        if (!failed.isEmpty()) {
            throw new IOException(String.join(System.lineSeparator(), failed));
        }
    }
}
