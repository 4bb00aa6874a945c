/**
 * The tester: asks any server what any document promises, and reports what it does not keep.
 *
 * <p>Three nouns: a {@link io.platformapi.verify.cases.Case} is a request and what it must be answered with, a
 * {@link io.platformapi.verify.checks.Check} a question about the answer, a
 * {@link io.platformapi.verify.checks.Failure} what is wrong with it. {@link io.platformapi.verify.Verification} is the
 * flow from one to the other.
 */
@NullMarked
package io.platformapi.verify;

import org.jspecify.annotations.NullMarked;
