package io.platformapi.compat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.report.ExplainCommand;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Mishap;
import io.platformapi.report.Report;
import io.platformapi.report.ReportFormat;
import io.platformapi.report.ReportOptions;
import io.platformapi.report.Reservations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that tells whether a change of a contract breaks its clients. */
@Command(
        name = "compat",
        description = "Tells whether clients of one edition of a contract can live with another.",
        mixinStandardHelpOptions = true,
        subcommands = ExplainCommand.class,
        exitCodeOnExecutionException = 2, // picocli's own is 1, which says that something breaks
        footer = {
            "",
            "Examples:",
            "  ${COMMAND-FULL-NAME} old.yaml new.yaml",
            "  ${COMMAND-FULL-NAME} git:main:openapi.yaml openapi.yaml --format github",
            "  ${COMMAND-FULL-NAME} git:v1:openapi.yaml git:v2:openapi.yaml --changelog",
            "  ${COMMAND-FULL-NAME} old.yaml new.yaml --replay http://127.0.0.1:8080",
            "  ${COMMAND-FULL-NAME} explain request-required-narrowed",
            "",
            "Exit status: 0 compatible, 1 breaking or undecided, 2 could not run."
        })
public final class CompatCommand implements Callable<Integer> {

    private static final int COMPATIBLE = 0;
    private static final int BREAKING = 1;
    private static final int COULD_NOT_RUN = 2;

    @Parameters(
            arity = "0..*",
            paramLabel = "OLD NEW",
            description =
                    "What clients know, and what they would meet: a file, an address, git:REF:path, - for standard"
                            + " input, or two folders of documents. With --changelog also more editions, the oldest first.")
    private List<String> editions = List.of();

    @Option(names = "--strict", description = "Take schemas literally: open objects may hold anything.")
    private boolean strict;

    @Option(
            names = "--changelog",
            description = "Prints all that changed, harmless things too, as a terminal or --format markdown shows it.")
    private boolean changelog;

    @Option(names = "--descriptions", description = "With --changelog: also changed texts and examples.")
    private boolean descriptions;

    @Option(
            names = "--consumers",
            paramLabel = "DIR",
            description =
                    "A folder of OpenAPI documents, folders in it included, each of what one client sends and reads, or"
                            + " one such file: each break says which it hits. Without NEW: whether they fit OLD.")
    private @Nullable Path consumers;

    @Option(
            names = "--gate",
            paramLabel = "WHAT",
            defaultValue = "all",
            description = "What fails: ${COMPLETION-CANDIDATES}. consumers needs --consumers, and lets breaks pass that"
                    + " hit none; replay needs --replay, and lets those pass that the server accepts anyway. Default"
                    + " ${DEFAULT-VALUE}.")
    private Gate gate = Gate.ALL;

    @Mixin
    private ReplayOptions replay = new ReplayOptions();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Which policies hold, and how much findings count: by id (rules: {response-status-added:"
                    + " compatible}), and for some operations (where: [{operations: tag=beta, level: compatible}])."
                    + " With --replay: what to send (parameters: {petId: 7}).")
    private @Nullable String config;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "undecided",
            description = "What ends with 1: breaking, what is undecided as well, or compatible changes, too; default"
                    + " ${DEFAULT-VALUE}.")
    private Severity failOn = Severity.UNDECIDED;

    @Mixin
    private ReportOptions options;

    @Option(names = "--batch", description = "Read OLD<TAB>NEW lines from standard input; answer each with a line.")
    private boolean batch;

    @Spec
    private CommandSpec spec;

    private final DocumentSources inputs = new DocumentSources(Path.of(""));

