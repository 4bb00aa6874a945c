package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.schema.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A parameter, the member of items that it speaks of, and how. */
record Filter(Parameter parameter, String member, Sense sense) {

    enum Sense {
        EQUAL,
        AT_LEAST,
        AT_MOST
    }

    static Optional<Filter> of(Parameter parameter, List<JsonNode> items) {
        String name = plain(parameter.name());
        Sense sense = name.matches("min.+|.+min|.+gte|.+from")
                ? Sense.AT_LEAST
                : name.matches("max.+|.+max|.+lte|.+to") ? Sense.AT_MOST : Sense.EQUAL;
        String subject = sense == Sense.EQUAL ? name : name.replaceAll("^(min|max)|(min|max|gte|lte|from|to)$", "");
        return items.stream()
                .flatMap(item -> item.properties().stream())
                .map(Map.Entry::getKey)
                .filter(member -> plain(member).equals(subject) || plain(member).equals(subject + "s"))
                .findFirst()
                .map(member -> new Filter(parameter, member, sense));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    List<String> values(JsonNode item) {
        JsonNode value = item.path(member);
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .filter(JsonNode::isValueNode)
                        .map(JsonNode::asText)
                        .toList()
                : value.isValueNode() && !value.isNull() ? List.of(value.asText()) : List.of();
    }

    String words() {
        return switch (sense) {
            case EQUAL -> member;
            case AT_LEAST -> member + " of at least";
            case AT_MOST -> member + " of at most";
        };
    }

    /** Whether an item may be among those of a value: a text may stand for a part of it, and nothing for anything. */
    boolean lets(JsonNode item, String value) {
        List<String> own = values(item);
        return sense == Sense.EQUAL
                ? own.isEmpty()
                        || own.stream()
                                .anyMatch(one -> parameter.schema().is(Type.STRING)
                                        ? folded(one).contains(folded(value))
                                        : isSame(one, value))
                : own.isEmpty() || !isNumber(own.get(0)) || !isNumber(value) || isWithin(own.get(0), value);
    }

    private boolean isWithin(String own, String value) {
        int order = new BigDecimal(own).compareTo(new BigDecimal(value));
        return sense == Sense.AT_LEAST ? order >= 0 : order <= 0;
    }

    /** Whether an item has to be among those of a value. */
    boolean means(JsonNode item, String value) {
        return sense == Sense.EQUAL
                ? values(item).contains(value)
                : values(item).stream().anyMatch(own -> isNumber(own) && isNumber(value) && isWithin(own, value));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isSame(String one, String value) {
        return isNumber(one) && isNumber(value)
                ? new BigDecimal(one).compareTo(new BigDecimal(value)) == 0
                : folded(one).equals(folded(value));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?");
    }
}
