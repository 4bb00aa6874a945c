package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The schema of exactly one array or object, in terms of its items or members, so that it can be denied piece by piece.
 */
final class Structure {

    private Structure() {}

    static Shape of(JsonNode value) {
        if (value.isArray()) {
            return array(value);
        } else if (value.isObject()) {
            return object(value);
        }
        return Shape.of(new Assertion.Values(List.of(value)));
    }

    private static Shape array(JsonNode value) {
        List<Assertion> all = new ArrayList<>();
        all.add(new Assertion.Types(EnumSet.of(JsonType.ARRAY), false));
        all.add(new Assertion.Limit(Keyword.MIN_ITEMS, BigDecimal.valueOf(value.size())));
        all.add(new Assertion.Limit(Keyword.MAX_ITEMS, BigDecimal.valueOf(value.size())));
        for (int i = 0; i < value.size(); i++) {
            all.add(new Assertion.Item(i, of(value.get(i))));
        }
        return Shape.of(all.toArray(Assertion[]::new));
    }

    private static Shape object(JsonNode value) {
        List<Assertion> all = new ArrayList<>();
        all.add(new Assertion.Types(EnumSet.of(JsonType.OBJECT), false));
        Set<String> names = new HashSet<>();
        value.properties().forEach(member -> {
            names.add(member.getKey());
            all.add(new Assertion.Required(member.getKey()));
            all.add(new Assertion.Property(member.getKey(), of(member.getValue())));
        });
        all.add(new Assertion.Additional(names, List.of(), Shape.of(new Assertion.Never())));
        return Shape.of(all.toArray(Assertion[]::new));
    }
}
