package io.platformapi.compat.schema;

import io.platformapi.compat.schema.reading.References;
import io.platformapi.contract.source.Lazy;

/**
 * A place where values of the sender's schema are not understood.
 *
 * @param path where in the value, such as {@code /pets/0/name}; "" for the value itself
 * @param keyword the reader's keyword that fails, such as {@code maxLength} or {@code anyOf}
 * @param subject what the keyword is about where that is not the value itself: the name that is required
 * @param sent the pointer of the sender's schema that says, or should say, the same
 * @param read the pointer of the reader's keyword
 * @param judgement gives a no with a witness, which is a value of the schemas that were compared, or undecided; it is
 *     dear
 */
public record Gap(String path, String keyword, String subject, String sent, String read, Lazy<Verdict> judgement) {

    /** A no with a witness, or undecided; found when it is asked for. */
    public Verdict verdict() {
        return judgement.get();
    }

    /** The same place, undecided for a reason. */
    public Gap undecided(String reason) {
        return new Gap(path, keyword, subject, sent, read, new Lazy<>(() -> new Verdict.Undecided(reason)));
    }

    /** Where in the value the gap is: at the member that is missing, where one is. */
    public String place() {
        return subject.isEmpty() ? path : path + "/" + References.escape(subject);
    }

    /** What makes two gaps the same one, reached on different ways. */
    public String key() {
        return keyword + " " + subject + " " + sent + " " + read;
    }
}
