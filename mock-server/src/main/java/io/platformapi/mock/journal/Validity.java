package io.platformapi.mock.journal;

import io.platformapi.contract.check.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether a request keeps the document. */
public enum Validity {
    /** It does, whatever it was answered. */
    VALID,
    /** It does not, and was refused for that, or handed on all the same. */
    INVALID,
    /** Nobody knows: nothing is wrong with its head, and its body was not looked at. */
    UNDECIDED;

    /** What is the document's fault or the mock's, or a wish that only mocks know of. */
    private static final Set<Refusal.Kind> OF_OTHERS = EnumSet.of(
            Refusal.Kind.PREFERENCE,
            Refusal.Kind.UNDOCUMENTED,
            Refusal.Kind.UNANSWERED,
            Refusal.Kind.UNANSWERABLE,
            Refusal.Kind.INVALID_ANSWER,
            Refusal.Kind.FAILURE);

    /** What a refusal says of a request; without one that is the request's fault, what is said otherwise. */
    public static Validity of(Optional<Refusal> refusal, Validity otherwise) {
        return refusal.filter(each -> !OF_OTHERS.contains(each.kind())).isPresent() ? INVALID : otherwise;
    }
}
