package io.platformapi.contract.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a client accepts (RFC 9110, section 12.5.1).
 *
 * @param ranges the accepted ranges as sent, in order; none means that anything will do
 */
public record Accept(List<Range> ranges) {

    /**
     * A range and its weight.
     *
     * @param type the media range
     * @param quality from 0 (refused) to 1
     */
    public record Range(MediaType type, double quality) {

        /** Whether the other type has the parameters that are asked for. */
        boolean agrees(MediaType other) {
            return type.parameters().entrySet().stream()
                    .filter(parameter -> !parameter.getKey().equals("q"))
                    .allMatch(parameter -> parameter
                            .getValue()
                            .equalsIgnoreCase(other.parameters().get(parameter.getKey())));
        }
    }

    public Accept {
        ranges = List.copyOf(ranges);
    }

    /** Reads the {@code Accept} fields of a request; what is no media range is left out. */
    public static Accept of(Headers headers) {
        List<Range> ranges = new ArrayList<>();
        for (String text : headers.text("Accept").split(",")) {
            MediaType.parse(text).ifPresent(type -> ranges.add(new Range(type, quality(type))));
        }
        return new Accept(ranges);
    }

    private static double quality(MediaType type) {
        try {
            double quality = Double.parseDouble(type.parameters().getOrDefault("q", "1"));
            return Math.max(0, Math.min(1, quality));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /**
     * The type a client likes best of those on offer: by weight, then by how exactly it is named, then by the order in
     * which the client names it, then by the order of the offers. Parameters such as {@code version=1} must agree,
     * unless no offer has them as asked for.
     */
    public Optional<MediaType> best(List<MediaType> offers) {
        if (ranges.isEmpty()) {
            return offers.stream().findFirst();
        }
        return best(offers, Range::agrees).or(() -> best(offers, (range, offer) -> true));
    }

    private Optional<MediaType> best(List<MediaType> offers, BiPredicate<Range, MediaType> parameters) {
        Optional<MediaType> best = Optional.empty();
        double[] bestRank = {};
        for (MediaType offer : offers) {
            double[] rank = rank(offer, parameters);
            if (rank[0] > 0 && Arrays.compare(rank, bestRank) > 0) {
                best = Optional.of(offer);
                bestRank = rank;
            }
        }
        return best;
    }

    private double[] rank(MediaType offer, BiPredicate<Range, MediaType> parameters) {
        double[] rank = {0, -1, 0};
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            int precision = range.type().precision();
            if (precision > rank[1] && range.type().includes(offer) && parameters.test(range, offer)) {
                rank = new double[] {range.quality(), precision, -i};
            }
        }
        return rank;
    }

    /** Whether nothing in particular is asked for. */
    public boolean anything() {
        return ranges.isEmpty()
                || ranges.stream().allMatch(range -> range.type().precision() == 0 && range.quality() > 0);
    }
}
