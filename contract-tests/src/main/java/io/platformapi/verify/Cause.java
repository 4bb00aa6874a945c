package io.platformapi.verify;

import io.platformapi.verify.checks.Failure;
import java.util.Set;

/**
 * Failures that have one cause.
 *
 * @param first the first of them
 * @param cases how many cases showed it
 * @param subjects what was asked, each once
 */
public record Cause(Failure first, int cases, Set<String> subjects) {}
