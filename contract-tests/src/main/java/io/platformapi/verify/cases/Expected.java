package io.platformapi.verify.cases;

import java.util.Set;

/**
 * What a case must be answered with.
 *
 * @param verdict what must become of the request
 * @param check the check that is broken otherwise, kebab-case
 * @param statuses the statuses a refusal may have, or of what has to be accepted may not; none where any of 4xx will
 *     do, or only those that call a request invalid may not
 * @param reason why, as a phrase: what is wrong with the request, or that it is valid
 * @param duty whether anything obliges a server to it
 * @param proof what has to hold before a refusal tells anything
 */
public record Expected(Verdict verdict, String check, Set<Integer> statuses, String reason, Duty duty, Proof proof) {

    private static final int HTTP_BAD_REQUEST = 400;
    private static final int HTTP_UNAUTHORIZED = 401;

    /** But for 411: a server may want to know the length before (RFC 9110, section 15.5.12). */
    private static final Set<Integer> INVALID = Set.of(400, 405, 406, 414, 415, 417, 422, 431);

    /** Whether anything obliges a server. */
    public enum Duty {
        /** The document does, or HTTP. */
        MUST,
        /** It would be better, no more. */
        SHOULD
    }

    /** What must become of a request. */
    public enum Verdict {
        /** It is valid and documented: it must not be refused as invalid. */
        ACCEPTED,
        /** It is valid, but the state of things may forbid it: any documented answer will do. */
        ANSWERED,
        /** It is valid, and like one that was accepted but for one thing: it must not be refused as invalid. */
        VARIED,
        /** It may be refused or answered, as the server likes. */
        EITHER,
        /** It breaks the contract: it must be refused. */
        REFUSED
    }

    public Expected {
        statuses = Set.copyOf(statuses);
    }

    /** The same without a proof. */
    public Expected(Verdict verdict, String check, Set<Integer> statuses, String reason, Duty duty) {
        this(verdict, check, statuses, reason, duty, Proof.NONE);
    }

    /** The same by another proof. */
    Expected by(Proof other) {
        return new Expected(verdict, check, statuses, reason, duty, other);
    }

    static Expected accepted(String reason) {
        return new Expected(Verdict.ACCEPTED, CheckId.VALID_REQUEST_ACCEPTED.id(), Set.of(), reason, Duty.MUST);
    }

    /** What has to be accepted from everybody. */
    static Expected letIn(String reason) {
        return new Expected(
                Verdict.ACCEPTED, CheckId.CREDENTIALS_REQUIRED.id(), Set.of(HTTP_UNAUTHORIZED), reason, Duty.MUST);
    }

    static Expected answered(String reason) {
        return new Expected(Verdict.ANSWERED, CheckId.VALID_REQUEST_ACCEPTED.id(), Set.of(), reason, Duty.MUST);
    }

    static Expected varied(String reason) {
        return varied(reason, Set.of());
    }

    /** What is like a request that was accepted, and must not be answered so. */
    static Expected varied(String reason, Set<Integer> statuses) {
        return new Expected(Verdict.VARIED, CheckId.VALID_REQUEST_ACCEPTED.id(), statuses, reason, Duty.MUST);
    }

    /** What is like a request that was accepted, and has credentials as good as those. */
    static Expected letInAlike(String reason) {
        return varied(reason, Set.of(HTTP_BAD_REQUEST, HTTP_UNAUTHORIZED));
    }

    /** What says the same as a request that was accepted in another spelling: no word for invalid is right. */
    static Expected respelled(String reason) {
        return varied(reason, INVALID);
    }

    static Expected either(String reason) {
        return new Expected(Verdict.EITHER, CheckId.VALID_REQUEST_ACCEPTED.id(), Set.of(), reason, Duty.MUST);
    }

    static Expected refused(String check, String reason, Set<Integer> statuses) {
        return new Expected(Verdict.REFUSED, check, statuses, reason, Duty.MUST);
    }

    static Expected betterRefused(String check, String reason) {
        return new Expected(Verdict.REFUSED, check, Set.of(), reason, Duty.SHOULD);
    }
}
