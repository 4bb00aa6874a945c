package io.platformapi.report;

import io.platformapi.contract.source.UnreadableDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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
            description = "Also writes the report to a file; may be repeated.")
    private Map<ReportFormat, Path> files = new LinkedHashMap<>();

    @Option(
            names = "--waivers",
            paramLabel = "FILE",
            description =
                    "What is accepted until a day: a list of finding, subject, place, values, reason and until, as"
                            + " --format waivers writes it. Stale and unused ones fail.")
    private @Nullable String waivers;

    /**
     * The report with the waivers of the file that the options name.
     *
     * @throws UnreadableDocument if the file is not what it should be
     */
    public Report waived(Report report, LocalDate today) {
        return (waivers == null ? Waivers.none() : Waivers.read(waivers)).applied(report, today);
    }

    /** Prints the report, and writes it wherever the options say. */
    public void write(Report report, PrintWriter out) throws IOException {
        out.print(format.render(report));
        out.flush();
        for (Map.Entry<ReportFormat, Path> each : files.entrySet()) {
            Files.writeString(each.getValue(), each.getKey().render(report));
        }
    }
}
