package io.platformapi.servicestack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What a format costs beside Jackson, in time and in memory.
 *
 * <p>The rounds measure every format and the reference in turn, each in a process of its own. What is printed are
 * ratios of the medians of all measurements.
 *
 * <p>Arguments: the number of rounds, and the formats to measure, separated by commas.
 */
public final class SpellingRatios {

    private static final String PROCESSOR = "processor";
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String ROW = "%-8s %9.2f %9.2f %9.2f %9.2f %12.2f%n";

    /** What is measured: a tree, a way to use it, and its spelling. */
    private record Use(String answer, String benchmark, String spelling) {}

    private final Map<Use, List<Double>> nanoseconds = new LinkedHashMap<>();
    private final Map<Use, List<Double>> bytes = new LinkedHashMap<>();

    private SpellingRatios() {}

    public static void main(String[] arguments) throws RunnerException {
        SpellingRatios ratios = new SpellingRatios();
        String[] spellings = (SpellingBenchmark.REFERENCE + "," + arguments[1]).split(",");
        for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
            new Runner(new OptionsBuilder()
                            .include(SpellingBenchmark.class.getName())
                            .param("spelling", spellings)
                            .addProfiler(GCProfiler.class)
                            .jvmArgs("-XX:+UseSerialGC", "-Xms1g")
                            .forks(1)
                            .warmupIterations(8)
                            .warmupTime(TimeValue.milliseconds(300))
                            .measurementIterations(10)
                            .measurementTime(TimeValue.milliseconds(100))
                            .build())
                    .run()
                    .forEach(ratios::add);
        }
        ratios.print(spellings);
    }

    private void add(RunResult result) {
        BenchmarkParams params = result.getParams();
        String benchmark = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        Use use = new Use(params.getParam("answer"), benchmark, params.getParam("spelling"));
        for (BenchmarkResult process : result.getBenchmarkResults()) {
            for (IterationResult iteration : process.getIterationResults()) {
                add(
                        nanoseconds,
                        use,
                        iteration.getSecondaryResults().get(PROCESSOR).getScore());
            }
        }
        add(bytes, use, result.getSecondaryResults().get(ALLOCATED).getScore());
    }

    private static void add(Map<Use, List<Double>> figures, Use use, double figure) {
        figures.computeIfAbsent(use, any -> new ArrayList<>()).add(figure);
    }

    private void print(String... spellings) {
        nanoseconds.keySet().stream().map(Use::answer).distinct().forEach(answer -> {
            System.out.printf("%n%s: time beside Jackson's, and bytes allocated%n", answer);
            System.out.printf(
                    "%-8s %9s %9s %9s %9s %12s%n", "", "write", "answer", "request", "in all", "bytes in all");
            for (String spelling : spellings) {
                System.out.printf(
                        ROW,
                        spelling,
                        ratio(nanoseconds, answer, spelling, "write"),
                        ratio(nanoseconds, answer, spelling, "readAnswer"),
                        ratio(nanoseconds, answer, spelling, "readRequest"),
                        ratio(nanoseconds, answer, spelling, "write", "readAnswer"),
                        ratio(bytes, answer, spelling, "write", "readAnswer"));
            }
        });
    }

    private static double ratio(Map<Use, List<Double>> figures, String answer, String spelling, String... benchmarks) {
        double own = 0;
        double reference = 0;
        for (String benchmark : benchmarks) {
            own += median(figures.get(new Use(answer, benchmark, spelling)));
            reference += median(figures.get(new Use(answer, benchmark, SpellingBenchmark.REFERENCE)));
        }
        return own / reference;
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
