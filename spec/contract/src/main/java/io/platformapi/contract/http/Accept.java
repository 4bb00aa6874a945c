package io.platformapi.contract.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * What a client accepts (RFC 9110, section 12.5.1).
 *
 * @param ranges the accepted ranges as sent, in order; none means that anything will do
 */
public record Accept(List<Range> ranges) {

    private static final Accept ANYTHING = new Accept(List.of());

    /** Java would read {@code NaN} and {@code 1f}, too. */
    private static final Pattern WEIGHT = Pattern.compile("\\d{1,9}(\\.\\d{0,9})?");

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

    /** Reads the {@code Accept} fields of a request; what is no media range is left out, what is no weight is 1. */
    public static Accept of(Headers headers) {
        if (!headers.has("Accept")) {
            return ANYTHING;
        }
        List<Range> ranges = new ArrayList<>();
        for (String text : headers.text("Accept").split(",")) {
            MediaType.parse(text).ifPresent(type -> ranges.add(new Range(type, quality(type))));
        }
        return new Accept(ranges);
    }

    private static double quality(MediaType type) {
        String weight = type.parameters().getOrDefault("q", "1");
        return WEIGHT.matcher(weight).matches() ? Math.min(1, Double.parseDouble(weight)) : 1;
    }

    /**
     * The type a client likes best of those on offer: by weight, then by how exactly it is named, then by the order in
     * which the client names it, then by the order of the offers. Parameters such as {@code version=1} must agree,
     * unless no offer has them as asked for.
     */
    public Optional<MediaType> best(List<MediaType> offers) {
        return best(offers, Rank.AS_NAMED);
    }

    /** The same where the order in which a client names its types means nothing: the first offer it likes best. */
    public Optional<MediaType> bestOffer(List<MediaType> offers) {
        return best(offers, Rank.AS_OFFERED);
    }

    private Optional<MediaType> best(List<MediaType> offers, Comparator<Rank> order) {
        if (ranges.isEmpty()) {
            return offers.stream().findFirst();
        }
        return best(offers, order, Range::agrees).or(() -> best(offers, order, (range, offer) -> true));
    }

    private Optional<MediaType> best(
            List<MediaType> offers, Comparator<Rank> order, BiPredicate<Range, MediaType> parameters) {
        Optional<MediaType> best = Optional.empty();
        Rank bestRank = Rank.REFUSED;
        for (MediaType offer : offers) {
            Rank rank = rank(offer, parameters);
            if (rank.quality() > 0 && order.compare(rank, bestRank) > 0) {
                best = Optional.of(offer);
                bestRank = rank;
            }
        }
        return best;
    }

    /** How much an offer is liked: by the most exact of the ranges that include it, which stands at a place. */
    private record Rank(double quality, int precision, int place) {

        static final Rank REFUSED = new Rank(0, -1, 0);
        static final Comparator<Rank> AS_OFFERED =
                Comparator.comparingDouble(Rank::quality).thenComparingInt(Rank::precision);
        static final Comparator<Rank> AS_NAMED = AS_OFFERED.thenComparing(Rank::place, Comparator.reverseOrder());
    }

    private Rank rank(MediaType offer, BiPredicate<Range, MediaType> parameters) {
        Rank rank = Rank.REFUSED;
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            int precision = range.type().precision();
            if (precision > rank.precision() && range.type().includes(offer) && parameters.test(range, offer)) {
                rank = new Rank(range.quality(), precision, i);
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
