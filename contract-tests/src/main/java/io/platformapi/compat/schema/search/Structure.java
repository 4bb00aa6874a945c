package io.platformapi.compat.schema.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.shape.ArrayAssertion;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.JsonType;
import io.platformapi.compat.schema.shape.Keyword;
import io.platformapi.compat.schema.shape.Limit;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.ValueAssertion;
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

    static Conjunction of(JsonNode value) {
        if (value.isArray()) {
            return array(value);
        } else if (value.isObject()) {
            return object(value);
        }
        return Conjunction.of(new ValueAssertion.Values(List.of(value)));
    }

    private static Conjunction array(JsonNode value) {
        List<Assertion> all = new ArrayList<>();
        all.add(new ValueAssertion.Types(EnumSet.of(JsonType.ARRAY), false));
        all.add(Limit.of(Keyword.MIN_ITEMS, BigDecimal.valueOf(value.size())));
        all.add(Limit.of(Keyword.MAX_ITEMS, BigDecimal.valueOf(value.size())));
        for (int i = 0; i < value.size(); i++) {
            all.add(new ArrayAssertion.Item(i, of(value.get(i))));
        }
        return Conjunction.of(all.toArray(Assertion[]::new));
    }

    private static Conjunction object(JsonNode value) {
        List<Assertion> all = new ArrayList<>();
        all.add(new ValueAssertion.Types(EnumSet.of(JsonType.OBJECT), false));
        Set<String> names = new HashSet<>();
        value.properties().forEach(member -> {
            names.add(member.getKey());
            all.add(new ObjectAssertion.Required(member.getKey()));
            all.add(new ObjectAssertion.Property(member.getKey(), of(member.getValue())));
        });
        all.add(new ObjectAssertion.Additional(names, List.of(), Conjunction.of(new ValueAssertion.Never())));
        return Conjunction.of(all.toArray(Assertion[]::new));
    }
}
