package io.platformapi.contract.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What a format costs beside Jackson, in time and in memory.
 *
 * <p>Each round measures every format and the reference close to each other; what is printed is the median of the
 * rounds' ratios, so that a machine with other work to do tells the same as an idle one.
 *
 * <p>Arguments: the number of rounds, and the formats to measure, separated by commas.
 */
public final class SpellingRatios {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** What is measured: a way to use a format, and the tree it is used on. */
    private record Use(String benchmark, String answer) {}

    /** Nanoseconds and bytes of one call, or their ratios to those of another. */
    private record Cost(double time, double allocated) {}

    private final Map<Use, Map<String, List<Cost>>> rounds = new LinkedHashMap<>();

    private SpellingRatios() {}

    public static void main(String[] arguments) throws RunnerException {
        SpellingRatios ratios = new SpellingRatios();
        for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
            ratios.add(measured(arguments[1].split(",")));
        }
        ratios.print();
    }

    private static Collection<RunResult> measured(String... formats) throws RunnerException {
        String[] spellings = new String[formats.length + 1];
        spellings[0] = SpellingBenchmark.REFERENCE;
        System.arraycopy(formats, 0, spellings, 1, formats.length);
        return new Runner(new OptionsBuilder()
                        .include(SpellingBenchmark.class.getName())
                        .param("spelling", spellings)
                        .addProfiler(GCProfiler.class)
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.milliseconds(500))
                        .build())
                .run();
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String benchmark = params.getBenchmark();
            Use use = new Use(benchmark.substring(benchmark.lastIndexOf('.') + 1), params.getParam("answer"));
            Cost cost = new Cost(
                    result.getPrimaryResult().getScore(),
                    result.getSecondaryResults().get(ALLOCATED).getScore());
            rounds.computeIfAbsent(use, any -> new LinkedHashMap<>())
                    .computeIfAbsent(params.getParam("spelling"), any -> new ArrayList<>())
                    .add(cost);
        }
    }

    private void print() {
        rounds.forEach((use, costs) -> {
            System.out.printf("%n%s, %s%n", use.benchmark(), use.answer());
            System.out.printf("%-10s %10s %8s %12s %8s%n", "", "ns", "ratio", "bytes", "ratio");
            List<Cost> reference = costs.get(SpellingBenchmark.REFERENCE);
            costs.forEach((spelling, own) -> System.out.printf(
                    "%-10s %10.0f %8.2f %12.0f %8.2f%n",
                    spelling,
                    median(own, Cost::time),
                    median(ratios(own, reference), Cost::time),
                    median(own, Cost::allocated),
                    median(ratios(own, reference), Cost::allocated)));
        });
    }

    private static List<Cost> ratios(List<Cost> own, List<Cost> reference) {
        List<Cost> ratios = new ArrayList<>();
        for (int round = 0; round < own.size(); round++) {
            Cost measured = own.get(round);
            Cost beside = reference.get(round);
            ratios.add(new Cost(measured.time() / beside.time(), measured.allocated() / beside.allocated()));
        }
        return ratios;
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
