package io.platformapi.compat.schema.search;

import io.platformapi.compat.schema.facts.Literal;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.ValueAssertion;
import java.util.ArrayList;
import java.util.List;

/** The ways in which a literal can hold, where there are several. */
final class Alternatives {

    private Alternatives() {}

    /** The ways to satisfy {@code anyOf}. */
    static List<List<Literal>> any(Literal literal, List<Conjunction> branches) {
        return branches.stream().map(each -> List.of(literal.on(each))).toList();
    }

    /** The ways to satisfy {@code oneOf}. */
    static List<List<Literal>> exactlyOne(Literal literal, List<Conjunction> branches) {
        List<List<Literal>> alternatives = new ArrayList<>();
        for (Conjunction chosen : branches) {
            List<Literal> alternative = new ArrayList<>(List.of(literal.on(chosen)));
            branches.stream()
                    .filter(other -> other != chosen)
                    .forEach(other -> alternative.add(literal.on(other).denied()));
            alternatives.add(alternative);
        }
        return alternatives;
    }

    /** The ways to violate {@code oneOf}: no branch, or one and another one behind it. */
    static List<List<Literal>> noneOrTwo(Literal literal, List<Conjunction> branches) {
        List<List<Literal>> alternatives = new ArrayList<>();
        alternatives.add(branches.stream().map(literal::on).toList());
        for (int i = 0; i + 1 < branches.size(); i++) {
            Conjunction another = Conjunction.of(new ValueAssertion.Any(branches.subList(i + 1, branches.size())));
            alternatives.add(List.of(
                    literal.on(branches.get(i)).denied(), literal.on(another).denied()));
        }
        return alternatives;
    }
}
