package io.platformapi.compat.schema.facts;

import io.platformapi.compat.schema.shape.Identities;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.ReferencedSchema;
import java.util.Optional;

/**
 * What an object is meant as: which of several components, and told by which discriminator. Validators know neither.
 */
final class Meaning {

    private final Identities identities;
    private final Claims<ReferencedSchema> variants;
    private final Claims<ObjectAssertion.Discriminator> discriminators;

    Meaning(Identities identities) {
        this(identities, new Claims<>(), new Claims<>());
    }

    private Meaning(
            Identities identities,
            Claims<ReferencedSchema> variants,
            Claims<ObjectAssertion.Discriminator> discriminators) {
        this.identities = identities;
        this.variants = variants;
        this.discriminators = discriminators;
    }

    Meaning copy() {
        return new Meaning(identities, variants.copy(), discriminators.copy());
    }

    /** Takes in what the value is meant as, or not meant as; what contradicts is told from all together. */
    boolean take(Literal literal, ObjectAssertion.Variant variant) {
        variants.take(literal, variant.target());
        return true;
    }

    /** Takes in how the meaning is told, or not told. */
    boolean take(Literal literal, ObjectAssertion.Discriminator discriminator) {
        discriminators.take(literal, discriminator);
        return true;
    }

    /** Whether what was denied is asserted, or was never at stake. */
    boolean isContradictory() {
        return variants.denied().stream().anyMatch(each -> !isAnother(each))
                || discriminators.denied().stream().anyMatch(each -> !isToldOtherwise(each));
    }

    private boolean isAnother(ReferencedSchema variant) {
        return !variants.affirmed().isEmpty() && variants.affirmed().stream().noneMatch(each -> isSame(each, variant));
    }

    private boolean isSame(ReferencedSchema one, ReferencedSchema other) {
        return one.isLike(other) || identities.of(one.shape()) == identities.of(other.shape());
    }

    /** Whether a value that the sender writes tells the reader another variant than the sender means, or none. */
    private boolean isToldOtherwise(ObjectAssertion.Discriminator read) {
        return discriminators.affirmed().stream()
                .anyMatch(each -> !each.name().equals(read.name())
                        || each.variants().entrySet().stream()
                                .anyMatch(entry -> isToldOtherwise(entry.getKey(), entry.getValue(), read)));
    }

    private boolean isToldOtherwise(String value, ReferencedSchema meant, ObjectAssertion.Discriminator read) {
        ReferencedSchema understood = read.variants().get(value);
        if (understood != null && isSame(understood, meant)) {
            return false;
        }
        boolean underAnotherValue = read.variants().values().stream().anyMatch(each -> isSame(each, meant));
        return read.closed()
                ? underAnotherValue
                : understood != null || !meant.name().equals(value);
    }

    /** Why a value that is found may nevertheless be understood. */
    Optional<String> doubt() {
        if (!discriminators.denied().isEmpty()) {
            return Optional.of("no validator looks at discriminators, but generated clients tell variants apart by `"
                    + discriminators.denied().iterator().next().name() + "`");
        }
        return variants.denied().stream()
                .findFirst()
                .map(each -> "the schema of " + each.name() + " may let " + names() + " pass, but " + why());
    }

    /** A schema of another file has no name that a discriminator implies: nobody knows what tells it. */
    private String why() {
        return names().contains("#")
                ? "what tells it apart has no name in a document of several files"
                : SearchOutcome.UNTOLD;
    }

    private String names() {
        return variants.affirmed().stream()
                .findFirst()
                .map(ReferencedSchema::name)
                .orElse("it");
    }
}
