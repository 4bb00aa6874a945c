package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Tells whether a value satisfies a schema, or that it cannot tell. */
final class Evaluator {

    private final Search search;
    private final Truth closed;

    Evaluator(Search search) {
        this(search, Truth.NO);
    }

    private Evaluator(Search search, Truth closed) {
        this.search = search;
        this.closed = closed;
    }

    /** One that does not know whether an object that has members beyond those of a closed one is no such object. */
    static Evaluator cautious(Search search) {
        return new Evaluator(search, search.reading().literal() ? Truth.NO : Truth.UNSURE);
    }

    /** Three-valued truth. */
    enum Truth {
        NO,
        UNSURE,
        YES;

        static Truth of(boolean truth) {
            return truth ? YES : NO;
        }

        Truth not() {
            return this == UNSURE ? UNSURE : of(this == NO);
        }

        Truth and(Truth other) {
            return compareTo(other) < 0 ? this : other;
        }

        Truth or(Supplier<Truth> other) {
            return this == YES ? YES : not().and(other.get().not()).not();
        }
    }

    Truth all(Collection<Literal> literals, JsonNode value) {
        Truth truth = Truth.YES;
        for (Literal literal : literals) {
            Truth one = holds(literal.shape(), value);
            truth = truth.and(literal.positive() ? one : one.not());
        }
        return truth;
    }

    Truth holds(Shape shape, JsonNode value) {
        Truth truth = Truth.YES;
        for (Part part : shape.parts()) {
            truth = truth.and(holds(part.assertion(), value));
            if (truth == Truth.NO) {
                return truth;
            }
        }
        return truth;
    }

    private Truth holds(Assertion assertion, JsonNode value) {
        search.step();
        JsonType type = JsonType.of(value);
        if (assertion.about() != null && assertion.about() != type) {
            return Truth.YES;
        }
        if (assertion instanceof Assertion.Types types) {
            boolean whole = type != JsonType.NUMBER
                    || !types.integers()
                    || NumberFacts.isMultiple(value.decimalValue(), BigDecimal.ONE);
            return Truth.of(types.types().contains(type) && whole);
        } else if (assertion instanceof Assertion.Values values) {
            return Truth.of(values.values().contains(Canonical.value(value)));
        } else if (assertion instanceof Assertion.Reference reference) {
            return holds(reference.target().shape(), value);
        } else if (assertion instanceof Assertion.Not not) {
            return holds(not.schema(), value).not();
        } else if (assertion instanceof Assertion.Any any) {
            return any.branches().stream()
                    .map(each -> holds(each, value).not())
                    .reduce(Truth.YES, Truth::and)
                    .not();
        } else if (assertion instanceof Assertion.ExactlyOne one) {
            return exactlyOne(one.branches(), value);
        } else if (assertion instanceof Assertion.Never || assertion instanceof Assertion.Slip) {
            return Truth.of(assertion instanceof Assertion.Slip);
        } else if (assertion instanceof Assertion.Undecidable) {
            return Truth.UNSURE;
        }
        return switch (type) {
            case NUMBER -> number(assertion, value.decimalValue());
            case STRING -> string(assertion, value.textValue());
            case ARRAY -> array(assertion, value);
            default -> object(assertion, value);
        };
    }

    private Truth exactlyOne(List<Shape> branches, JsonNode value) {
        List<Truth> truths = branches.stream().map(each -> holds(each, value)).toList();
        long yes = truths.stream().filter(each -> each == Truth.YES).count();
        boolean unsure = truths.contains(Truth.UNSURE);
        return yes > 1 ? Truth.NO : unsure ? Truth.UNSURE : Truth.of(yes == 1);
    }

    private static Truth number(Assertion assertion, BigDecimal value) {
        if (assertion instanceof Assertion.Format) {
            return Truth.UNSURE;
        }
        Assertion.Limit limit = (Assertion.Limit) assertion;
        int order = value.compareTo(limit.number());
        return Truth.of(
                switch (limit.keyword()) {
                    case MINIMUM -> order >= 0;
                    case EXCLUSIVE_MINIMUM -> order > 0;
                    case MAXIMUM -> order <= 0;
                    case EXCLUSIVE_MAXIMUM -> order < 0;
                    default -> NumberFacts.isMultiple(value, limit.number());
                });
    }

