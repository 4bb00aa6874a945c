package io.platformapi.compat.change;

import io.platformapi.contract.source.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A look at what two schemas say of how small or how large a number may be. Two keywords say it, otherwise in each
 * version of OpenAPI; what counts is the stricter of them.
 */
final class BoundLook {

    private final String plain;
    private final String exclusive;
    private final Node was;
    private final Node is;
    private final boolean differ;

    private BoundLook(FlatSchema old, FlatSchema fresh, String plain, String exclusive) {
        this.plain = plain;
        this.exclusive = exclusive;
        Optional<Bound> before = bound(old);
        Optional<Bound> after = bound(fresh);
        String keyword = after.or(() -> before).map(Bound::keyword).orElse(plain);
        this.was = before.map(Bound::node).orElse(old.home().member(keyword));
        this.is = after.map(Bound::node).orElse(fresh.home().member(keyword));
        this.differ = !before.equals(after);
    }

    /** The looks at both ends, of which some find that what is said there is not the same. */
    static Stream<BoundLook> at(FlatSchema old, FlatSchema fresh) {
        return Stream.of(
                        new BoundLook(old, fresh, "minimum", "exclusiveMinimum"),
                        new BoundLook(old, fresh, "maximum", "exclusiveMaximum"))
                .filter(each -> each.differ);
    }

    Node was() {
        return was;
    }

    Node is() {
        return is;
    }

    /** The keyword that says it now, or said it before. */
    String keyword() {
        return is.exists() || !was.exists() ? is.name() : was.name();
    }

    /**
     * A bound.
     *
     * @param isOut whether the limit itself is out
     */
    private record Bound(BigDecimal limit, boolean isOut, Node node) {

        String keyword() {
            return node.name();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bound bound && limit.compareTo(bound.limit) == 0 && isOut == bound.isOut;
        }

        @Override
        public int hashCode() {
            return limit.stripTrailingZeros().hashCode();
        }
    }

    private Optional<Bound> bound(FlatSchema schema) {
        Node most = schema.keyword(plain);
        Node below = schema.keyword(exclusive);
        Optional<Bound> one = Optional.of(most)
                .filter(each -> each.json().isNumber())
                .map(each -> below.json().isBoolean() && below.json().asBoolean()
                        ? new Bound(number(each), true, below)
                        : new Bound(number(each), false, each));
        Optional<Bound> other = Optional.of(below)
                .filter(each -> each.json().isNumber())
                .map(each -> new Bound(number(each), true, each));
        return one.isPresent() && other.isPresent()
                ? Optional.of(stricter(one.get(), other.get()))
                : one.or(() -> other);
    }

    private Bound stricter(Bound one, Bound other) {
        int order = one.limit().compareTo(other.limit()) * (plain.equals("minimum") ? -1 : 1);
        return order < 0 ? one : other;
    }

    private static BigDecimal number(Node node) {
        return node.json().decimalValue();
    }

    /** The keywords that are looked at here. */
    static List<String> keywords() {
        return List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum");
    }
}
