package io.platformapi.verify;

import io.platformapi.contract.source.Suggestion;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.checks.Target;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options that say how much is sent, and how much is waited for, as a picocli mixin. */
final class AmountOptions {

    private static final int MOST_RANDOM = 100_000;
    private static final int MOST_DERIVED = 1_000_000;
    private static final int DAY = 86_400;
    private static final int GIGABYTE = 1024;

    @Option(
            names = "--random",
            paramLabel = "N",
            defaultValue = "10",
            description = "Made-up requests for each operation (${DEFAULT-VALUE}).")
    private int random;

    @Option(
            names = "--derived",
            paramLabel = "N",
            defaultValue = "400",
            description = "At most so many broken examples for each operation (${DEFAULT-VALUE}).")
    private int derived;

    @Option(
            names = "--phases",
            split = ",",
            paramLabel = "PHASE",
            converter = PhaseName.class,
            defaultValue = "examples,coverage,random,stateful",
            description = "What is asked, in this order (${DEFAULT-VALUE}): what the document shows; each of its rules"
                    + " kept and broken; made-up values; what one answer has to do with another.")
    private List<RunPhase> phases = RunPhase.ALL;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where made-up values come from (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--answer-time",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long an answer may take to its last byte (${DEFAULT-VALUE}).")
    private double answerTime;

    @Option(
            names = "--answer-size",
            paramLabel = "MB",
            defaultValue = "16",
            description = "How large the body of an answer may be (${DEFAULT-VALUE}).")
    private int answerSize;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most so many requests a second, evenly; default as many as there can be.")
    private @Nullable Double rate;

    @Option(
            names = "--max-time",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How long the run may take, waits for a server that limits its clients included"
                    + " (${DEFAULT-VALUE}). What was not sent by then counts as untested.")
    private double maxTime;

    /** A phase by its name, as people write it. */
    static final class PhaseName implements ITypeConverter<RunPhase> {

        @Override
        public RunPhase convert(String name) {
            return RunPhase.ALL.stream()
                    .filter(phase -> phase.toString().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> unknown(
                            name, RunPhase.ALL.stream().map(RunPhase::toString).toList()));
        }
    }

    private static TypeConversionException unknown(String name, List<String> phases) {
        return new TypeConversionException(
                "'" + name + "' is none of " + String.join(", ", phases) + Suggestion.of(name, phases));
    }

    /** How much is sent. */
    Budget budget(CommandLine command) {
        refuseOutside(command, "--random", random, 0, MOST_RANDOM);
        refuseOutside(command, "--derived", derived, 0, MOST_DERIVED);
        return new Budget(random, derived, seed, phases.stream().distinct().toList());
    }

    /** A server, asked no faster than is wanted. */
    Target paced(CommandLine command, Target server) {
        if (rate == null) {
            return server;
        }
        refuseOutside(command, "--rate", rate, 0.001, MOST_RANDOM);
        return new PacedTarget(server, rate);
    }

    /** How much is waited for. */
    RunLimits limits(CommandLine command, Sending sending) {
        refuseOutside(command, "--answer-time", answerTime, 0.001, DAY);
        refuseOutside(command, "--answer-size", answerSize, 1, GIGABYTE);
        refuseOutside(command, "--max-time", maxTime, 0.001, DAY);
        return new RunLimits(time(answerTime), answerSize * 1024L * 1024, time(maxTime), sending);
    }

    long seed() {
        return seed;
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static void refuseOutside(CommandLine command, String option, double given, double least, int most) {
        if (!(given >= least && given <= most)) {
            throw new ParameterException(
                    command,
                    option + " " + shown(given) + ": it takes a number from " + shown(least) + " to " + most + ".");
        }
    }

    private static String shown(double number) {
        return !Double.isFinite(number)
                ? String.valueOf(number)
                : java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
