package io.platformapi.domain;

import io.platformapi.model.ErrorCode;

/**
 * One thing wrong with what was asked.
 *
 * @param code which thing, in the document's words
 * @param member the member of the request that is at fault, by its name on the wire
 * @param message what is wrong, for people
 */
public record Mistake(ErrorCode code, String member, String message) {}
