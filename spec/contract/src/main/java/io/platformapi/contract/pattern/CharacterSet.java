package io.platformapi.contract.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Some characters: those of the ranges and of the properties together, or all others.
 *
 * @param ranges in order, apart from each other
 * @param negative whether it is all others; only where there are properties
 */
public record CharacterSet(List<Range> ranges, List<Property> properties, boolean negative) {

    private static final CharacterSet NONE = new CharacterSet(List.of(), List.of(), false);

    /** Characters from one to another, both included. */
    public record Range(int min, int max) {

        boolean contains(int character) {
            return min <= character && character <= max;
        }
    }

    static CharacterSet of(int character) {
        return range(character, character);
    }

    static CharacterSet range(int min, int max) {
        return new CharacterSet(List.of(new Range(min, max)), List.of(), false);
    }

    /** Ranges, each as its first and last character. */
    static CharacterSet ranges(String pairs) {
        CharacterSet set = NONE;
        for (int i = 0; i < pairs.length(); i += 2) {
            set = set.or(range(pairs.charAt(i), pairs.charAt(i + 1)));
        }
        return set;
    }

    static CharacterSet none() {
        return NONE;
    }

    static CharacterSet of(Property property) {
        return new CharacterSet(List.of(), List.of(property), false);
    }

    /** What is in either; neither may be negative. */
    CharacterSet or(CharacterSet other) {
        return new CharacterSet(
                merged(Stream.concat(ranges.stream(), other.ranges.stream())),
                Stream.concat(properties.stream(), other.properties.stream()).toList(),
                false);
    }

    CharacterSet complement(Alphabet alphabet) {
        return properties.isEmpty()
                ? new CharacterSet(gaps(ranges, alphabet.last()), properties, false)
                : new CharacterSet(ranges, properties, !negative);
    }

    /** Whether there is none, and nothing matches. */
    public boolean isEmpty() {
        return ranges.isEmpty() && properties.isEmpty() && !negative;
    }

    /** The only character; -1 if there are others or none. */
    int only() {
        boolean one = properties.isEmpty() && ranges.size() == 1;
        return one && ranges.get(0).min() == ranges.get(0).max() ? ranges.get(0).min() : -1;
    }

    /** Whether a character is among them. */
    public boolean contains(int character) {
        return test().test(character);
    }

    private IntPredicate test() {
        List<IntPredicate> tests = properties.stream().map(Property::test).toList();
        return character -> negative
                != (ranges.stream().anyMatch(range -> range.contains(character))
                        || tests.stream().anyMatch(test -> test.test(character)));
    }

    /** Those up to a character, as ranges. */
    public List<Range> upTo(int last) {
        if (properties.isEmpty()) {
            return ranges.stream()
                    .filter(range -> range.min() <= last)
                    .map(range -> new Range(range.min(), Math.min(range.max(), last)))
                    .toList();
        }
        List<Range> found = new ArrayList<>();
        IntPredicate test = test();
        int start = -1;
        for (int each = 0; each <= last + 1; each++) {
            boolean in = each <= last && test.test(each);
            if (in && start < 0) {
                start = each;
            } else if (!in && start >= 0) {
                found.add(new Range(start, each - 1));
                start = -1;
            }
        }
        return List.copyOf(found);
    }

    private static List<Range> merged(Stream<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        ranges.sorted(Comparator.comparing(Range::min)).forEach(range -> {
            int before = merged.size() - 1;
            if (before >= 0 && merged.get(before).max() >= range.min() - 1) {
                Range wide = merged.get(before);
                merged.set(before, new Range(wide.min(), Math.max(wide.max(), range.max())));
            } else {
                merged.add(range);
            }
        });
        return List.copyOf(merged);
    }

    /** What ranges leave out up to a character. */
    static List<Range> gaps(List<Range> ranges, int last) {
        List<Range> gaps = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            if (range.min() > next) {
                gaps.add(new Range(next, range.min() - 1));
            }
            next = range.max() + 1;
        }
        if (next <= last) {
            gaps.add(new Range(next, last));
        }
        return List.copyOf(gaps);
    }
}
