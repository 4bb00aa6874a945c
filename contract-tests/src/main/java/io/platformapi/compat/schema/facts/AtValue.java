package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.compat.schema.language.Language;
import io.platformapi.compat.schema.language.Regex;
import io.platformapi.compat.schema.shape.ArrayAssertion;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.JsonType;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.NumberAssertion;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.StringAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
import io.platformapi.contract.schema.SameValues;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;

/** What assertions say of one value: that it satisfies them, that it does not, or nothing certain. */
final class AtValue
        implements Assertion.ByType<Truth>,
                ValueAssertion.Visitor<Truth>,
                NumberAssertion.Visitor<Truth>,
                StringAssertion.Visitor<Truth>,
                ArrayAssertion.Visitor<Truth>,
                ObjectAssertion.Visitor<Truth> {

    private final Evaluator evaluator;
    private final Searching search;
    private final Truth closed;
    private final JsonNode value;
    private final JsonType type;

    /**
     * Of this value.
     *
     * @param closed what is known of an object with members beyond those of a closed one: whether it is such an object
     */
    AtValue(Evaluator evaluator, Searching search, Truth closed, JsonNode value) {
        this.evaluator = evaluator;
        this.search = search;
        this.closed = closed;
        this.value = value;
        this.type = JsonType.of(value);
    }

    @Override
    public Truth value(ValueAssertion assertion) {
        return assertion.accept(this);
    }

    @Override
    public Truth number(NumberAssertion assertion) {
        return type == JsonType.NUMBER ? assertion.accept(this) : Truth.YES;
    }

    @Override
    public Truth string(StringAssertion assertion) {
        return type == JsonType.STRING ? assertion.accept(this) : Truth.YES;
    }

    @Override
    public Truth array(ArrayAssertion assertion) {
        return type == JsonType.ARRAY ? assertion.accept(this) : Truth.YES;
    }

    @Override
    public Truth object(ObjectAssertion assertion) {
        return type == JsonType.OBJECT ? assertion.accept(this) : Truth.YES;
    }

    @Override
    public Truth types(ValueAssertion.Types types) {
        boolean whole =
                type != JsonType.NUMBER || !types.integers() || Limit.isMultiple(value.decimalValue(), BigDecimal.ONE);
        return Truth.of(types.types().contains(type) && whole);
    }

    @Override
    public Truth values(ValueAssertion.Values values) {
        return Truth.of(values.values().contains(SameValues.form(value)));
    }

    @Override
    public Truth any(ValueAssertion.Any any) {
        return any.branches().stream()
                .map(each -> evaluator.holds(each, value).not())
                .reduce(Truth.YES, Truth::and)
                .not();
    }

    @Override
    public Truth exactlyOne(ValueAssertion.ExactlyOne one) {
        List<Truth> truths = one.branches().stream()
                .map(each -> evaluator.holds(each, value))
                .toList();
        return counted(truths, 1, 1);
    }

    @Override
    public Truth not(ValueAssertion.Not not) {
        return evaluator.holds(not.schema(), value).not();
    }

    @Override
    public Truth reference(ValueAssertion.Reference reference) {
        return evaluator.holds(reference.target().shape(), value);
    }

    @Override
    public Truth slip(ValueAssertion.Slip slip) {
        return Truth.YES;
    }

    @Override
    public Truth never(ValueAssertion.Never never) {
        return Truth.NO;
    }

    @Override
    public Truth undecidable(ValueAssertion.Undecidable undecidable) {
        return Truth.UNSURE;
    }

    @Override
    public Truth bound(NumberAssertion.Bound bound) {
        return Truth.of(bound.limit().allows(value.decimalValue()));
    }

    @Override
    public Truth format(NumberAssertion.Format format) {
        return Truth.UNSURE;
    }

    @Override
    public Truth length(StringAssertion.Length length) {
        String text = value.textValue();
        return within(length.limit(), text.codePointCount(0, text.length()));
    }

    private static Truth within(Limit limit, int count) {
        return Truth.of(limit.allows(BigDecimal.valueOf(count)));
    }

    @Override
    public Truth pattern(StringAssertion.Pattern pattern) {
        return matches(pattern.regex(), value.textValue());
    }

    private Truth matches(String regex, String value) {
        try {
            boolean basic = value.chars().noneMatch(c -> Character.isSurrogate((char) c));
            return basic ? Truth.of(search.language(regex).contains(value)) : Truth.UNSURE;
        } catch (Regex.Unsupported | Language.TooComplex e) {
            return Truth.UNSURE;
        }
    }

    @Override
    public Truth inLanguage(StringAssertion.InLanguage given) {
        return Truth.of(given.language().contains(value.textValue()));
    }

    @Override
    public Truth format(StringAssertion.Format format) {
        return Truth.of(
                !search.formats().knows(format.name()) || search.formats().accepts(format.name(), value.textValue()));
    }

    @Override
    public Truth content(StringAssertion.Content content) {
        return Truth.UNSURE;
    }

    @Override
    public Truth size(ArrayAssertion.Size size) {
        return within(size.limit(), value.size());
    }

    @Override
    public Truth item(ArrayAssertion.Item item) {
        return item.index() < value.size() ? evaluator.holds(item.schema(), value.get(item.index())) : Truth.YES;
    }

    @Override
    public Truth items(ArrayAssertion.Items items) {
        return StreamSupport.stream(value.spliterator(), false)
                .skip(items.from())
                .map(each -> evaluator.holds(items.schema(), each))
                .reduce(Truth.YES, Truth::and);
    }

    @Override
    public Truth contains(ArrayAssertion.Contains contains) {
        List<Truth> truths = StreamSupport.stream(value.spliterator(), false)
                .map(each -> evaluator.holds(contains.schema(), each))
                .toList();
        return counted(truths, contains.least(), contains.most());
    }

    /** Whether as many as these are true. */
    private static Truth counted(List<Truth> truths, int least, int most) {
        long yes = truths.stream().filter(each -> each == Truth.YES).count();
        long possible = truths.stream().filter(each -> each != Truth.NO).count();
        boolean surely = yes >= least && possible <= most;
        boolean never = possible < least || yes > most;
        return surely ? Truth.YES : never ? Truth.NO : Truth.UNSURE;
    }

    @Override
    public Truth unique(ArrayAssertion.Unique unique) {
        Set<JsonNode> different = new HashSet<>();
        value.forEach(each -> different.add(SameValues.form(each)));
        return Truth.of(different.size() == value.size());
    }

    @Override
    public Truth size(ObjectAssertion.Size size) {
        return within(size.limit(), value.size());
    }

    @Override
    public Truth required(ObjectAssertion.Required required) {
        return Truth.of(value.has(required.name()));
    }

    @Override
    public Truth property(ObjectAssertion.Property property) {
        return value.has(property.name()) ? evaluator.holds(property.schema(), value.get(property.name())) : Truth.YES;
    }

    @Override
    public Truth names(ObjectAssertion.Names names) {
        return members((name, member) -> evaluator.holds(names.schema(), TextNode.valueOf(name)));
    }

    @Override
    public Truth patternProperty(ObjectAssertion.PatternProperty pattern) {
        return members((name, member) ->
                matches(pattern.regex(), name).not().or(() -> evaluator.holds(pattern.schema(), member)));
    }

    @Override
    public Truth additional(ObjectAssertion.Additional additional) {
        return members((name, member) -> listed(additional, name)
                .or(() -> additional.isClosed() ? closed : evaluator.holds(additional.schema(), member)));
    }

    private Truth listed(ObjectAssertion.Additional additional, String name) {
        Truth listed = Truth.of(additional.names().contains(name));
        for (String regex : additional.regexes()) {
            listed = listed.not().and(matches(regex, name).not()).not();
        }
        return listed;
    }

    private Truth members(BiFunction<String, JsonNode, Truth> each) {
        return value.properties().stream()
                .map(member -> each.apply(member.getKey(), member.getValue()))
                .reduce(Truth.YES, Truth::and);
    }

    @Override
    public Truth variant(ObjectAssertion.Variant variant) {
        return Truth.UNSURE;
    }

    @Override
    public Truth discriminator(ObjectAssertion.Discriminator discriminator) {
        return Truth.UNSURE;
    }
}