    @Override
    public Integer call() throws IOException {
        replay.tryOut(spec.commandLine());
        if (batch && (replay.isGiven() || changelog || !editions.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--batch reads its pairs from standard input; documents, --replay and --changelog do not go with it.");
        } else if (batch) {
            return batch();
        } else if (gate == Gate.CONSUMERS && consumers == null) {
            throw new ParameterException(spec.commandLine(), "--gate consumers needs --consumers DIR.");
        } else if (gate == Gate.REPLAY && !replay.isGiven()) {
            throw new ParameterException(spec.commandLine(), "--gate replay needs --replay URL.");
        } else if (editions.isEmpty() || editions.size() == 1 && consumers == null) {
            throw new ParameterException(spec.commandLine(), "Name two documents, OLD and NEW.");
        } else if (editions.size() > 2 && replay.isGiven()) {
            throw new ParameterException(spec.commandLine(), "--replay is for two editions.");
        } else if (editions.size() > 2 && !changelog) {
            throw new ParameterException(spec.commandLine(), "More than two editions need --changelog.");
        } else if (editions.size() > 2 && (options.writesFiles() || !isRead())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "More than two editions are told as terminal or markdown, and printed; compare two for a report.");
        } else if (failOn == Severity.OFF) {
            throw new ParameterException(
                    spec.commandLine(), "--fail-on is breaking, undecided or compatible, not off.");
        } else if (editions.stream().filter("-"::equals).count() > 1) {
            throw new ParameterException(spec.commandLine(), "Standard input can be one document only.");
        }
        options.tryOut(spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        try {
            int status = COMPATIBLE;
            for (int i = 0; i == 0 || i < editions.size() - 1; i++) {
                String before = editions.get(i);
                Report report = compare(before, editions.size() == 1 ? before : editions.get(i + 1));
                out.print(i == 0 ? "" : "\n");
                write(report, out);
                status = Math.max(status, status(report));
            }
            return status;
        } catch (UnreadableDocument | IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return COULD_NOT_RUN;
        } catch (StackOverflowError e) {
            spec.commandLine().getErr().println("The schemas are nested too deeply to be compared.");
            return COULD_NOT_RUN;
        }
    }

    private static int status(Report report) {
        return report.passes() ? COMPATIBLE : BREAKING;
    }

    /** Whether people read what is printed. */
    private boolean isRead() {
        return options.format() == ReportFormat.TERMINAL || options.format() == ReportFormat.MARKDOWN;
    }

    private void write(Report report, PrintWriter out) throws IOException {
        if (changelog && isRead()) {
            options.write(report, new ChangeLog(report).text(options.format()), out);
        } else {
            options.write(report, out);
        }
    }

    /** The report with the lines of the files it names, for those forms that show them. */
    private Report quoting(Report report) {
        if (!options.quotes()) {
            return report;
        }
        Map<String, List<String>> lines = report.findings().stream()
                .flatMap(finding -> finding.locations().stream().map(Location::file))
                .distinct()
                .collect(Collectors.toMap(file -> file, inputs::lines));
        return report.quoting(lines);
    }

    private Telling telling() {
        return descriptions ? Telling.DESCRIPTIONS : changelog ? Telling.EVERYTHING : Telling.NOTICED;
    }

    private Report compare(String before, String after) {
        DocumentWaivers waivers = new DocumentWaivers();
        Report report = Folders.are(before, after)
                ? accepted(ofFolders(new Folders(Path.of(before), Path.of(after)), waivers), waivers)
                : ofDocuments(before, after, waivers);
        return quoting(report).failing(failOn.reached());
    }

    /** What is waived is not tried: nobody asks whether it is real, and it may change something. */
    private Report ofDocuments(String before, String after, DocumentWaivers waivers) {
        Contract known = inputs.read(before);
        Contract met = inputs.read(after);
        Report report = accepted(judged("", known, met, before + " → " + after, waivers), waivers);
        return replay.server(spec.commandLine(), known, met, gate, config)
                .map(server -> DeepStack.call(() -> server.told(report)))
                .orElse(report);
    }

    private Report accepted(Report report, DocumentWaivers waivers) {
        return options.waived(report, LocalDate.now(), waivers::in);
    }

    private Report ofFolders(Folders folders, DocumentWaivers waivers) {
        if (consumers != null) {
            throw new IllegalArgumentException("--consumers is for documents; name one of the folder.");
        } else if (replay.isGiven()) {
            throw new IllegalArgumentException("--replay is for documents; name one of the folder.");
        }
        try {
            return folders.compared((name, was, is) ->
                    judged(name + ": ", inputs.read(was), inputs.read(is), was + " → " + is, waivers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Report judged(String prefix, Contract known, Contract met, String title, DocumentWaivers waivers) {
        for (Contract edition : List.of(known, met)) {
            Reservations.tell(edition, spec.commandLine().getErr());
        }
        waivers.add(prefix, known, met);
        Report all = new Compatibility(profile(), LocalDate.now(), telling()).compare(known, met, title);
        Report report = Consumer.marked(known).map(each -> each.ownOf(all)).orElse(all);
        CompatSettings settings = config == null ? CompatSettings.usual() : CompatSettings.read(config);
        Report judged = settings.applied(new Policies(known, met).in(report, settings.policies()), known, met);
        return (consumers == null ? judged : hit(judged, known, met)).calling(Level.ALLOWED, gate.excuse());
    }

    private Report hit(Report judged, Contract known, Contract met) {
        Consumers clients = Consumers.in(Objects.requireNonNull(consumers), inputs::read);
        ConsumerImpact impact = new ConsumerImpact(clients.all(), gate, profile(), LocalDate.now());
        return clients.telling(impact.told(judged, known, met));
    }

    private SchemaReading.Profile profile() {
        return strict ? SchemaReading.Profile.LITERAL : SchemaReading.Profile.COMMON;
    }

    private int batch() {
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(answer(line));
                out.flush();
            }
            return COMPATIBLE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer(String line) {
        String[] names = line.split("\t");
        try {
            if (names.length != 2) {
                throw new IllegalArgumentException("not OLD<TAB>NEW: " + line);
            }
            Report report = compare(names[0], names[1]);
            return status(report) + "\t" + report.verdict();
        } catch (UnreadableDocument | IllegalArgumentException e) {
            return COULD_NOT_RUN + "\t" + String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return COULD_NOT_RUN + "\t" + Mishap.of(e); // a mistake of ours ends this pair, not those that follow
        }
    }
}