    private Truth string(Assertion assertion, String value) {
        if (assertion instanceof Assertion.Limit limit) {
            return within(limit, value.codePointCount(0, value.length()));
        } else if (assertion instanceof Assertion.Format format) {
            return search.formats().knows(format.name())
                    ? Truth.of(search.formats().accepts(format.name(), value))
                    : Truth.UNSURE;
        } else if (assertion instanceof Assertion.Pattern pattern) {
            return matches(pattern.regex(), value);
        } else if (assertion instanceof Assertion.InLanguage given) {
            return Truth.of(given.language().contains(value));
        }
        return Truth.UNSURE;
    }

    private Truth matches(String regex, String value) {
        try {
            boolean basic = value.chars().noneMatch(c -> Character.isSurrogate((char) c));
            return basic ? Truth.of(search.language(regex).contains(value)) : Truth.UNSURE;
        } catch (Regex.Unsupported | Language.TooComplex e) {
            return Truth.UNSURE;
        }
    }

    private static Truth within(Assertion.Limit limit, int count) {
        int order = BigDecimal.valueOf(count).compareTo(limit.number());
        boolean lower = limit.keyword().name().startsWith("MIN");
        return Truth.of(lower ? order >= 0 : order <= 0);
    }

    private Truth array(Assertion assertion, JsonNode value) {
        if (assertion instanceof Assertion.Limit limit) {
            return within(limit, value.size());
        } else if (assertion instanceof Assertion.Item item) {
            return item.index() < value.size() ? holds(item.schema(), value.get(item.index())) : Truth.YES;
        } else if (assertion instanceof Assertion.Items items) {
            return StreamSupport.stream(value.spliterator(), false)
                    .skip(items.from())
                    .map(each -> holds(items.schema(), each))
                    .reduce(Truth.YES, Truth::and);
        } else if (assertion instanceof Assertion.Contains contains) {
            return contains(contains, value);
        }
        Set<JsonNode> different = new HashSet<>();
        value.forEach(each -> different.add(Canonical.value(each)));
        return Truth.of(different.size() == value.size());
    }

    private Truth contains(Assertion.Contains contains, JsonNode value) {
        int yes = 0;
        int unsure = 0;
        for (JsonNode item : value) {
            Truth truth = holds(contains.schema(), item);
            yes += truth == Truth.YES ? 1 : 0;
            unsure += truth == Truth.UNSURE ? 1 : 0;
        }
        boolean surely = yes >= contains.least() && yes + unsure <= contains.most();
        boolean never = yes + unsure < contains.least() || yes > contains.most();
        return surely ? Truth.YES : never ? Truth.NO : Truth.UNSURE;
    }

    private Truth object(Assertion assertion, JsonNode value) {
        if (assertion instanceof Assertion.Limit limit) {
            return within(limit, value.size());
        } else if (assertion instanceof Assertion.Required required) {
            return Truth.of(value.has(required.name()));
        } else if (assertion instanceof Assertion.Property property) {
            return value.has(property.name()) ? holds(property.schema(), value.get(property.name())) : Truth.YES;
        }
        if (assertion instanceof Assertion.Variant || assertion instanceof Assertion.Discriminator) {
            return Truth.UNSURE;
        }
        Truth truth = Truth.YES;
        for (var member : value.properties()) {
            truth = truth.and(member(assertion, member.getKey(), member.getValue()));
        }
        return truth;
    }

    private Truth member(Assertion assertion, String name, JsonNode value) {
        if (assertion instanceof Assertion.Names names) {
            return holds(names.schema(), TextNode.valueOf(name));
        } else if (assertion instanceof Assertion.PatternProperty pattern) {
            return matches(pattern.regex(), name).not().or(() -> holds(pattern.schema(), value));
        }
        Assertion.Additional additional = (Assertion.Additional) assertion;
        Truth listed = Truth.of(additional.names().contains(name));
        for (String regex : additional.regexes()) {
            listed = listed.not().and(matches(regex, name).not()).not();
        }
        return listed.or(() -> isClosed(additional) ? closed : holds(additional.schema(), value));
    }

    private static boolean isClosed(Assertion.Additional additional) {
        return additional.schema().parts().stream().anyMatch(part -> part.assertion() instanceof Assertion.Never);
    }
}
