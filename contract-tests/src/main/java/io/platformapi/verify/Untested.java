package io.platformapi.verify;

import io.platformapi.contract.source.Node;
import io.platformapi.verify.cases.Case;
import org.jspecify.annotations.Nullable;

/**
 * Something that a verification did not test, and should have.
 *
 * @param check the id of what is missing, kebab-case
 * @param subject what it is about, such as {@code GET /pets}
 * @param documented where the document speaks of it
 * @param reason what was not tested and why, a sentence
 * @param asked a case of it; null where there was none
 */
public record Untested(
        String check,
        String subject,
        Node documented,
        String reason,
        @Nullable Case asked) {}
