package io.platformapi.compat.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an object is meant as: which of several components, and told by which discriminator. Validators know neither.
 */
final class Meaning {

    private final Search search;
    private final List<Target> variants = new ArrayList<>();
    private final List<Target> otherVariants = new ArrayList<>();
    private final List<Assertion.Discriminator> discriminators = new ArrayList<>();
    private final List<Assertion.Discriminator> otherDiscriminators = new ArrayList<>();

    Meaning(Search search) {
        this.search = search;
    }

    Meaning copy() {
        Meaning copy = new Meaning(search);
        copy.variants.addAll(variants);
        copy.otherVariants.addAll(otherVariants);
        copy.discriminators.addAll(discriminators);
        copy.otherDiscriminators.addAll(otherDiscriminators);
        return copy;
    }

    /** Takes in an assertion about the meaning; false if it is about something else. */
    boolean takes(Assertion assertion, boolean positive) {
        if (assertion instanceof Assertion.Variant variant) {
            (positive ? variants : otherVariants).add(variant.target());
        } else if (assertion instanceof Assertion.Discriminator discriminator) {
            (positive ? discriminators : otherDiscriminators).add(discriminator);
        } else {
            return false;
        }
        return true;
    }

    /** Whether what was denied is asserted, or was never at stake. */
    boolean isContradictory() {
        return otherVariants.stream().anyMatch(each -> !isAnother(each))
                || otherDiscriminators.stream().anyMatch(each -> !isToldOtherwise(each));
    }

    private boolean isAnother(Target variant) {
        return !variants.isEmpty() && variants.stream().noneMatch(each -> isSame(each, variant));
    }

    private boolean isSame(Target one, Target other) {
        return one.isLike(other)
                || search.identities().of(one.shape()) == search.identities().of(other.shape());
    }

    /** Whether a value that the sender writes tells the reader another variant than the sender means, or none. */
    private boolean isToldOtherwise(Assertion.Discriminator read) {
        return discriminators.stream()
                .anyMatch(each -> !each.name().equals(read.name())
                        || each.variants().entrySet().stream()
                                .anyMatch(entry -> isToldOtherwise(entry.getKey(), entry.getValue(), read)));
    }

    private boolean isToldOtherwise(String value, Target meant, Assertion.Discriminator read) {
        Target understood = read.variants().get(value);
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
        if (!otherDiscriminators.isEmpty()) {
            return Optional.of("no validator looks at discriminators, but generated clients tell variants apart by `"
                    + otherDiscriminators.get(0).name() + "`");
        }
        return otherVariants.stream()
                .findFirst()
                .map(each -> "the schema of " + each.name() + " may let " + names()
                        + " pass, but who tells the variants apart does not know it");
    }

    private String names() {
        return variants.isEmpty() ? "it" : variants.get(0).name();
    }
}
