package io.platformapi.contract.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    public record Range(MediaType type, double quality) {}

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

    /** The weight of a type by its most exact range; 0 where it is not accepted. */
    public double quality(MediaType type, MediaType... aliases) {
        if (ranges.isEmpty()) {
            return 1;
        }
        return matching(type, aliases).map(Range::quality).orElse(0.0);
    }

    private Optional<Range> matching(MediaType type, MediaType... aliases) {
        return ranges.stream()
                .filter(range -> range.type().includes(type) || any(range, aliases))
                .max(Comparator.comparingInt(range -> range.type().precision()));
    }

    private int precision(MediaType type) {
        return matching(type).map(range -> range.type().precision()).orElse(0);
    }

    private static boolean any(Range range, MediaType... aliases) {
        for (MediaType alias : aliases) {
            if (range.type().includes(alias)) {
                return true;
            }
        }
        return false;
    }

    /** The type a client likes best of those on offer: of those it likes equally one it names, then the first. */
    public Optional<MediaType> best(List<MediaType> offers) {
        return offers.stream()
                .filter(offer -> quality(offer) > 0)
                .max(Comparator.comparingDouble((MediaType offer) -> quality(offer))
                        .thenComparingInt(this::precision)
                        .thenComparingInt(offer -> -offers.indexOf(offer)));
    }

    /** Whether nothing in particular is asked for. */
    public boolean anything() {
        return ranges.isEmpty()
                || ranges.stream().allMatch(range -> range.type().precision() == 0 && range.quality() > 0);
    }
}
